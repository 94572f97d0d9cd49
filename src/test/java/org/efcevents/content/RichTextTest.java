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

    private static final String ID = "2ad23099-9702-41ca-b8d0-c398a25eba95";
    private static final String NOTATION =
            "${link:{uuid:{" + ID + "},repository:{website},path:{/x/y},nodeData:{},extension:{html}}}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>See <a href=\"" + NOTATION + "\">the page</a></p>",
                "<p>See <a href='" + NOTATION + "'>the page</a></p>",
                "<p>See <a href=\"  " + NOTATION + "\" target=\"_blank\" rel=\"noopener\">the page</a></p>",
                "<p>See <a href=\"&#36;{link:{uuid:{" + ID
                        + "},repository:{website},handle:{/x/y}}}\">the page</a></p>",
                "<p>See <a href=\"${link:{uuid:{" + ID
                        + "},repository:{},workspace:{default},path:{/q&quot;a&amp;b},nodeData:{},extension:{}}}\">the page</a></p>",
                "<p>See <a href=\"${link:{uuid:{" + ID + "},repository:{website},path:{/x}}}\">the page</a></p>"
            })
    void knowsALinkToANode(String html) {
        RichText text = RichText.of(html);

        assertThat(text.html()).isEqualTo("<p>See <a>the page</a></p>");
        assertThat(text.links()).containsExactly(new NodeLink(0, "website", ID, "", ""));
        assertThat(text.withAddress(text.links().get(0), "/fr/x/y.html?a=\"1\"&b")
                        .html())
                .isEqualTo("<p>See <a href=\"/fr/x/y.html?a=&quot;1&quot;&amp;b\">the page</a></p>");
    }

    @Test
    void givesEachLinkItsOwnAddressAndLeavesTheOthersAsTheyAre() {
        RichText text = RichText.of(
                "<p><a href=\"https://example.org/\">0</a> <a href=\"" + NOTATION
                        + "#part?a=b&amp;c\">1</a></p><ul><li><a href=\"" + NOTATION.replace("website", "dam")
                        + "\">2</a> <a href=\"" + NOTATION + "\">3</a></li></ul>",
                "fr");

        RichText linked = text;
        for (NodeLink link : text.links()) {
            linked = linked.withAddress(link, link.place() == 3 ? "" : "/" + link.workspace() + ".html");
        }

        assertThat(linked.html())
                .isEqualTo("<p><a href=\"https://example.org/\">0</a>"
                        + " <a href=\"/website.html?a=b&amp;c#part\">1</a></p>"
                        + "<ul><li><a href=\"/dam.html\">2</a> <a>3</a></li></ul>");
        assertThat(linked.language()).isEqualTo("fr");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${link:{uuid:{},repository:{website},path:{/x},nodeData:{},extension:{html}}}",
                "${link:{uuid:{' or 1=1},repository:{website},path:{/x},nodeData:{},extension:{html}}}",
                "${link:{uuid:{" + ID + "},repository:{a b},path:{/x},nodeData:{},extension:{html}}}",
                "${link:{uuid:{" + ID,
                "${anything}"
            })
    void keepsTheWordsOfALinkThatCannotBeRead(String href) {
        RichText text = RichText.of("<p><a href=\"" + href + "\">words</a></p>");

        assertThat(text.html()).isEqualTo("<p><a>words</a></p>");
        assertThat(text.links()).isEmpty();
    }
}
