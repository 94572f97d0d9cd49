package org.efcevents.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.jsoup.nodes.Entities;

/**
 * The words of an entry as rich text of the content model: paragraphs, headings and lists; bold words and links to other sites stay.
 *
 * @param html empty if there are no words
 * @param passages what it came from, in their order
 */
public record BodyText(String html, List<Passage> passages) {

    private static final Pattern NUMBER = Pattern.compile("^\\d{1,3}[.)]\\s+");
    private static final Pattern BULLET = Pattern.compile("^[-*•·–]\\s+");
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(?:https?://|mailto:).+");

    /** Writes what is left of an entry without some passages. */
    static BodyText without(List<Passage> taken, Entry entry) {
        return of(entry, entry.body(), taken);
    }

    /** Writes some passages of an entry, such as what one person said. */
    static BodyText of(List<Passage> parts, Entry entry) {
        return of(entry, parts, List.of());
    }

    private static BodyText of(Entry entry, List<Passage> parts, List<Passage> taken) {
        StringBuilder html = new StringBuilder();
        List<Passage> passages = new ArrayList<>();
        String list = "";
        List<Passage> left = rest(
                parts.stream().sorted().toList(),
                taken.stream().filter(words -> words.length() > 0).sorted().toList());
        int first = 0;
        for (Block block : entry.blocks()) {
            List<Passage> kept = new ArrayList<>();
            while (first < left.size()
                    && left.get(first).to() <= block.passage().from()) {
                first++;
            }
            for (int i = first;
                    i < left.size() && left.get(i).from() < block.passage().to();
                    i++) {
                kept.add(new Passage(
                        Math.max(left.get(i).from(), block.passage().from()),
                        Math.min(left.get(i).to(), block.passage().to())));
            }
            if (!kept.isEmpty() && kept.get(0).from() > block.passage().from()) {
                kept.set(0, withoutSigns(entry.text(), kept.get(0)));
            }
            kept.removeIf(part -> WordForms.letters(part.in(entry.text())).isEmpty());
            if (kept.isEmpty()) {
                continue;
            }
            String words = words(entry.text(), block, kept);
            String opened = list(block, words);
            if (!opened.equals(list)) {
                html.append(list.isEmpty() ? "" : "</" + list + ">").append(opened.isEmpty() ? "" : "<" + opened + ">");
                list = opened;
            }
            String element = !list.isEmpty() ? "li" : block.kind() == Block.Kind.HEADING ? "h3" : "p";
            String line = list.isEmpty()
                    ? words
                    : BULLET.matcher(NUMBER.matcher(words).replaceFirst("")).replaceFirst("");
            html.append('<')
                    .append(element)
                    .append('>')
                    .append(line)
                    .append("</")
                    .append(element)
                    .append('>');
            passages.addAll(kept);
        }
        html.append(list.isEmpty() ? "" : "</" + list + ">");
        return new BodyText(html.toString(), List.copyOf(passages));
    }

    /** Without the signs that parted it from the title or the date before it. */
    private static Passage withoutSigns(String text, Passage part) {
        int from = part.from();
        while (from < part.to()
                && (WordForms.isSpace(text.charAt(from)) || ".,;:|–—)]!?".indexOf(text.charAt(from)) >= 0)) {
            from++;
        }
        return new Passage(from, part.to());
    }

    private static String list(Block block, String words) {
        if (block.kind() != Block.Kind.LIST_ITEM) {
            return "";
        }
        return NUMBER.matcher(words).find() ? "ol" : "ul";
    }

    /** What is left of passages without others, each of them in its order. */
    private static List<Passage> rest(List<Passage> passages, List<Passage> taken) {
        List<Passage> rest = new ArrayList<>();
        int next = 0;
        int from = 0;
        for (Passage passage : passages) {
            from = Math.max(from, passage.from());
            while (next < taken.size() && taken.get(next).from() < passage.to()) {
                Passage gone = taken.get(next);
                if (gone.from() > from) {
                    rest.add(new Passage(from, gone.from()));
                }
                from = Math.max(from, gone.to());
                if (gone.to() > passage.to()) {
                    break;
                }
                next++;
            }
            if (from < passage.to()) {
                rest.add(new Passage(from, passage.to()));
                from = passage.to();
            }
        }
        return rest;
    }

    private static String words(String text, Block block, List<Passage> kept) {
        StringBuilder html = new StringBuilder();
        for (Passage part : kept) {
            int at = part.from();
            for (Mark mark : block.marks()) {
                Passage marked = mark.passage();
                boolean link = mark.kind() == Mark.Kind.LINK
                        && ELSEWHERE.matcher(mark.value()).matches();
                boolean strong = mark.kind() == Mark.Kind.STRONG;
                if (marked.from() >= at && part.contains(marked) && marked.length() > 0 && (link || strong)) {
                    html.append(escaped(text, at, marked.from()))
                            .append(link ? "<a href=\"" + Entities.escape(mark.value()) + "\">" : "<strong>")
                            .append(escaped(text, marked.from(), marked.to()))
                            .append(link ? "</a>" : "</strong>");
                    at = marked.to();
                }
            }
            html.append(escaped(text, at, part.to()));
        }
        return WordForms.collapsed(html.toString());
    }

    private static String escaped(String text, int from, int to) {
        return Entities.escape(text.substring(from, to));
    }
}
