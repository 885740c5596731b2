// SPDX-License-Identifier: Apache-2.0
package com.platewright.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.platewright.schema.SchemaMirror;
import org.junit.jupiter.api.Test;

/** Schema and records are two views of one list of keys. */
class RequestMirrorTest {
    @Test
    void everyKeyOfTheSchemaIsAComponentOfARecordAndBack() {
        assertThat(SchemaMirror.components(Request.class)).isEqualTo(SchemaMirror.keys(Requests.schema()));
    }

    @Test
    void everyKeyHasADescription() {
        assertThat(SchemaMirror.undescribed(Requests.schema())).isEmpty();
    }

    @Test
    void theDefaultsAreFewAndPinned() {
        assertThat(SchemaMirror.defaults(Requests.schema()).stream().filter(one -> !one.endsWith("=null")))
                .containsExactlyInAnyOrder(
                        "generate.hdr=false",
                        "generate.exr=false",
                        "generate.loop=false",
                        "generate.keyframes=[]",
                        "generate.takes=1",
                        "generate.edit.auto_controls=false",
                        "audio=[]",
                        "audio.track=\"mix\"",
                        "audio.language=\"und\"",
                        "audio.offset=0",
                        "provenance.usage=\"temp\"");
    }
}
