package org.efcevents.pagetext;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Elements within a line that styles set apart from the one before them, though no space stands between the two. */
final class SetApart {

    private static final Set<String> TAGS = Set.of("span", "time", "a", "b", "strong", "em", "i", "abbr", "small");

    private static final Set<String> STYLED = Set.of("em", "i", "cite", "u");

    private static final Pattern BEGINS_IN_DIGIT = Pattern.compile("\\d{1,2}\\D{0,4}");

    private SetApart() {}

    /** Whether one is. */
    static boolean isFromBefore(Element element) {
        return TAGS.contains(element.normalName())
                && element.previousSibling() instanceof Element before
                && TAGS.contains(before.normalName())
                && (isLeaf(before, element) || areTwoWords(before, element));
    }

    /** Whether a picture is right before one, but for a line break. */
    static boolean isUnderPicture(Element element) {
        Element before = element.previousElementSibling();
        while (before != null && before.normalName().equals("br")) {
            before = before.previousElementSibling();
        }
        return before != null
                && (before.normalName().equals("img")
                        || before.childrenSize() == 1
                                && before.child(0).normalName().equals("img"));
    }

    /** Whether one is in italics, or has a class. */
    static boolean isStyled(Element element) {
        return STYLED.contains(element.normalName()) || element.normalName().equals("span") && element.hasAttr("class");
    }

    /** A day and a month of a calendar’s leaf. */
    private static boolean isLeaf(Element day, Element month) {
        return day.normalName().equals("span")
                && month.normalName().equals("span")
                && day.hasAttr("class")
                && month.hasAttr("class")
                && !day.attr("class").equals(month.attr("class"))
                && BEGINS_IN_DIGIT.matcher(day.text()).lookingAt();
    }

    /** “2012” and “Lille”, “Lille” and “June”, “Sep” and “7”: nobody writes them as one; “3” and “rd”, “20” and “12” are one word in two parts. */
    private static boolean areTwoWords(Element before, Element element) {
        // With elements within them they may be as long as the page.
        boolean words = before.childrenSize() == 0 && element.childrenSize() == 0;
        String first = words ? before.text() : "";
        String second = words ? element.text() : "";
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        int last = first.codePointBefore(first.length());
        int next = second.codePointAt(0);
        return Character.isLowerCase(last) && (Character.isUpperCase(next) || Character.isDigit(next))
                || Character.isDigit(last) && Character.isUpperCase(next);
    }
}
