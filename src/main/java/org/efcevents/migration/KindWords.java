package org.efcevents.migration;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.Sentences;

/** The kind of an event, by words of its title, or else of how its text begins. */
public final class KindWords {

    /** A kind of the content model, and what it is called. */
    private record Kind(String stored, Pattern words) {

        static Kind of(String stored, String words) {
            return new Kind(stored, Pattern.compile("\\b(?:" + words + ")\\b", FLAGS));
        }
    }

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Kind CALL = Kind.of(
            "conference-call",
            "(?:(?:annual|international|european|national|final|opening|closing|spring|summer|autumn|winter) )?conference calls?"
                    + "|(?:tele)?phone (?:calls?|conferences?)|teleconferences?|conférences? téléphoniques?|audioconférence");

    private static final Kind CONFERENCE = Kind.of(
            "conference",
            "(?:(?:annual|international|european|national|final|opening|closing|spring|summer|autumn|winter) )?(?<!press )(?<!telephone )(?<!phone )conference(?! calls?\\b)|"
                    + "conférence (?:annuelle|internationale|finale)");

    /** Of those that begin at the same place the first is meant. */
    private static final List<Kind> KINDS = List.of(
            Kind.of("webinar", "webinars?|webinaires?"),
            CALL,
            Kind.of("awareness-raising", "awareness[- ]raising|sensibilisation"),
            Kind.of(
                    "steering-group",
                    "steering (?:group|committee)|(?:comité|groupe) de pilotage|lenkungs(?:gruppe|ausschuss)"),
            Kind.of("training", "trainings?|formation|schulung"),
            Kind.of("launch", "launch|lancement"),
            Kind.of("networks-meeting", "(?:meet(?:s|ing)?|rencontres?)\\b[^:;]{0,60}\\b(?:networks?|réseaux)"),
            CONFERENCE);

    /** What comes near to a kind and is called otherwise: it is offered in doubt. */
    private static final List<Kind> NEAR = List.of(
            Kind.of("webinar", "online seminar"),
            Kind.of("training", "course"),
            Kind.of("launch", "kick-?off"),
            Kind.of("conference", "colloque international"));

    private static final Pattern MEETING =
            Pattern.compile("\\b(?:meet(?:s|ing|ings)?|réunions?|met|sit together|reunion|sitzung|treffen)\\b", FLAGS);

    private static final Pattern SHORT_CALL = Pattern.compile("\\b(?:call|appel)\\b", FLAGS);

    /** Somebody else's event that the organisation went to. */
    private static final Pattern GUEST = Pattern.compile(
            "\\b(?:was present|were present|of which [^.]{0,40} was present|took part in (?:the|a)|attended|participated in|était présente?s?|"
                    + "avait un stand|had a stand|held a stand|a participé|spoke at (?:the|a)|invited to speak)\\b",
            FLAGS);

    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:at the|at|au salon|à la foire|guests? at|forum|fair|salon|foire|congress|days)\\b", FLAGS);

    private KindWords() {}

    /** The organisation itself, somewhere else: “The network at the Alpine Water Fair”. */
    private static final Pattern VISIT = Pattern.compile(
            "^(?:(?:the|le|la|our|notre) ?)?(?:network|réseau|alliance|society|société|association|confederation|confédération|coalition|forum|project|projet|"
                    + "group|groupe|guests?|visiteurs|\\p{Lu}{2,6}) (?:at|au|aux|à) ",
            FLAGS);

    /** “A training for collectors …”: the beginning of the text. */
    private static final Pattern BEGINNING =
            Pattern.compile("^(?:(?:the|this|a|an|our|une?|la|le|cette|notre) )?(?:\\p{L}+ )?$", FLAGS);

    private static final Pattern LAUNCHED =
            Pattern.compile("\\b(?:was|were) (?:officially )?launched|a été lancée?\\b", FLAGS);

    /**
     * The kind; empty if no words tell it.
     *
     * @param packages whether the entry is of a work package
     */
    public static Optional<Finding<String>> of(Entry entry, boolean packages) {
        Optional<Passage> first = Sentences.of(entry).stream().findFirst();
        Optional<Finding<String>> titled = entry.title().flatMap(title -> inTitle(entry, title, packages));
        return guest(entry, first, packages)
                .or(() -> titled.filter(found -> !found.value().equals("work-package-meeting")))
                .or(() -> packages
                        ? first.flatMap(
                                sentence -> match(CALL.stored(), CALL.words(), entry, sentence, "kind.sentence"))
                        : Optional.empty())
                .or(() -> titled)
                .or(() -> first.flatMap(sentence -> atBeginning(entry, sentence)));
    }

    private static Optional<Finding<String>> guest(Entry entry, Optional<Passage> first, boolean packages) {
        String title = entry.title().map(words -> words.in(entry.text())).orElse("");
        if (VISIT.matcher(title).find()) {
            return match("external-participation", VISIT, entry, entry.title().get(), "kind.visit");
        }
        boolean others = OTHERS.matcher(title).find()
                || !packages && CONFERENCE.words().matcher(title).find();
        return others
                ? first.flatMap(sentence -> match("external-participation", GUEST, entry, sentence, "kind.guest"))
                : Optional.empty();
    }

    private static Optional<Finding<String>> inTitle(Entry entry, Passage title, boolean packages) {
        boolean meeting = packages && MEETING.matcher(title.in(entry.text())).find();
        Optional<Finding<String>> found = KINDS.stream()
                .filter(kind -> !meeting || kind.equals(CALL) || kind.stored().equals("webinar"))
                .flatMap(kind -> match(kind.stored(), kind.words(), entry, title, "kind.title").stream())
                .min(Comparator.comparingInt(kind -> kind.words().get(0).from()));
        if (found.isPresent() || !packages) {
            return found.or(() -> near(entry, title));
        }
        return match(CALL.stored(), SHORT_CALL, entry, title, "kind.title")
                .or(() -> match("work-package-meeting", MEETING, entry, title, "kind.title"))
                .or(() -> near(entry, title));
    }

    private static Optional<Finding<String>> near(Entry entry, Passage title) {
        return NEAR.stream()
                .flatMap(kind -> match(kind.stored(), kind.words(), entry, title, "kind.near").stream())
                .map(found -> new Finding<>(found.value(), found.words(), found.rule(), Certainty.DOUBTFUL))
                .findFirst();
    }

    private static Optional<Finding<String>> atBeginning(Entry entry, Passage sentence) {
        return KINDS.stream()
                .flatMap(kind -> match(kind.stored(), kind.words(), entry, sentence, "kind.beginning").stream())
                .filter(found -> BEGINNING
                        .matcher(entry.text()
                                .substring(sentence.from(), found.words().get(0).from()))
                        .find())
                .findFirst()
                .or(() -> match("launch", LAUNCHED, entry, sentence, "kind.beginning"))
                .map(found -> new Finding<>(found.value(), found.words(), found.rule(), Certainty.DOUBTFUL));
    }

    private static Optional<Finding<String>> match(
            String kind, Pattern words, Entry entry, Passage passage, String rule) {
        Matcher found = words.matcher(entry.text()).region(passage.from(), passage.to());
        return found.find()
                ? Optional.of(
                        new Finding<>(kind, List.of(new Passage(found.start(), found.end())), rule, Certainty.STATED))
                : Optional.empty();
    }
}
