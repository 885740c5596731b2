// SPDX-License-Identifier: Apache-2.0
/**
 * What a shot has already paid for and finished: one JSON object per line, only ever appended to.
 *
 * <pre>
 * {"n":0,"at":"2026-11-22T10:00:00Z","fence":1,"type":"journal","format":1,"tool":"0.1.0","purpose":"demo/sq010/sh0010","digest":"sha256:5d…","crc":"8f…"}
 * {"n":1,"at":"2026-11-22T10:00:01Z","fence":1,"type":"begin","step":"generate","input":"sha256:5d…","task_uuid":"2a…","crc":"03…"}
 * {"n":2,"at":"2026-11-22T10:03:10Z","fence":1,"type":"done","step":"generate","input":"sha256:5d…","result":{…},"crc":"b1…"}
 * </pre>
 *
 * <p>What must hold:
 *
 * <ul>
 *   <li>A record that {@code append} returned from is on the disk. The journal never says what is not true yet.
 *   <li>A last line that a crash tore is dropped, and cut off before the next one is written: nobody acted on it.
 *   <li>Anything else that is wrong is an error with file and line. A journal is never started over: it stands for money.
 *   <li>Every line carries a CRC-32C, so that a changed task id is not mistaken for a task id.
 *   <li>The owner of the shot's lease writes, under its fence. A line of an owner that had been replaced is passed over.
 *   <li>No secrets, and no absolute paths: a journal survives a remount.
 * </ul>
 */
@NullMarked
package com.platewright.journal;

import org.jspecify.annotations.NullMarked;
