package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.Sentences;

/**
 * Whether an entry tells of what will take place, as it was written before the event, rather than of what took place: the first verb that
 * tells either decides.
 */
final class Announcement {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern TO_COME = Pattern.compile(
            "\\b(?:(?:will|shall)(?: now| also)? (?:take place|be (?:held|hosted|organi[sz]ed|opened|in|on|at)|meet|gather|host|open|welcome|start|begin|run|show|present|explain|discuss|speak|talk)|(?:is|are) scheduled|"
                    + "(?:you )?are (?:kindly )?invited|join us|se tiendr(?:a|ont)|aur(?:a|ont) lieu|se réunir(?:a|ont)|sont invités)\\b",
            FLAGS);

    private static final Pattern WAS = Pattern.compile(
            "\\b(?:took|met|gathered|was|were|had|has|have|did|gave|spoke|talked|saw|came|heard|went|began|organi[sz]ed|held|discussed|hosted|attended|joined|reviewed|announced|opened|adopted|compared|presented|listened|walked|worked|"
                    + "welcomed|agreed|decided|planned|eu lieu|s.est|se sont|a réuni|ont|était|étaient)\\b",
            FLAGS);

    /** What is to come is then another event. */
    private static final Pattern ANOTHER =
            Pattern.compile("\\b(?:next|second|following|which|prochaine?|qui)\\b", FLAGS);

    /** A first sentence may begin with it and speak of the event itself: “The next meeting will take place …”. */
    private static final int BEGINNING = 14;

    private Announcement() {}

    /** The words that say that it is to come; empty if it tells what was, or nothing. */
    static Optional<Finding<Boolean>> of(Entry entry) {
        boolean first = true;
        for (Passage sentence : Sentences.of(entry).stream().limit(3).toList()) {
            Matcher toCome = TO_COME.matcher(entry.text()).region(sentence.from(), sentence.to());
            if (toCome.find() && isOfTheEvent(entry.text(), sentence.from(), toCome.start(), first)) {
                return Optional.of(new Finding<>(
                        true, List.of(new Passage(toCome.start(), toCome.end())), "announcement", Certainty.STATED));
            }
            first = false;
        }
        return Optional.empty();
    }

    private static boolean isOfTheEvent(String text, int from, int verb, boolean first) {
        if (first && WAS.matcher(text.substring(from, verb)).find()) {
            return false;
        }
        return !ANOTHER.matcher(text.substring(first ? Math.min(verb, from + BEGINNING) : from, verb))
                .find();
    }
}
