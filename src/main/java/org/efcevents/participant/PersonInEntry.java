package org.efcevents.participant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.efcevents.event.Part;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/** What the mentions of one person in an entry say together. */
final class PersonInEntry {

    private static final List<Part> BY_WEIGHT = List.of(
            Part.KEYNOTE,
            Part.CHAIR,
            Part.OPENING,
            Part.CLOSING,
            Part.PANELLIST,
            Part.SPEAKER,
            Part.ANNOUNCING,
            Part.ATTENDING);

    private final String text;
    private final PeopleWords words;
    private Mention named;
    private String folded = "";
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Passage> talk = new ArrayList<>();
    private Optional<Passage> panel = Optional.empty();

    PersonInEntry(String text, PeopleWords words) {
        this.text = text;
        this.words = words;
    }

    void add(Mention mention, Optional<Passage> heading) {
        mentions.add(mention);
        if (named == null || !named.name().full() && mention.name().full()) {
            named = mention;
            folded = mention.folded();
        }
        panel = panel.or(() -> heading);
    }

    void addTalk(Passage passage) {
        talk.add(passage);
    }

    /** Whether a mention is one of this person: of the same name, or of the family name where one of the two is no more. */
    boolean is(Mention mention) {
        String other = mention.folded();
        boolean shorter = other.length() < folded.length();
        ReadName one = (shorter ? mention : named).name();
        boolean familyAlone = !one.full() || one.honorific().isPresent();
        return other.equals(folded)
                || familyAlone && (shorter ? folded.endsWith(" " + other) : other.endsWith(" " + folded));
    }

    /** The last word of the name, without accents and case. */
    String family() {
        return named.family();
    }

    /** Where the person belongs among those of the entry: where the talk begins, or else where the name stands first. */
    int position() {
        return talk.isEmpty() ? mentions.get(0).passage().from() : talk.get(0).from();
    }

    FoundPerson found() {
        WhoTheyAre who = WhoTheyAre.NOTHING;
        for (Mention mention : mentions) {
            who = who.or(mention.who());
        }
        Optional<Mention> member =
                mentions.stream().filter(mention -> !mention.member().isEmpty()).findFirst();
        if (member.isPresent() && !who.role().isThere()) {
            who = who.or(ofParliament(member.get()));
        }
        if (!who.organisation().isThere() && words.isMember(who.role().value())) {
            who = who.or(new WhoTheyAre(
                    WhoTheyAre.Words.NONE,
                    new WhoTheyAre.Words(
                            words.parliament(who.role().value()), who.role().passages()),
                    WhoTheyAre.Words.NONE,
                    WhoTheyAre.Words.NONE));
        }
        Mention acting = mentions.stream()
                .min(Comparator.comparingInt(PersonInEntry::weight))
                .orElse(named);
        Part part = !acting.partSaid() && !talk.isEmpty() ? Part.SPEAKER : acting.part();
        Finding.Certainty certainty =
                mentions.stream().map(Mention::certainty).min(Enum::compareTo).orElseThrow();
        String rule = named.rule();
        Passage name = named.passage();
        Optional<Passage> honorific = honorific(member);
        Passage printed = named.name().full() || named.name().honorific().isEmpty()
                ? name
                : new Passage(named.name().honorific().get().in(named.tokens()).from(), name.to());
        return new FoundPerson(
                new Finding<>(WordForms.collapsed(printed.in(text)), List.of(printed), rule, certainty),
                honorific.map(words -> new Finding<>(
                        member.isPresent() ? one(words.in(text)) : WordForms.collapsed(words.in(text)),
                        List.of(words),
                        rule,
                        certainty)),
                finding(who.role(), "person.role", certainty),
                finding(who.organisation(), "person.organisation", certainty),
                finding(who.group(), "person.group", certainty),
                finding(who.country(), "person.country", certainty),
                new Finding<>(
                        part,
                        List.of(acting.passage()),
                        acting.rule(),
                        acting.partSaid() || !talk.isEmpty() ? certainty : Finding.Certainty.DOUBTFUL),
                panel.map(words ->
                        new Finding<>(WordForms.collapsed(words.in(text)), List.of(words), "person.panel", certainty)),
                talk);
    }

    private static int weight(Mention mention) {
        int weight = BY_WEIGHT.indexOf(mention.part());
        return mention.partSaid() ? weight : BY_WEIGHT.size() + weight;
    }

    private WhoTheyAre ofParliament(Mention mention) {
        String role = one(mention.member().get(0).in(text));
        return new WhoTheyAre(
                new WhoTheyAre.Words(role, mention.member()),
                new WhoTheyAre.Words(words.parliament(role), mention.member()),
                WhoTheyAre.Words.NONE,
                WhoTheyAre.Words.NONE);
    }

    private Optional<Passage> honorific(Optional<Mention> member) {
        return member.map(mention -> mention.member().get(0)).or(() -> mentions.stream()
                .flatMap(mention -> mention.name().honorific().map(range -> range.in(mention.tokens())).stream())
                .findFirst());
    }

    /** An honorific of several people as that of one. */
    private static String one(String honorific) {
        String plain = WordForms.collapsed(honorific);
        return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
    }

    private static Optional<Finding<String>> finding(WhoTheyAre.Words words, String rule, Finding.Certainty certainty) {
        return words.isThere()
                ? Optional.of(new Finding<>(WordForms.collapsed(words.value()), words.passages(), rule, certainty))
                : Optional.empty();
    }
}
