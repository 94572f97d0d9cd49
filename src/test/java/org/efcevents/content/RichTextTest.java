package org.efcevents.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
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
                "<p>1&nbsp;000 &lt;b&gt; &amp; so on</p>",
                "<p>One</p>\n\n<p>two</p>",
                "<ul><li><p>one</p><p>two</p></li></ul><blockquote>three</blockquote>",
                "<b><p>one</p><ul><li>two</li></ul></b>"
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<div>a</div><div>b <em>c</em></div> | <p>a</p><p>b <em>c</em></p>",
                "a<div>b</div>c<p>d</p> e | <p>a</p><p>b</p><p>c</p><p>d</p><p>e</p>",
                "<h1>a</h1><h2>b</h2><h5>c</h5> | <p>a</p><p>b</p><p>c</p>",
                "<section><h2>a</h2>b<ul><li>c</li></ul>d</section> | <p>a</p><p>b</p><ul><li>c</li></ul><p>d</p>",
                "<dl><dt>a</dt><dd>b</dd></dl> | <p>a</p><p>b</p>",
                "a<hr>b | <p>a</p><p>b</p>",
                "<h3>a<div>b</div></h3> | <h3>a b </h3>",
                "<li><div>a</div><div>b</div></li> | <li><p>a</p><p>b</p></li>",
                "<p>a<object><p>b</p></object>c</p> | <p>a</p><p>b</p><p>c</p>",
                "<a href=\"/x\">a<object><a href=\"/y\">b</a></object></a> | <p><a href=\"/x\">ab</a></p>",
                "<script>x</script><div>a</div><style>y</style> | <p>a</p>",
                "<select><option>a<option>b</select> | <p>a</p><p>b</p>"
            })
    void keepsApartWhatBlocksKeptApart(String html, String shown) {
        assertThat(RichText.of(html).html()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<table><tr><td>a</td><td>b</td></tr></table> | <ul><li>a b</li></ul>",
                "<table><caption>a</caption><thead><tr><th>b</th><th>c</th></tr></thead><tbody><tr><td>d</td><td></td>"
                        + "<td>e</td></tr><tr><td></td></tr></tbody></table> "
                        + "| <p>a</p><ul><li>b c</li><li>d  e</li></ul>",
                "<table><tr><td><p>a <b>b</b></p></td><td> <div>c</div></td></tr></table> | <ul><li>a <b>b</b> c</li></ul>",
                "<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table> | <ul><li><p>a</p><p>b</p> c</li></ul>",
                "<table><tr><td>a<table><tr><td>b</td></tr></table></td></tr></table>"
                        + " | <ul><li><p>a</p><ul><li>b</li></ul></li></ul>",
                "<table></table><p>a</p> | <p>a</p>"
            })
    void makesAListOfTheRowsOfATable(String html, String shown) {
        assertThat(RichText.of(html).html()).isEqualTo(shown);
    }

    private static final String BULLET =
            "<span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span>";

    /** As Word saves and copies it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p class=MsoNormal>a</p> <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]>@"
                        + "<![endif]>b <b>c</b></p> <!-- --> <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'>@d</p><p>e</p>"
                        + " | <p>a</p> <ul><li>b <b>c</b></li><li>d</li></ul><p>e</p>",
                "<p class=\"MsoListParagraph\"><span>·<span>&nbsp; </span></span>a</p> | <ul><li>a</li></ul>",
                "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>@a</p><p class=MsoListParagraph style='MSO-LIST: "
                        + "l0 level2 lfo1'>@b</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>@c</p>"
                        + " | <ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
                "<p class=MsoListParagraph><span style='mso-list:Ignore'>3)<span>&nbsp;</span></span>a</p><p class=MsoListParagraph>"
                        + "<span style='mso-list:Ignore'>4)<span>&nbsp;</span></span>b</p> | <ol start=\"3\"><li>a</li><li>b</li></ol>",
                "<p class=MsoListParagraph><span>a.</span> a</p><p class=MsoListParagraph><span style='mso-list:Ignore'>o </span>b</p>"
                        + " | <ol><li>a</li></ol><ul><li>b</li></ul>",
                "<p class=MsoListParagraph style='mso-list:l0 level3 lfo1'>@a</p><p class=MsoListParagraph style='mso-list:l0 "
                        + "level3 lfo1'>@b</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'>@c</p>"
                        + " | <ul><li>a</li><li>b</li></ul><ul><li>c</li></ul>",
                "<p class=MsoListParagraph>a</p> | <p>a</p>",
                "<p class=MsoListParagraph><span>a</span> thing</p> | <p>a thing</p>",
                "<p class=MsoListParagraph></p> | <p></p>",
                "<table class=MsoNormalTable><tr><td><p class=MsoListParagraph>@a</p></td></tr></table>"
                        + " | <ul><li><ul><li>a</li></ul></li></ul>",
            })
    void makesAListOfTheBulletsOfWord(String html, String shown) {
        assertThat(RichText.of(html.replace("@", BULLET)).html()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = true,
            value = {
                "<p>One</p><ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table> | One//a/b//c d",
                "<p>One</p>  <p>two &amp; <b>th</b>ree</p> | One//two & three",
                "<p>a<br>b<br><br>c<br></p><p><br></p><p>d</p> | a/b//c//d",
                "<div>a</div><div>b</div> | a//b",
                "<h3>a</h3>b<blockquote><p>c</p><p>d</p></blockquote>e | a//b//c//d//e",
                "<ul>  <li><p>a</p><p>b</p></li> <li>c<ul><li>d</li></ul></li></ul><p>e</p> | a/b/c/d//e",
                "<table><tr><th>a</th><th>b</th></tr><tr><td><p>c</p></td><td>d</td></tr></table> | a b/c d",
                "<p>  a \t b&nbsp;c  </p><p>&nbsp;</p><p>d</p> | a b c//d"
            })
    void putsBlocksOfPlainTextApart(String html, String lines) {
        RichText text = RichText.of(html);

        assertThat(text.text()).isEqualTo(lines.replace('/', '\n'));
        assertThat(text.oneLine()).isEqualTo(lines.replaceAll("/+", " "));
        assertThat(text.beginning()).isEqualTo(lines.replaceAll("/+", " "));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a, the page, the page (https://example.org/a)",
        "https://example.org/a, https://example.org/a, https://example.org/a",
        "https://example.org/, www.example.org, www.example.org (https://example.org/)",
        "https://example.org/, example.org, example.org",
        "mailto:a@example.org, a@example.org, a@example.org",
        "mailto:a@example.org, write to us, write to us (mailto:a@example.org)",
        "/events.html, the archive, the archive (https://site.example/events.html)",
        "?page=2, more, more (https://site.example/fr/a.html?page=2)",
        "javascript:alert(1), words, words",
        "https://example.org/a, '', ''"
    })
    void keepsTheAddressesOfLinksInPlainText(String href, String words, String plain) {
        RichText text = RichText.of("<p><a href=\"" + href + "\"><b>" + words + " </b></a>.</p>");

        assertThat(text.text("https://site.example/fr/a.html")).isEqualTo(plain + (plain.isEmpty() ? "." : " ."));
        assertThat(text.oneLine()).isEqualTo(words + (words.isEmpty() ? "." : " ."));
    }

    @Test
    void leavesOutOfPlainTextWhatHasNoAddressForItsReader() {
        RichText text =
                RichText.of("<p><a href=\"" + NOTATION + "\">the page</a> and <a href=\"/x.html\">another</a></p>");

        assertThat(text.text()).isEqualTo("the page and another");
        assertThat(text.withAddress(text.links().get(0), "/fr/x/y.html").text("https://site.example/a.html"))
                .isEqualTo("the page (https://site.example/fr/x/y.html) and another (https://site.example/x.html)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>One<p>two</b> <i>th<b>ree</i> four</b>",
                " <ul>a<li>b<p>c</ul> d &nbsp; <a href=/x>e <a href='https://example.org'>f</a></a>",
                "<a href=/y><p>g</p></a><table><td>h<tr><td>i</table>j<br> <br>k\n<pre> l\n  m</pre>",
                "<blockquote><h1>n</h1><script>o</script><ol start=3><li><ol><li>p</ol></ol></blockquote>&lt;b&gt;"
            })
    void readsTheSameWordsBeforeAndAfterItWasPrinted(String html) {
        RichText printed = RichText.of(html);
        printed.html();

        assertThat(RichText.of(html).text("https://site.example/fr/a.html"))
                .isEqualTo(printed.text("https://site.example/fr/a.html"));
        assertThat(RichText.of(html).text()).isEqualTo(printed.text());
        assertThat(RichText.of(html).oneLine()).isEqualTo(printed.oneLine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"div", "b", "ul><li", "blockquote", "table><tr><td", "a href=\"/x\"", "object", "p"})
    void keepsTheWordsOfWhatIsNestedWithoutEnd(String tag) {
        String deep = "<p>first</p>" + ("<" + tag + ">").repeat(20_000) + "last";

        RichText text = RichText.of(deep);

        assertThat(Jsoup.parseBodyFragment(text.html()).getAllElements())
                .allSatisfy(element -> assertThat(element.parents()).hasSizeLessThan(110));
        assertThat(text.oneLine()).startsWith("first").endsWith("last");
        assertThat(text.text()).startsWith("first\n\n").endsWith("last");
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
