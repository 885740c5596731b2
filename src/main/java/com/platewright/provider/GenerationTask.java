// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider;

import java.util.UUID;

/**
 * One request under one id.
 *
 * @param id durable before this leaves the process
 * @param sentBefore whether this id may already have reached the service, in this run or an earlier one. A refusal for
 *     want of credit or credentials then does not prove that nothing runs
 */
public record GenerationTask(UUID id, GenerationRequest request, boolean sentBefore) {}
