// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;

/** Lines for things that a person looks up; what lies deeper, such as all figures of one frame, shares a line. */
final class Lines extends DefaultPrettyPrinter {
    private static final long serialVersionUID = 1;
    private static final int DEEPEST = 4;

    Lines() {
        indentObjectsWith(new Shallow());
        indentArraysWith(new Shallow());
    }

    @Override
    public DefaultPrettyPrinter createInstance() {
        return new Lines();
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) throws IOException {
        if (isFlat(entries)) {
            _nesting--;
            out.writeRaw(" }");
        } else {
            super.writeEndObject(out, entries);
        }
    }

    @Override
    public void writeEndArray(JsonGenerator out, int entries) throws IOException {
        if (isFlat(entries)) {
            _nesting--;
            out.writeRaw(" ]");
        } else {
            super.writeEndArray(out, entries);
        }
    }

    private boolean isFlat(int entries) {
        return entries > 0 && _nesting > DEEPEST;
    }

    private static final class Shallow extends DefaultIndenter {
        private static final long serialVersionUID = 1;

        @Override
        public void writeIndentation(JsonGenerator out, int level) throws IOException {
            if (level <= DEEPEST) {
                super.writeIndentation(out, level);
            } else {
                out.writeRaw(' ');
            }
        }
    }
}
