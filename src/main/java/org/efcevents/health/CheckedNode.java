package org.efcevents.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.content.ContentLanguages;
import org.efcevents.content.ContentNode;
import org.efcevents.content.NodeType;
import org.efcevents.content.OpenEnum;
import org.efcevents.content.PublishedState;
import org.efcevents.date.EventDate;
import org.efcevents.event.EventStatus;
import org.efcevents.event.EventSummary;
import org.efcevents.event.Programme;
import org.efcevents.event.Registration;

/**
 * What checks need to know of an event, a speaker or a work package.
 *
 * @param id its identifier
 * @param type its type
 * @param path its path
 * @param title what it is called; if it has no title, name or code that can be seen, the name of its node
 * @param titled whether it has one
 * @param translations what it is called in other languages, by the language of the title
 * @param revised when it was last saved: {@link ContentNode#revised}
 * @param state whether it is published as it is
 * @param date when an event takes place
 * @param takesPlace false for an event that was cancelled or postponed
 * @param kind what kind of event it is; null if the editor chose none
 * @param participants how many took part in an event; null if that is not recorded
 * @param venue where in which town an event takes place, as it was entered; empty if no venue is
 * @param registers whether the address where to register for an event is stored
 * @param deadline the last day on which one can register; null if there is none
 * @param files the files that an event offers
 * @param reported whether an event has a report, or minutes for members
 * @param languages those that its title or name is written in; null for what has no translations
 * @param speakers the identifiers of those who take part
 * @param workPackages the identifiers of the work packages that an event belongs to
 * @param links the identifiers of what its texts link to in the archive
 * @param picturesWithoutAlt how many pictures have no text alternative
 * @param damaged the first words that were damaged; null if there are none
 * @param spellings all names of a speaker
 * @param unread what is stored in its fields and nobody reads: {@link UnreadFields}
 * @param nameless how many parts in an event name nobody
 * @param programme what is not clear in the programme of an event: {@link Programme#unclear}
 */
public record CheckedNode(
        String id,
        NodeType type,
        String path,
        String title,
        boolean titled,
        Map<String, String> translations,
        Instant revised,
        PublishedState state,
        EventDate date,
        boolean takesPlace,
        String kind,
        Long participants,
        String venue,
        boolean registers,
        LocalDate deadline,
        List<FileUse> files,
        boolean reported,
        List<String> languages,
        Set<String> speakers,
        Set<String> workPackages,
        Set<String> links,
        int picturesWithoutAlt,
        String damaged,
        List<String> spellings,
        List<String> unread,
        int nameless,
        List<String> programme) {

    /** As {@link org.efcevents.content.NodeLink} says, in whatever text. */
    private static final Pattern LINK =
            Pattern.compile("\\$\\{link:\\{uuid:\\{([0-9A-Fa-f-]{36})},repository:\\{efc-events}");

    /**
     * What becomes of UTF-8 that is read as ISO 8859-1 or Windows-1252, what cannot be read at all, and what no document can have.
     */
    private static final Pattern DAMAGED = Pattern.compile(
            "[\\x{fffd}-\\x{ffff}\\p{Cs}\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]|\\u00c3[\\x80-\\xbf\\u0152\\u0160\\u0178\\u0192\\u02c6\\u02dc\\u2013-\\u2122]"
                    + "|\\u00e2\\u20ac[\\x80-\\xbf\\u0152\\u0153\\u02dc\\u201a-\\u2122]?");

    private static final int LONGEST = 60;

    /**
     * Reads an event, a speaker or a work package with all that is below it.
     *
     * @param languages in which the node is read
     */
    public static CheckedNode of(ContentNode node, ContentLanguages languages) {
        NodeType type = Stream.of(NodeType.SPEAKER, NodeType.WORK_PACKAGE)
                .filter(node::isA)
                .findFirst()
                .orElse(NodeType.EVENT);
        boolean event = type == NodeType.EVENT;
        List<ContentNode> all = node.withAllBelow();
        List<String> texts = all.stream().flatMap(part -> part.texts().stream()).toList();
        EventDate date = EventSummary.dateOf(node);
        return new CheckedNode(
                node.id(),
                type,
                node.path(),
                title(node, type),
                isTitled(node, type),
                translations(node, type, languages),
                node.revised(),
                node.publishedState(),
                date,
                takesPlace(node),
                node.rawText("kind"),
                node.number("participantCount").filter(count -> count >= 0).orElse(null),
                node.text("venue") == null ? "" : node.text("venue") + "\n" + Objects.toString(node.text("city"), ""),
                node.rawText("registrationAddress") != null,
                Registration.day(node.rawText("registrationDeadline")),
                event ? FileUse.of(node) : List.of(),
                node.text("report") != null
                        || node.child("members")
                                .filter(members -> members.text("minutes") != null)
                                .isPresent(),
                type == NodeType.SPEAKER ? null : node.languages("title"),
                event ? speakers(node) : Set.of(),
                Set.copyOf(node.values("workPackages")),
                links(texts),
                (int) node.entries("gallery").stream()
                        .filter(picture -> picture.rawText("image") != null && picture.text("alt") == null)
                        .count(),
                damaged(texts),
                spellings(node),
                UnreadFields.of(all),
                (int) node.entries("participations").stream()
                        .filter(part -> part.rawText("speaker") == null)
                        .count(),
                event ? Programme.unclear(node, date) : List.of());
    }

    /** Whether it is published, as it is now or as it was. */
    public boolean published() {
        return state != PublishedState.NONE;
    }

    /** The name of its node, by which its page is addressed unless it shares it. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Where its form is: see {@link Finding#form()}. */
    public String form() {
        return Finding.form(type, path);
    }

    private static String title(ContentNode node, NodeType type) {
        String title =
                switch (type) {
                    case SPEAKER -> node.text("fullName");
                    case WORK_PACKAGE -> Stream.of(node.rawText("code"), node.text("title"))
                            .filter(Objects::nonNull)
                            .reduce((code, name) -> code + " " + name)
                            .orElse(null);
                    default -> node.text("title");
                };
        return title == null ? node.name() : title;
    }

    private static boolean isTitled(ContentNode node, NodeType type) {
        return switch (type) {
            case SPEAKER -> node.rawText("fullName") != null;
            case WORK_PACKAGE -> node.rawText("code") != null;
            default -> !node.languages("title").isEmpty();
        };
    }

    private static Map<String, String> translations(ContentNode node, NodeType type, ContentLanguages read) {
        Map<String, String> translations = new HashMap<>();
        for (String language : node.languages("title")) {
            if (!language.equals(read.language())) {
                translations.put(
                        language, title(node.in(new ContentLanguages(language, read.defaultLanguage())), type));
            }
        }
        return Map.copyOf(translations);
    }

    /** The same as somebody is told of it who reads a language: its title is in that, if it has one. */
    public CheckedNode in(String language) {
        String translation = translations.getOrDefault(
                language, translations.get(Locale.forLanguageTag(language).getLanguage()));
        return translation == null
                ? this
                : new CheckedNode(
                        id,
                        type,
                        path,
                        translation,
                        titled,
                        translations,
                        revised,
                        state,
                        date,
                        takesPlace,
                        kind,
                        participants,
                        venue,
                        registers,
                        deadline,
                        files,
                        reported,
                        languages,
                        speakers,
                        workPackages,
                        links,
                        picturesWithoutAlt,
                        damaged,
                        spellings,
                        unread,
                        nameless,
                        programme);
    }

    private static boolean takesPlace(ContentNode node) {
        OpenEnum<EventStatus> status = Optional.ofNullable(node.rawText("status"))
                .map(word -> OpenEnum.of(EventStatus.class, word))
                .orElse(OpenEnum.of(EventStatus.SCHEDULED));
        return !status.is(EventStatus.CANCELLED) && !status.is(EventStatus.POSTPONED);
    }

    private static Set<String> speakers(ContentNode event) {
        Set<String> speakers = new TreeSet<>();
        event.entries("participations").stream()
                .map(part -> part.rawText("speaker"))
                .filter(Objects::nonNull)
                .forEach(speakers::add);
        return speakers;
    }

    private static Set<String> links(List<String> texts) {
        Set<String> links = new TreeSet<>();
        for (String text : texts) {
            if (text.contains("${link:")) {
                LINK.matcher(text).results().map(link -> link.group(1)).forEach(links::add);
            }
        }
        return links;
    }

    private static String damaged(List<String> texts) {
        for (String text : texts) {
            // Nearly no text has any of these, and a pattern takes long to find that out.
            if (text.chars().anyMatch(CheckedNode::mayBeDamage)) {
                Matcher damaged = DAMAGED.matcher(text);
                if (damaged.find()) {
                    return word(text, damaged.start(), damaged.end());
                }
            }
        }
        return null;
    }

    private static boolean mayBeDamage(int character) {
        return character < ' ' && character != '\t' && character != '\n' && character != '\r'
                || character == 0x7f
                || character >= 0xfffd
                || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE
                || character == 0xc3
                || character == 0xe2;
    }

    /** The word around what is between two places of a text. */
    private static String word(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        // What was there shows as a mark.
        String word = text.substring(start, end).replaceAll("[\\p{Cc}\\p{Cs}\\x{fffe}\\x{ffff}]", "\ufffd");
        return word.length() <= LONGEST ? word : word.substring(0, LONGEST) + "…";
    }

    private static List<String> spellings(ContentNode speaker) {
        List<String> spellings = new ArrayList<>(speaker.values("otherNames"));
        Optional.ofNullable(speaker.text("fullName")).ifPresent(spellings::add);
        return List.copyOf(spellings);
    }
}
