package org.efcevents.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    private static JsonNode read(JsonObject object) throws Exception {
        return new ObjectMapper().readTree(object.text());
    }

    @Test
    void everyCharacterComesBackAsItWas() throws Exception {
        StringBuilder all = new StringBuilder();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                all.appendCodePoint(character);
            }
        }
        assertThat(read(new JsonObject().with("all", all.toString())).get("all").textValue())
                .isEqualTo(all.toString());
    }

    @Test
    void namesAreTextToo() throws Exception {
        assertThat(read(new JsonObject().with("\"\n<", 1)).fieldNames().next()).isEqualTo("\"\n<");
    }

    @Test
    void halvesOfCharactersDoNotSpoilTheRest() throws Exception {
        assertThat(read(new JsonObject().with("half", "a\uD83Db\uDE80"))
                        .get("half")
                        .textValue())
                .isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void theFirstAndTheLastHalfAreHalvesToo() throws Exception {
        assertThat(read(new JsonObject().with("half", "a\uD800b\uDFFFc"))
                        .get("half")
                        .textValue())
                .isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void whatCannotBeSeenIsEscapedAndASpaceIsNot() {
        assertThat(new JsonObject().with("a", " \u001F\u007F!").text()).isEqualTo("{\"a\":\" \\u001f\\u007f!\"}");
    }

    @Test
    void nothingInItEndsAScript() {
        String text = new JsonObject()
                .with("title", "</script><!--]]>&amp;\u2028\u2029")
                .text();
        assertThat(text).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }

    @Test
    void valuesKeepTheirTypesAndTheirOrder() throws Exception {
        JsonObject object = new JsonObject()
                .with("z", Arrays.asList("x", null, 1L, true, new JsonObject().with("in", List.of())))
                .with("a", null)
                .withKnown("left out", null)
                .withKnown("also", List.of());
        assertThat(object.text()).isEqualTo("{\"z\":[\"x\",null,1,true,{\"in\":[]}],\"a\":null}");
        assertThat(read(object).size()).isEqualTo(2);
    }

    @Test
    void whatJsonHasNoValueForIsRefused() {
        assertThatThrownBy(() -> new JsonObject().with("when", List.of(java.time.Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("when");
    }
}
