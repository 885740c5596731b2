// SPDX-License-Identifier: Apache-2.0
package com.platewright.sandbox.fault;

/** A script of faults that cannot be read. The message names the rule, counted from 1, and what is known there. */
public final class FaultScriptException extends Exception {
    private static final long serialVersionUID = 1;

    FaultScriptException(String message) {
        super(message);
    }
}
