// SPDX-License-Identifier: Apache-2.0
package com.platewright.shot;

/** How much a show cares about a rule or a check. */
public enum Severity {
    /** Nothing is published. */
    ERROR,
    /** Published, and said. */
    WARN,
    /** Not looked at. */
    OFF
}
