package org.efcevents.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RichTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>One <strong>two</strong> <em>three</em></p><ul><li>four</li></ul>",
                "<p><a href=\"https://example.org/?a=1&amp;b=2\">link</a></p>",
                "<p><a href=\"/events.html\">within the site</a> <a href=\"#part\">within the page</a></p>",
                "<p>1&nbsp;000 &lt;b&gt; &amp; so on</p>"
            })
    void keepsWhatAnEditorMayWrite(String html) {
        assertThat(RichText.of(html).html()).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p onclick=\"x()\">a</p> | <p>a</p>",
                "<p>a<script>alert(1)</script></p> | <p>a</p>",
                "<p><a href=\"javascript:alert(1)\">a</a></p> | <p><a>a</a></p>",
                "<p><a href=\"java&#10;script:alert(1)\">a</a></p> | <p><a>a</a></p>",
                "<p><img src=x onerror=alert(1)>a</p> | <p>a</p>",
                "<p style=\"position:fixed\">a</p> | <p>a</p>",
                "<p><a href=\"${link:{uuid:{1},repository:{website}}}\">a</a></p> | <p><a>a</a></p>",
                "<p><a href=\"data:text/html,x\">a</a></p> | <p><a>a</a></p>",
                "<h1>a</h1> | <p>a</p>",
                "<iframe src=\"https://example.org\"></iframe><p>a</p> | <p>a</p>",
                "<svg><style><p title='</style><img src=x onerror=alert(1)>'></svg>a | <p>a</p>"
            })
    void dropsWhatCouldHarmAVisitor(String html, String shown) {
        assertThat(RichText.of(html).html()).isEqualTo(shown);
    }

    @Test
    void makesAParagraphOfPlainText() {
        assertThat(RichText.of("just words").html()).isEqualTo("<p>just words</p>");
        assertThat(RichText.of("").html()).isEmpty();
        assertThat(RichText.of(null).html()).isEmpty();
    }

    @Test
    void printsTheTextAloneForADescription() {
        assertThat(RichText.of("<p>One</p><p>two &amp; three</p>").text()).isEqualTo("One two & three");
    }
}
