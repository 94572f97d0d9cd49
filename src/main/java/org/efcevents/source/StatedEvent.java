package org.efcevents.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;

/**
 * What a source states of one event. All passages are of the source's text.
 *
 * @param position in its source, from 1
 * @param words all its words
 * @param key what tells it from the others of its source whatever else changes, such as the UID of a calendar's component or the
 *     identifier in a column of a table; empty if nothing does
 * @param version when the event of the archive that it was written from had been changed last, as {@code mgnl:lastModified} has it; empty if it was
 *     not written from one
 * @param fields by their names, see {@link EventField#named}; people, links and what is inferred are not among them. A field that is not stated is
 *     not there; one that is stated to be empty has an empty value
 * @param offered a date that the words alone do not state, for an editor to take
 * @param people in the order in which they are named; null if nothing is stated of people
 * @param links null if nothing is stated of links
 * @param whole whether it is all that there is: if not, as in a table that may have lost a column, a field that is not stated stays as it is
 * @param files in their order
 * @param blocks the parts in which it stands, between which it could be divided into two events; empty if it cannot be
 * @param remarks why it is not sure, or some of it
 */
public record StatedEvent(
        int position,
        Passage words,
        String key,
        String version,
        Map<String, Finding<String>> fields,
        Optional<Finding<String>> offered,
        List<StatedPerson> people,
        List<StatedLink> links,
        boolean whole,
        List<StatedFile> files,
        List<Passage> blocks,
        List<Remark> remarks) {

    /**
     * Makes defensive copies.
     *
     * @throws IllegalArgumentException if there is no field of a name
     */
    public StatedEvent {
        for (String name : fields.keySet()) {
            if (EventField.named(name).isEmpty()) {
                throw new IllegalArgumentException("There is no field " + name + " of an event");
            }
        }
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        people = people == null ? null : List.copyOf(people);
        links = links == null ? null : List.copyOf(links);
        files = List.copyOf(files);
        blocks = List.copyOf(blocks);
        remarks = List.copyOf(remarks);
    }

    /** What it is called in the site's first language, or else in any. */
    public String title() {
        return Stream.concat(
                        Stream.of(text(EventField.TITLE)),
                        fields.entrySet().stream()
                                .filter(field -> EventField.TITLE.isNamed(field.getKey()))
                                .map(field -> field.getValue().value()))
                .filter(title -> !title.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** What is stated of a field; empty if nothing is, or if it is stated to be empty. */
    public String text(EventField field) {
        return finding(field).map(Finding::value).orElse("");
    }

    /** What is stated of a field, in the site's first language or else in any; empty if nothing is. */
    public Optional<Finding<String>> finding(EventField field) {
        return Optional.ofNullable(fields.get(field.property())).or(() -> fields.entrySet().stream()
                .filter(stated -> field.isNamed(stated.getKey()))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    /** Whether it states anything in a language beside the site's first. */
    public boolean hasTranslations() {
        return fields.keySet().stream()
                .anyMatch(name ->
                        !name.equals(EventField.named(name).orElseThrow().property()));
    }

    /** The same with its texts in the fields of a language that is not the site's first. */
    StatedEvent in(Locale language) {
        Map<String, Finding<String>> all = new LinkedHashMap<>();
        fields.forEach((name, found) -> all.put(
                EventField.named(name)
                        .filter(field -> field.isInWords() && field.property().equals(name))
                        .map(field -> field.property(language))
                        .orElse(name),
                found));
        return new StatedEvent(
                position, words, key, version, all, offered, people, links, whole, files, blocks, remarks);
    }

    /** Whether anything of it is not sure. */
    public boolean isUnsure() {
        return !remarks.isEmpty()
                || fields.values().stream().anyMatch(found -> found.certainty() != Certainty.STATED)
                || people != null && people.stream().anyMatch(person -> !person.sure());
    }
}
