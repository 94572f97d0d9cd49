package org.efcevents.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.efcevents.content.ContentNode;
import org.efcevents.content.DamFile;
import org.efcevents.content.Link;
import org.efcevents.date.EventDate;
import org.efcevents.date.TypedDate;
import org.efcevents.event.Particulars;
import org.efcevents.event.Registration;

/**
 * The fields of events, speakers and work packages, and what can be stored where they should be that nobody reads: pages leave it out.
 * What says when an event is has checks of its own, and so has what names something that is not there.
 */
final class UnreadFields {

    /** Those that can have any text, and can have one only. A site may add words of its own to those that have options. */
    private static final Set<String> TEXTS = Set.of(
            ("title kind precision start end startTime endTime timeZone partialDate status statusText topics venue city country"
                            + " contact organiser host attendance teaser description report credit sourceTitle sourceUid speaker"
                            + " part role organisation panel talkTitle summary alt caption language day minutes contacts code lead"
                            + " fullName familyName honorific biography portraitAlt")
                    .split(" "));

    /** Those that can have several. */
    private static final Set<String> SEVERAL = Set.of("workPackages", "languages", "formerAddresses", "otherNames");

    /** Those that are nodes with entries below them. */
    private static final Set<String> LISTS = Set.of("programme", "participations", "links", "documents", "gallery");

    /** Those that are one node. */
    private static final Set<String> PARTS = Set.of("publicNotice", "members");

    private static final Map<String, Predicate<String>> OTHERS = new HashMap<>();

    static {
        put(Particulars::isLanguage, "languages");
        put(UnreadFields::isCount, "participantCount", "photographCount", "position", "sourcePosition");
        put(Link::isSafe, "onlineAddress", "registrationAddress", "recording", "sourceUrl", "url");
        put(text -> Registration.day(text) != null, "registrationDeadline");
        put(text -> EventDate.parseEdtf(TypedDate.edtf(text.strip())).problems().isEmpty(), "periodStart", "periodEnd");
        put(text -> text.equals("true") || text.equals("false"), "approximate", "closed");
        put(text -> DamFile.identifier(text).isPresent(), "asset", "image", "portrait");
    }

    private static final int LONGEST = 60;

    private UnreadFields() {}

    private static void put(Predicate<String> readable, String... names) {
        for (String name : names) {
            OTHERS.put(name, readable);
        }
    }

    private static boolean isCount(String text) {
        return text.matches("[0-9]{1,18}");
    }

    /** The names of all fields that it knows. */
    static Set<String> names() {
        Set<String> names = new HashSet<>(OTHERS.keySet());
        List.of(TEXTS, SEVERAL, LISTS, PARTS).forEach(names::addAll);
        return names;
    }

    /**
     * What nobody reads of a node and of all that is below it: each as the name of the field, a colon, and what is there.
     *
     * @param nodes the node and all below it
     */
    static List<String> of(List<ContentNode> nodes) {
        List<String> unread = new ArrayList<>();
        for (ContentNode node : nodes) {
            if (isProperty(node.name())) {
                unread.add(node.name() + ": …");
            }
            node.properties().forEach((property, several) -> {
                String field = property.replaceFirst("_.*", "");
                List<String> values = node.values(property);
                if (!values.isEmpty() && !isRead(field, several, values)) {
                    unread.add(property + ": " + cut(String.join(", ", values)));
                }
            });
        }
        return unread.stream().distinct().sorted().toList();
    }

    private static boolean isProperty(String name) {
        return TEXTS.contains(name) || SEVERAL.contains(name) || OTHERS.containsKey(name);
    }

    private static boolean isRead(String field, boolean several, List<String> values) {
        if (LISTS.contains(field) || PARTS.contains(field)) {
            return false;
        }
        return !isProperty(field)
                || (!several || SEVERAL.contains(field))
                        && values.stream().allMatch(OTHERS.getOrDefault(field, any -> true));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
