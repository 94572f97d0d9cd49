package org.efcevents.pagetext;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What belongs to a page and not to its entries: menus, links to share and to print, notices about cookies, what leads to more. It is known
 * by the element that it stands in, or by its words, which {@code furniture.txt} lists.
 */
public final class Furniture {

    private static final Set<String> TAGS =
            Set.of("nav", "footer", "aside", "form", "button", "dialog", "menu", "search");

    /** What classes, identifiers and roles call it. */
    private static final Set<String> NAMES = Set.of(
            "nav",
            "navbar",
            "navigation",
            "menu",
            "submenu",
            "breadcrumb",
            "breadcrumbs",
            "footer",
            "sidebar",
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "share",
            "sharing",
            "sharedaddy",
            "social",
            "comments",
            "respond",
            "pagination",
            "pager",
            "searchform",
            "newsletter",
            "contentinfo",
            "complementary",
            "skiplink",
            "topbar",
            "offcanvas");

    /** An element with more of the page's text than that is around its content, whatever it is called. */
    private static final double MOST = 0.4;

    private static final Set<String> GOOD_BYES = Set.of(
            "with kind regards",
            "kind regards",
            "best regards",
            "with best regards",
            "regards",
            "best wishes",
            "with best wishes",
            "yours sincerely",
            "yours faithfully",
            "cordialement",
            "bien cordialement",
            "bien a vous",
            "salutations",
            "mit freundlichen grussen",
            "viele grusse");

    private static final Pattern HEADER = Pattern.compile(
            "(?:From|To|Cc|Date|Sent|Subject|Reply-To|De|À|Envoyé|Objet|Von|An|Gesendet|Betreff|[A-Z][A-Za-z]+(?:-[A-Z][A-Za-z]+)+): ");

    /** In lines, the good-bye among them. */
    private static final int LONGEST_SIGNATURE = 8;

    private final Set<String> phrases = new HashSet<>();
    private final List<String> beginnings = new ArrayList<>();

    /** Reads the list. */
    public Furniture() {
        try (InputStream list = Furniture.class.getResourceAsStream("furniture.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String words = WordForms.letters(line);
                if (line.startsWith("#") || words.isEmpty()) {
                    continue;
                }
                if (line.strip().endsWith("*")) {
                    beginnings.add(words);
                } else {
                    phrases.add(words);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether words are nothing else. */
    public boolean is(String words) {
        String letters = WordForms.letters(words);
        return letters.isEmpty()
                || phrases.contains(letters)
                || beginnings.stream().anyMatch(letters::startsWith);
    }

    /** The links in a block that lead to more of the same, or share it. */
    public List<Passage> in(String text, Block block) {
        return block.marks().stream()
                .filter(mark ->
                        mark.kind() == Mark.Kind.LINK && is(mark.passage().in(text)))
                .map(Mark::passage)
                .toList();
    }

    /** Which blocks of a page are nothing else. */
    public BitSet in(PageText page) {
        Map<Box, Integer> sizes = new HashMap<>();
        Map<Integer, Set<Box>> alike = new HashMap<>();
        int whole = 0;
        for (int i = 0; i < page.blocks().size(); i++) {
            int size = page.blocks().get(i).passage().length();
            whole += size;
            for (Box box = page.boxes().get(i); box != null; box = box.parent()) {
                sizes.merge(box, size, Integer::sum);
                alike.computeIfAbsent(box.path(), none -> new HashSet<>()).add(box);
            }
        }
        BitSet furniture = new BitSet();
        for (int i = 0; i < page.blocks().size(); i++) {
            Block block = page.blocks().get(i);
            if (is(block.passage().in(page.text()))
                    || block.labels().contains(TableColumns.COLUMN_HEADING)
                    || isIn(page.boxes().get(i), sizes, alike, whole)) {
                furniture.set(i);
            }
        }
        furniture.or(signature(page));
        furniture.or(ofMail(page));
        return furniture;
    }

    /** The end of a letter: what says good-bye, and the few lines below. */
    private BitSet signature(PageText page) {
        BitSet signature = new BitSet();
        int count = page.blocks().size();
        for (int i = Math.max(0, count - LONGEST_SIGNATURE); i < count; i++) {
            String words = WordForms.letters(page.blocks().get(i).passage().in(page.text()));
            boolean line = page.blocks().get(i).passage().in(page.text()).equals("--");
            if (page.boxes().get(i) == null && (line || GOOD_BYES.contains(words))) {
                signature.set(i, count);
            }
        }
        return signature;
    }

    /** The lines before a letter of which each says what it is: “From: …”, “Date: …” (RFC 5322). */
    private static BitSet ofMail(PageText page) {
        BitSet lines = new BitSet();
        int count = page.blocks().size();
        for (int i = 0; i < count && page.boxes().get(i) == null; i++) {
            Block line = page.blocks().get(i);
            if (i > 0 && line.emptyLinesBefore() > 0
                    || !HEADER.matcher(page.text())
                            .region(line.passage().from(), line.passage().to())
                            .lookingAt()) {
                break;
            }
            lines.set(i);
        }
        return lines.cardinality() > 1 ? lines : new BitSet();
    }

    private static boolean isIn(Box innermost, Map<Box, Integer> sizes, Map<Integer, Set<Box>> alike, int whole) {
        for (Box box = innermost; box != null; box = box.parent()) {
            if (isFurniture(box) && sizes.get(box) < MOST * whole && !isOfEntry(box, alike)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is an entry among others, whatever it is called, or what is beside and below the text of one. */
    private static boolean isOfEntry(Box box, Map<Integer, Set<Box>> alike) {
        if (box.words().contains("event") || box.words().contains("vevent")) {
            return true;
        }
        if (!box.tag().equals("aside") && !box.tag().equals("footer")) {
            return false;
        }
        for (Box around = box.parent(); around != null; around = around.parent()) {
            if (alike.get(around.path()).size() > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFurniture(Box box) {
        return TAGS.contains(box.tag())
                || box.words().stream().anyMatch(NAMES::contains)
                || (box.tag().equals("header") || box.words().contains("banner")) && isOfThePage(box);
    }

    /** Whether it is not a part of an entry or of the content. */
    private static boolean isOfThePage(Box header) {
        for (Box box = header.parent(); box != null; box = box.parent()) {
            if (Set.of("article", "main", "section", "li", "td").contains(box.tag())) {
                return false;
            }
        }
        return true;
    }
}
