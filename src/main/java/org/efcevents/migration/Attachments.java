package org.efcevents.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Furniture;
import org.efcevents.pagetext.Mark;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/**
 * What an entry leads to and shows: links, documents, photographs. Nothing is fetched; addresses are as the page has them.
 *
 * @param links addresses of other pages, with the words that lead there
 * @param documents addresses of files to read
 * @param pictures addresses of photographs
 * @param labels what stands in place of photographs, such as “Voir les photos”
 */
public record Attachments(
        List<Finding<String>> links,
        List<Finding<String>> documents,
        List<Finding<String>> pictures,
        List<Passage> labels) {

    private static final Pattern DOCUMENT =
            Pattern.compile("(?i)[^?#]*\\.(?:pdf|docx?|pptx?|ppsx?|xlsx?|od[tps]|rtf|zip|epub|csv)(?:[?#].*)?");

    private static final Pattern PICTURE =
            Pattern.compile("(?i)[^?#]*\\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp)(?:[?#].*)?");

    /** Pictures that are none of an event. */
    private static final Pattern ORNAMENT = Pattern.compile(
            "(?i).*(?:icon|logo|bullet|spacer|pixel|blank|arrow|button|separator|line\\d*\\.gif|new\\d*\\.gif|avatar|gravatar|emoji|sprite|\\bpdf\\b|pdf\\.|acrobat|counter).*|data:.*|x|");

    private static final Pattern WITHOUT_SCHEME = Pattern.compile("(?i)[^:/?#]*(?:[/?#].*)?");
    private static final Pattern SCHEME = Pattern.compile("(?i)(?:https?|mailto):.+");

    /** What stands in plain text where a picture was. */
    private static final Pattern LABEL =
            Pattern.compile("(?i)\\b(?:voir les photos|voir la photo|view (?:the )?photos?|see (?:the )?photos?)\\b");

    private static final Set<String> LEADS_WITHIN = Set.of(
            "tag", "category", "author", "share", "sharer", "intent", "print", "comment", "respond", "feed", "login");

    static Attachments of(Entry entry, Furniture furniture) {
        Map<String, Finding<String>> links = new LinkedHashMap<>();
        Map<String, Finding<String>> documents = new LinkedHashMap<>();
        Map<String, Finding<String>> pictures = new LinkedHashMap<>();
        List<Passage> labels = new ArrayList<>();
        for (Block block : entry.blocks()) {
            for (Mark mark : block.marks()) {
                String address = WordForms.collapsed(mark.value());
                if (mark.kind() == Mark.Kind.PICTURE && isPhotograph(address, mark, entry.text())) {
                    pictures.putIfAbsent(address, found(address, mark, "picture"));
                } else if (mark.kind() == Mark.Kind.LINK && isSafe(address)) {
                    String words = mark.passage().in(entry.text());
                    if (DOCUMENT.matcher(address).matches()) {
                        documents.putIfAbsent(address, found(address, mark, "document"));
                    } else if (!PICTURE.matcher(address).matches()
                            && !entry.title().filter(mark.passage()::overlaps).isPresent()
                            && !furniture.is(words)
                            && !LABEL.matcher(words).find()
                            && !leadsWithin(address)) {
                        links.putIfAbsent(address, found(address, mark, "link"));
                    }
                }
            }
            var label = LABEL.matcher(entry.text())
                    .region(block.passage().from(), block.passage().to());
            while (label.find()) {
                labels.add(new Passage(label.start(), label.end()));
            }
        }
        return new Attachments(
                List.copyOf(links.values()),
                List.copyOf(documents.values()),
                List.copyOf(pictures.values()),
                List.copyOf(labels));
    }

    /** How many photographs of the event the page shows or speaks of. */
    public int photographs() {
        return pictures.isEmpty() ? labels.size() : pictures.size();
    }

    private static boolean isPhotograph(String address, Mark mark, String text) {
        boolean called = !address.endsWith(mark.passage().in(text));
        return !ORNAMENT.matcher(address).matches()
                && (PICTURE.matcher(address).matches() || called && isSafe(address));
    }

    private static Finding<String> found(String address, Mark mark, String rule) {
        return new Finding<>(address, List.of(mark.passage()), rule, Certainty.STATED);
    }

    /** Not {@code javascript:} and its like, nor a place on the same page. */
    private static boolean isSafe(String address) {
        return !address.isEmpty()
                && !address.startsWith("#")
                && (SCHEME.matcher(address).matches()
                        || WITHOUT_SCHEME.matcher(address).matches());
    }

    private static boolean leadsWithin(String address) {
        return WordForms.ofName(address.replaceFirst("^https?://[^/]*", "")).stream()
                .anyMatch(LEADS_WITHIN::contains);
    }
}
