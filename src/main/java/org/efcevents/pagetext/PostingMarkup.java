package org.efcevents.pagetext;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The elements by which systems that make web sites tell when something was written, and not when it took place. */
final class PostingMarkup {

    private static final Set<String> POSTED = Set.of(
            "published",
            "posted",
            "pubdate",
            "datepublished",
            "updated",
            "modified",
            "datemodified",
            "createdate",
            "modifydate");

    /** Before or behind {@code date}: {@code news-list-date}. */
    private static final Set<String> OF_POSTS = Set.of("news", "post", "entry", "publication");

    private PostingMarkup() {}

    /** Whether an element is one. */
    static boolean isOf(Element element) {
        Set<String> words = new HashSet<>(WordForms.ofName(element.attr("class")));
        words.addAll(WordForms.ofName(element.attr("itemprop")));
        return element.hasAttr("pubdate")
                || words.stream().anyMatch(POSTED::contains)
                || words.contains("date") && words.stream().anyMatch(OF_POSTS::contains);
    }
}
