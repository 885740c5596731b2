// SPDX-License-Identifier: Apache-2.0
/**
 * JMH benchmarks of the kernels that a job is made of, each alone on a frame of the benchmark's clip: what the codecs
 * themselves cost, beside which the whole job is held ({@code bin/benchmark --kernels}). A worker's kernels run on
 * all cores at once, as in the job: cores share caches, memory and heat. Encoders have threads of their own.
 */
@NullMarked
package com.platewright.kernels;

import org.jspecify.annotations.NullMarked;
