// SPDX-License-Identifier: Apache-2.0
/**
 * A shot's element on disk: versions that everybody may use, and beside them, under {@code .platewright}, what is known of
 * takes and of versions in the making.
 *
 * <pre>
 * genplate/
 *   v001/                      a published version: complete, never changed
 *   .platewright/
 *     lease.json               who works here now
 *     takes/&lt;task uuid&gt;/       journal.jsonl, reply.json, download/
 *     versions/v001/           job.json (whose number it is), delivered.json, verified.json, qc/ of a rejection
 *     staging/v001-7/          the version in the making, by the seventh owner of the lease
 * </pre>
 *
 * <p>A version's number belongs for good to one <i>job</i>: one recipe over one take. So the same command always comes back
 * to the same number, and two runs never share one.
 */
@NullMarked
package com.platewright.element;

import org.jspecify.annotations.NullMarked;
