// SPDX-License-Identifier: Apache-2.0
/**
 * Runware's API spoken over HTTPS: every request is a JSON array with one task, posted to one address, and answered by
 * items and errors that name the task.
 *
 * <p>Written to be tolerant in reading and exact in writing. Codes, states and fields that are not known here are taken
 * as they come; both shapes of errors are read; what cannot be read leaves the outcome open. The service accepts and
 * charges requests with misspelt keys, so what is sent holds only keys of its published list.
 *
 * <p>The API key is asked for at each call and stands in one header. It is in no text that leaves this package.
 */
@NullMarked
package com.platewright.provider.runware;

import org.jspecify.annotations.NullMarked;
