// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox;

import com.platewright.sandbox.fault.ApiError;

/** A task that the service will not take. Nothing was accepted and nothing is charged. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    private final transient ApiError error;

    Refusal(ApiError error) {
        super(error.code() + ": " + error.message());
        this.error = error;
    }

    ApiError error() {
        return error;
    }
}
