// SPDX-License-Identifier: Apache-2.0
package com.platewright.qc.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
    @Test
    void textAndAttributesAreEscaped() {
        String html = new Markup().leaf("p", "a<b & 'c'", "title", "\"><i>").toString();

        assertThat(html).isEqualTo("<p title=\"&quot;&gt;&lt;i&gt;\">a&lt;b &amp; &#39;c&#39;</p>");
    }

    @Test
    void anElementLeftOpenIsAnError() {
        assertThatThrownBy(() -> new Markup().open("p").toString()).hasMessageContaining("[p]");
    }

    @Test
    void anAttributeWithoutAValueIsAnError() {
        assertThatThrownBy(() -> new Markup().open("p", "class")).hasMessageContaining("lacks its value");
    }

    @Test
    void aStyleSheetThatCouldEndItsElementIsRefused() {
        assertThatThrownBy(() -> new Markup().style("</style>")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "javascript:alert(1)", "http://x/y.jpg", "//x/y.jpg"})
    void aContactSheetLiesBesideItsPage(String path) {
        assertThatThrownBy(() -> ContactSheet.beside(path)).isInstanceOf(IllegalArgumentException.class);
    }
}
