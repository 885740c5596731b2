// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import com.platewright.schema.Resource;
import com.platewright.schema.Schema;
import com.platewright.schema.SchemaReader;
import com.platewright.yaml.Located;
import com.platewright.yaml.Problem;
import com.platewright.yaml.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads requests. */
public final class Requests {
    private Requests() {}

    /** The JSON Schema of a request's file, as text. */
    public static String schema() {
        return Resource.text("schema/request.schema.json");
    }

    /**
     * Reads a request's file and looks at all the files it names.
     *
     * @return what could be understood, with every problem found so far
     * @throws RequestException if the file cannot be read or is not YAML, so that nothing can be said of the rest
     */
    public static RequestDraft read(Path file) throws RequestException {
        YamlText text = YamlText.of(file);
        if (!text.whole()) {
            throw new RequestException(text.problems());
        }
        SchemaReader.Reading reading = SchemaReader.read(text.root(), Schema.parse(schema()), InputFiles.formats());
        Located located = new Located(text.root());
        List<Problem> problems = new ArrayList<>(text.problems());
        problems.addAll(reading.problems());
        problems.addAll(RequestRules.check(reading.value(), located));
        return new RequestDraft(file, reading.value(), located, problems);
    }
}
