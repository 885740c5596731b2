// SPDX-License-Identifier: Apache-2.0
package com.platewright.provider.runware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.platewright.provider.ProviderException;
import com.platewright.provider.ProviderException.Kind;
import com.platewright.provider.UploadedMedia;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                RunwareSettings.DEFAULT_ENDPOINT,
                "https://runware.example.com:8443/v1",
                "http://127.0.0.1:8080/v1",
                "http://127.1.2.3/v1",
                "http://localhost:1/v1",
                "http://[::1]:1/v1"
            })
    void httpsAndLoopbackAreTaken(String endpoint) throws ProviderException {
        assertThat(Endpoint.parse(endpoint)).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.runware.ai/v1",
                "http://127.0.0.1.example.com/v1",
                "http://localhost.example.com/v1",
                "http://128.0.0.1/v1",
                "http://[::2]/v1",
                "ftp://127.0.0.1/v1",
                "api.runware.ai/v1",
                "",
                "https://user:SECRET@api.runware.ai/v1",
                "https://api.runware.ai/v1?apiKey=SECRET",
                "https://api.runware.ai/v1#SECRET"
            })
    void whatIsUnencryptedOrCarriesASecretIsRefused(String endpoint) {
        assertThatThrownBy(() -> Endpoint.parse(endpoint))
                .hasMessageContaining("provider.endpoint")
                .hasMessageNotContaining("SECRET")
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFIG));
    }

    @Test
    void aClientIsNotOpenedOnARefusedAddress() {
        RunwareSettings settings = RunwareSettings.of("http://api.runware.ai/v1", Duration.ofSeconds(1));
        assertThatThrownBy(() -> RunwareProvider.open(settings, () -> "key", UploadedMedia.inMemory()))
                .isInstanceOf(ProviderException.class);
    }
}
