package org.efcpreview.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void escapesAsTheLibraryOfMagnoliasRestDoes() {
        String text = "\u0000 \u001f \" \\ / \b\f\n\r\t \u007f é \u2028 \ud83d\udc0b";
        assertThat(Json.of(json -> json.writeString(text)))
                .isEqualTo("\"\\u0000 \\u001f \\\" \\\\ / \\b\\f\\n\\r\\t \u007f é \u2028 \ud83d\udc0b\"");
    }

    @Test
    void tellsOfAnErrorInTheOrderOfMagnolia() {
        assertThat(RestError.notFound("a \"b\"").json())
                .isEqualTo("{\"error\":{\"code\":\"notFound\",\"message\":\"a \\\"b\\\"\"}}");
    }
}
