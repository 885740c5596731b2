// SPDX-License-Identifier: Apache-2.0
package com.platewright.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.platewright.yaml.Located;
import com.platewright.yaml.Where;

/** A show that can be used, and where each of its values came from. */
public final class LoadedShow {
    private final String name;
    private final ShowConfig config;
    private final Located located;
    private final ObjectNode value;

    LoadedShow(String name, ShowConfig config, Located located, ObjectNode value) {
        this.name = name;
        this.config = config;
        this.located = located;
        this.value = value;
    }

    /** The name of the show's file without its suffix. */
    public String name() {
        return name;
    }

    public ShowConfig config() {
        return config;
    }

    /** The place of a key, such as {@code colour.plate}; the nearest one that is there, where a default applies. */
    public Where where(String key) {
        return located.where(key);
    }

    /** The merged show as YAML, the origin of every value behind it as a comment. It can be read as a show again. */
    public String explain() {
        return new Explanation(located).yaml(value);
    }

    /** The merged show under {@code config}, and under {@code origins} the place of every value by its key path. */
    public ObjectNode explainJson() {
        return new Explanation(located).json(name, value);
    }
}
