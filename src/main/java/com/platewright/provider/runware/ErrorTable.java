// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import com.platewright.provider.ProviderError.Meaning;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What Runware's error codes mean. Runware calls them not yet stable, so a code is looked up whole, then by its
 * beginning, and where both fail the HTTP status speaks. Letter case and separators do not count.
 *
 * <p>Source: the classes of Runware's own TypeScript client (src/errors.ts), the error pages of its documentation, and
 * codes that its users report. What is inferred leans to the side that cannot pay twice.
 */
final class ErrorTable {
    private record Row(Meaning meaning, List<String> codes) {
        static Row of(Meaning meaning, String codes) {
            return new Row(
                    meaning, Stream.of(codes.split(" ")).map(ErrorTable::plain).toList());
        }
    }

    private static final List<Row> WHOLE = List.of(
            Row.of(Meaning.TASK_EXISTS, "conflictTaskUUID"),
            Row.of(Meaning.VALIDATION, "unknownParameter incompatibleParameters validationFailed"),
            Row.of(
                    Meaning.AUTHORISATION,
                    "invalidApiKey missingApiKey unauthorized forbidden permissionDenied insufficientPermissions"
                            + " authenticationFailed tokenExpired tokenInvalid tokenMissing tokenRevoked"
                            + " accountSuspended accountDisabled"),
            Row.of(
                    Meaning.CREDIT,
                    "insufficientCredits providerInsufficientCredits thirdPartyInsufficientCredits quotaExceeded"
                            + " paymentRequired"),
            Row.of(Meaning.RATE_LIMIT, "rateLimitExceeded inferenceRateLimitExceeded providerRateLimitExceeded"),
            Row.of(
                    Meaning.SAFETY,
                    "contentPolicyViolation providerContentPolicyViolation sensitiveContentDetected"
                            + " unsafeContentDetected nsfwContentDetected promptBlocked imageBlocked moderationFailed"),
            Row.of(Meaning.TIMEOUT, "timeoutProvider providerTimeout providerGatewayTimeout webhookTimeout timeout"),
            Row.of(Meaning.TASK_UNKNOWN, "taskNotFound taskFailedOrNotFound"),
            Row.of(Meaning.MEDIA_GONE, "mediaNotFound mediaExpired"),
            Row.of(Meaning.NOT_FOUND, "modelNotFound taskExpired taskCancelled"),
            Row.of(
                    Meaning.GENERATION,
                    "providerError providerUnavailable providerBadGateway providerInternalError"
                            + " providerAuthenticationFailed inferenceError processingFailed taskFailed downloadFailed"
                            + " uploadFailed noAvailableServer modelUnavailable modelDisabled modelNotReady"
                            + " mediaStorageFileCouldNotBeMoved"),
            Row.of(
                    Meaning.SERVER,
                    "internalServerError serviceUnavailable serverUnavailable standardError unknownError"));

    private static final List<Row> BEGINNINGS = List.of(
            // Inferred: a task that is said to exist is asked for, and asking is free.
            Row.of(Meaning.TASK_EXISTS, "conflictTask duplicateTask"),
            Row.of(Meaning.VALIDATION, "invalid missing unsupported value array max conflict duplicate"),
            Row.of(Meaning.AUTHORISATION, "organization workspace"));

    private ErrorTable() {}

    /** @param status HTTP status of the answer that carried the code, which may be empty */
    static Meaning meaning(String code, int status) {
        String plain = plain(code);
        return Stream.concat(
                        WHOLE.stream().filter(row -> row.codes().contains(plain)),
                        BEGINNINGS.stream().filter(row -> row.codes().stream().anyMatch(plain::startsWith)))
                .map(Row::meaning)
                .findFirst()
                .orElseGet(() -> meaning(status));
    }

    private static Meaning meaning(int status) {
        return switch (status) {
            case 401, 403 -> Meaning.AUTHORISATION;
            case 402 -> Meaning.CREDIT;
            case 404 -> Meaning.TASK_UNKNOWN;
            case 408 -> Meaning.TIMEOUT;
            case 409 -> Meaning.TASK_EXISTS;
            case 429 -> Meaning.RATE_LIMIT;
            default -> status >= 500 ? Meaning.SERVER : status >= 400 ? Meaning.VALIDATION : Meaning.UNKNOWN;
        };
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
