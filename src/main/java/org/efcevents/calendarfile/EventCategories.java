package org.efcevents.calendarfile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.efcevents.migration.KindWords;
import org.efcevents.migration.WorkPackages;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;

/** The kind of an event, its work packages and its topics: by its categories, and the former two by its title if these do not tell them. */
final class EventCategories {

    /** As pages and calendars of the module name kinds, where other words do not tell them as well. */
    private static final Map<String, String> LABELS = Map.of(
            "networks meeting", "networks-meeting",
            "rencontre des reseaux", "networks-meeting",
            "work package meeting", "work-package-meeting",
            "reunion d un lot de travail", "work-package-meeting",
            "participation in another organisation s event", "external-participation",
            "participation a un evenement d une autre organisation", "external-participation");

    /** What programs offer, or colour with. */
    private static final Pattern NO_TOPIC = Pattern.compile(
            "(?i)(?:(?:red|blue|green|yellow|orange|purple) category|catégorie (?:rouge|bleue|verte|jaune|orange|violette)|appointment|event|events|meeting|"
                    + "business|personal|événement|évènement|uncategori[sz]ed|default|https?://schemas\\.google\\.com/.*)");

    private static final Pattern CODE = Pattern.compile("(?i)WP ?\\d{1,2}\\b.*", Pattern.DOTALL);

    private static final int LONGEST = 200;
    private static final int MOST = 40;

    private EventCategories() {}

    /** Reads them. */
    static void read(EventFields event) {
        String text = event.text();
        Set<String> packages = new LinkedHashSet<>();
        List<Passage> packageWords = new ArrayList<>();
        List<String> topics = new ArrayList<>();
        List<Passage> topicWords = new ArrayList<>();
        List<Passage> all = event.component()
                .lines("CATEGORIES")
                .peek(line -> event.mark(line, Use.FURNITURE))
                .flatMap(line -> TextValue.parted(text, line.value(), ',').stream())
                .filter(part -> part.length() <= LONGEST)
                .limit(MOST)
                .toList();
        for (Passage words : all) {
            String category = WordForms.collapsed(TextValue.of(text, words));
            if (CODE.matcher(category).matches()) {
                WorkPackages.of(entry(text, words)).forEach(found -> packages.add(found.value()));
                packageWords.add(words);
                event.mark(words, Use.WORK_PACKAGE);
                continue;
            }
            Optional<Finding<String>> kind = event.has(EventField.KIND) ? Optional.empty() : kind(text, words);
            if (kind.isPresent()) {
                event.add(EventField.KIND.property(), kind.get());
                event.mark(words, Use.KIND);
            } else if (!category.isEmpty() && !NO_TOPIC.matcher(category).matches()) {
                topics.add(category);
                topicWords.add(words);
                event.mark(words, Use.DETAIL);
            }
        }
        put(event, EventField.TOPICS, String.join(", ", topics), topicWords, "calendar.topics");
        put(
                event,
                EventField.WORK_PACKAGES,
                String.join(EventField.BETWEEN, packages),
                packageWords,
                "calendar.work-packages");
        event.component()
                .line("SUMMARY")
                .map(CalendarLine::value)
                .filter(words -> words.length() > 0 && words.length() <= LONGEST * 2)
                .ifPresent(words -> byTitle(event, words));
    }

    private static void put(EventFields event, EventField field, String value, List<Passage> words, String rule) {
        if (!value.isEmpty()) {
            event.add(field.property(), new Finding<>(value, words, rule, Certainty.STATED));
        }
    }

    private static Optional<Finding<String>> kind(String text, Passage words) {
        String label = LABELS.get(WordForms.letters(TextValue.of(text, words)));
        return label == null
                ? KindWords.of(entry(text, words), false)
                : Optional.of(new Finding<>(label, List.of(words), "calendar.kind", Certainty.STATED));
    }

    private static void byTitle(EventFields event, Passage words) {
        Entry entry = entry(event.text(), words);
        if (!event.has(EventField.WORK_PACKAGES)) {
            List<Finding<String>> found = WorkPackages.of(entry);
            put(
                    event,
                    EventField.WORK_PACKAGES,
                    String.join(
                            EventField.BETWEEN,
                            found.stream().map(Finding::value).toList()),
                    found.stream()
                            .flatMap(one -> one.words().stream())
                            .distinct()
                            .toList(),
                    "workPackage.title");
        }
        if (!event.has(EventField.KIND)) {
            KindWords.of(entry, event.has(EventField.WORK_PACKAGES))
                    .ifPresent(kind -> event.add(EventField.KIND.property(), kind));
        }
    }

    /** Words as if they were the title of an entry of a page. */
    private static Entry entry(String text, Passage words) {
        Block block = new Block(Block.Kind.PARAGRAPH, 0, words, 0, Set.of(), List.of());
        return new Entry(text, Optional.of(words), List.of(block), List.of());
    }
}
