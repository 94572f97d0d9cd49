package org.efcevents.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.definitioncheck.definition.Definition;
import org.definitioncheck.definition.DefinitionType;
import org.definitioncheck.definition.Definitions;
import org.definitioncheck.definition.MagnoliaFacts;
import org.definitioncheck.message.Messages;
import org.definitioncheck.module.Modules;
import org.definitioncheck.resource.Resources;
import org.efcevents.choice.OfferedCodes;
import org.efcevents.date.EventDate;
import org.efcevents.date.StoredDate;
import org.efcevents.date.TypedDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What officers choose from, and what they may type where they cannot choose. */
class ChoicesTest {

    private final MagnoliaFacts facts = MagnoliaFacts.read();
    private final Resources resources = new Resources(List.of(), List.of(Path.of("target/classes")));
    private final Definitions definitions =
            Definitions.load(resources, Modules.load(resources, facts.modules()), facts);
    private final Messages messages = Messages.load(resources);

    private Definition app(String name) {
        return definitions.find(DefinitionType.APP, name).orElseThrow();
    }

    /** Each field of that name, wherever in an app it is. */
    private static List<Map<?, ?>> fields(Object tree, String name) {
        if (tree instanceof Map<?, ?> map) {
            Stream<Map<?, ?>> here =
                    name.equals(map.get("name")) && map.containsKey("$type") ? Stream.of(map) : Stream.of();
            return Stream.concat(here, map.values().stream().flatMap(value -> fields(value, name).stream()))
                    .toList();
        }
        return tree instanceof List<?> list
                ? list.stream().flatMap(item -> fields(item, name).stream()).toList()
                : List.of();
    }

    private static List<Map<?, ?>> options(Map<?, ?> field) {
        return ((List<?>) ((Map<?, ?>) field.get("datasource")).get("options"))
                .stream().<Map<?, ?>>map(option -> (Map<?, ?>) option).toList();
    }

    private static List<String> values(Map<?, ?> field) {
        return options(field).stream()
                .map(option -> option.get("value").toString())
                .toList();
    }

    @Test
    void everyTimeZoneIsOfferedTheUsualOnesFirst() {
        assertThat(fields(app("efc-events").values(), "timeZone")).hasSize(2).allSatisfy(field -> {
            assertThat(values(field))
                    .startsWith("Europe/Brussels")
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(550);
            assertThat(values(field).subList(0, 31)).contains("Europe/Paris", "Europe/Lisbon", "UTC");
            assertThat(values(field))
                    .allSatisfy(zone -> assertThat(ZoneId.of(zone)).isNotNull());
            // What is stored and not offered would be emptied silently if it could be left empty.
            assertThat(field.get("required")).isEqualTo(true);
        });
    }

    @Test
    void everyCountryThatPagesNameIsOffered() {
        assertThat(Stream.of("efc-events", "efc-speakers")
                        .flatMap(app -> fields(app(app).values(), "country").stream())
                        .filter(field -> field.containsKey("datasource")))
                .hasSize(2)
                .allSatisfy(field ->
                        assertThat(values(field)).containsExactlyInAnyOrderElementsOf(OfferedCodes.COUNTRY.codes()));
    }

    @Test
    void theLanguageOfADocumentIsChosen() {
        assertThat(fields(app("efc-events").values(), "language")).hasSize(2).allSatisfy(field -> assertThat(
                        values(field))
                .containsExactlyInAnyOrderElementsOf(OfferedCodes.LANGUAGE.codes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void whatIsChosenReadsAsVisitorsReadIt(String language) {
        Locale locale = Locale.forLanguageTag(language);
        // Of other countries other JDKs have other names.
        for (String country : List.of("BE", "DE", "GR", "FR", "GB", "IE", "LU", "NL", "PL", "US")) {
            assertThat(label("country", country, locale)).isEqualTo(new Locale("", country).getDisplayCountry(locale));
        }
        for (String tag : List.of("en", "fr", "de", "nl", "pt-BR", "zh")) {
            assertThat(label("language", tag, locale))
                    .isEqualTo(Locale.forLanguageTag(tag).getDisplayName(locale));
        }
    }

    private String label(String property, String value, Locale locale) {
        return fields(app("efc-events").values(), property).stream()
                .filter(field -> field.containsKey("datasource"))
                .flatMap(field -> options(field).stream())
                .filter(option -> option.get("value").equals(value))
                .map(option -> messages.in(locale).get(option.get("label").toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFieldTakesATimeIfAndOnlyIfItIsUnderstood() {
        List<String> typed = Stream.of("", "0", "7", "09", "23", "24", "99")
                .flatMap(hour -> Stream.of("", ":", "h", " h ", "h ", ".", " :", "H")
                        .flatMap(between ->
                                Stream.of("", "0", "00", "30", "59", "60").map(minute -> hour + between + minute)))
                .filter(text -> !text.isEmpty() && !text.endsWith(" "))
                .toList();
        for (String name : List.of("startTime", "endTime")) {
            assertThat(fields(app("efc-events").values(), name)).hasSize(3).allSatisfy(field -> assertThat(typed)
                    .allSatisfy(text -> assertThat(takes(field, text))
                            .as(text)
                            .isEqualTo(TypedDate.time(text).isPresent())));
        }
    }

    /** Beginnings of names of months, in years, and days that there are and that there are not. */
    private static Stream<String> months() {
        return Stream.of(
                        "January February March April May June July August September October November December",
                        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre")
                .flatMap(names -> Stream.of(names.split(" ")))
                .flatMap(name -> IntStream.rangeClosed(3, name.length()).mapToObj(end -> name.substring(0, end)));
    }

    @Test
    void aFieldTakesNoMonthThatIsNotUnderstood() {
        check("month", (month, year) -> month + " " + year, List.of("1899", "1900", "2027", "2099", "2100"));
        check(
                "day-and-month",
                (month, day) -> day + " " + month,
                List.of("0", "1", "1er", "9", "28", "29", "30", "31", "32"));
    }

    private void check(String precision, BiFunction<String, String, String> typed, List<String> rests) {
        Map<?, ?> field = fields(app("efc-events").values(), "partialDate").stream()
                .filter(each -> each.get("label").equals("efc-events.date." + precision + ".label"))
                .findFirst()
                .orElseThrow();
        List<String> all = months().flatMap(month -> Stream.of(month, month + ".", month.toUpperCase(Locale.ROOT)))
                .flatMap(month -> rests.stream().map(rest -> typed.apply(month, rest)))
                .toList();
        assertThat(all).allSatisfy(text -> assertThat(takes(field, text))
                .as(text)
                .isEqualTo(EventDate.of(new StoredDate(precision, null, null, null, null, null, text, false))
                        .problems()
                        .isEmpty()));
        assertThat(all).anyMatch(text -> takes(field, text));
    }

    private static boolean takes(Map<?, ?> field, String text) {
        return ((List<?>) field.get("validators"))
                .stream()
                        .map(validator -> ((Map<?, ?>) validator).get("pattern").toString())
                        .allMatch(pattern -> Pattern.matches(pattern, text));
    }
}
