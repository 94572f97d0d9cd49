package org.efcevents.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.efcevents.content.ContentNode;
import org.efcevents.content.Fallbacks;
import org.efcevents.content.Link;
import org.efcevents.date.Phase;

/**
 * What those want to know who come to an event, have missed it or are to report about it.
 *
 * @param participants how many took part; null if unknown
 * @param registration how to register, whether that is still possible or not; null if one need not
 * @param contact whom everybody can ask, in one or more lines; null if nobody is named
 * @param languages BCP 47 tags of the languages that it is held in
 * @param recording the address of its recording, safe to use in {@code href}; null if there is none
 * @param topics what it is about
 * @param fallbacks which of {@code contact} and {@code topics} are in another language
 */
public record Particulars(
        Long participants,
        Registration registration,
        String contact,
        List<String> languages,
        String recording,
        List<String> topics,
        Fallbacks fallbacks) {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*");

    /** Those of an event of which nothing may be known, or is. */
    static final Particulars NONE = new Particulars(null, null, null, List.of(), null, List.of(), Fallbacks.NONE);

    /** Makes defensive copies of the lists. */
    public Particulars {
        languages = List.copyOf(languages);
        topics = List.copyOf(topics);
    }

    /** Reads the particulars of an event that the reader may see in full. */
    static Particulars of(ContentNode event) {
        String recording = event.rawText("recording");
        String topics = event.text("topics");
        return new Particulars(
                event.number("participantCount").filter(count -> count >= 0).orElse(null),
                Registration.of(event),
                event.text("contact"),
                event.values("languages").stream()
                        .filter(Particulars::isLanguage)
                        .toList(),
                Link.isSafe(recording) ? recording : null,
                topics == null
                        ? List.of()
                        : Arrays.stream(topics.split("[,;]"))
                                .map(String::strip)
                                .filter(topic -> !topic.isEmpty())
                                .distinct()
                                .toList(),
                event.fallbacks("contact", "topics"));
    }

    /** Whether a text can be a BCP 47 tag. */
    public static boolean isLanguage(String text) {
        return LANGUAGE.matcher(text).matches();
    }

    /** Without the registration where that is no longer possible. */
    Particulars in(Phase phase, EventSummary event) {
        return phase == Phase.UPCOMING && !event.status().is(EventStatus.CANCELLED)
                ? this
                : new Particulars(participants, null, contact, languages, recording, topics, fallbacks);
    }

    /** The names of the {@link #languages} in a language. */
    public List<String> languageNames(Locale locale) {
        return languages.stream()
                .map(tag -> Locale.forLanguageTag(tag).getDisplayName(locale))
                .toList();
    }
}
