package org.efcevents.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the forms let an editor save is what the pages print: the two lists are in different files. */
class RichTextFieldTest {

    private static final Path FIELD = Path.of("src/main/resources/efc-events/includes/rich-text-field.yaml");

    static Stream<String> tags_that_the_form_accepts() throws IOException {
        return ((List<?>) validator().get("allowedTags")).stream().map(Object::toString);
    }

    @ParameterizedTest
    @MethodSource("tags_that_the_form_accepts")
    void a_page_prints_what_the_form_accepts(String tag) {
        assertThat(RichText.of("<" + tag + ">x</" + tag + ">").html()).contains("<" + tag);
    }

    @ParameterizedTest
    @MethodSource("tags_that_magnolia_would_accept")
    void the_form_refuses_what_a_page_drops(String tag) throws IOException {
        boolean printed = RichText.of("<" + tag + ">x</" + tag + ">").html().contains("<" + tag + ">");
        assertThat(tags_that_the_form_accepts().toList().contains(tag)).isEqualTo(printed);
    }

    static Stream<String> tags_that_magnolia_would_accept() {
        return Stream.of(
                "a",
                "abbr",
                "b",
                "blockquote",
                "cite",
                "code",
                "del",
                "div",
                "em",
                "h1",
                "h2",
                "h3",
                "h4",
                "h5",
                "h6",
                "i",
                "li",
                "ol",
                "p",
                "pre",
                "q",
                "s",
                "small",
                "span",
                "strike",
                "strong",
                "sub",
                "sup",
                "u",
                "ul");
    }

    @Test
    void a_page_keeps_the_addresses_that_the_form_accepts() throws IOException {
        Map<?, ?> link = (Map<?, ?>) ((List<?>) validator().get("allowedProtocols")).get(0);
        assertThat((List<?>) link.get("protocols")).allSatisfy(protocol -> {
            String address = "href=\"" + protocol + (protocol.equals("mailto") ? ":x@a.example\"" : "://a.example/\"");
            assertThat(RichText.of("<a " + address + ">x</a>").html()).contains(address);
        });
    }

    private static Map<?, ?> validator() throws IOException {
        Map<?, ?> field = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(FIELD));
        return (Map<?, ?>) ((List<?>) field.get("validators")).get(0);
    }
}
