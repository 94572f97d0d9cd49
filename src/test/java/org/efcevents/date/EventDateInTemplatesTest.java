package org.efcevents.date;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FreeMarker can call everything that a page needs, without a wrapper of ours. */
class EventDateInTemplatesTest {

    private static final String TEMPLATE =
            """
            [#list date.parts(locale) as part]\
            [#if part.isTime()]<time datetime="${part.datetime()}">${part.text()}</time>\
            [#elseif part.isSpokenOtherwise()]<span aria-hidden="true">${part.text()}</span>\
            <span class="spoken">${part.spoken()}</span>\
            [#else]${part.text()}[/#if][/#list]\
            |${date.inWords(locale)}|${date.yearText()}|${date.edtfText()}|${date.precision().stored()}|${date.isDated()?c}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2014-03-24/2014-03-26; en; "
                        + "<time datetime=\"2014-03-24\">24</time><span aria-hidden=\"true\">–</span>"
                        + "<span class=\"spoken\"> to </span><time datetime=\"2014-03-26\">26 March 2014</time>"
                        + "|24–26 March 2014|2014|2014-03-24/2014-03-26|day|true",
                "2015-01~; fr; vers janvier 2015|vers janvier 2015|2015|2015-01~|month|true",
                "XXXX-06-24; en; <time datetime=\"06-24\">24 June</time> (year not recorded)"
                        + "|24 June (year not recorded)||XXXX-06-24|day-and-month|false",
                "''; fr; Date non indiquée|Date non indiquée|||unknown|false",
            })
    void printsTimeElements(String edtf, String language, String html) throws Exception {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        StringWriter out = new StringWriter();
        new Template("date", TEMPLATE, configuration)
                .process(Map.of("date", EventDate.parseEdtf(edtf), "locale", Locale.forLanguageTag(language)), out);
        assertThat(out).hasToString(html);
    }
}
