// SPDX-License-Identifier: Apache-2.0
/**
 * The seam to a service that generates video: what is asked, under which id, and what became of it. Nothing here knows
 * any vendor's JSON.
 *
 * <p>The words: a <em>request</em> is everything that determines a picture, as values. A <em>task</em> is one request
 * under one id, made by us before the first byte leaves; the service never charges twice for one id, so after any doubt
 * the same id is asked again and never another. A <em>state</em> is what the service says of a task. <em>Results</em>
 * are one or more renditions, each a movie and the files that belong to it.
 *
 * <p>Silence, refused credentials, a busy service and a lost connection say nothing about a task: none of them ends it.
 */
@NullMarked
package com.platewright.provider;

import org.jspecify.annotations.NullMarked;
