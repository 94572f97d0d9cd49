package org.efcevents.migration;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.Sentences;

/** What has the form of a place, and nobody says that it is one: beside the date, in a sentence of its own, behind the title, behind “at”. All of it is in doubt. */
final class PlaceForms {

    private static final Pattern CLAUSE_END = Pattern.compile(Sentences.END_SIGN + "(?:\\s|$)|[:;«“\"]|\\s[–—-]\\s");

    private static final String NAME = "(?<name>\\p{Lu}[\\p{L}’'-]{2,}(?: \\p{Lu}[\\p{L}’'-]+)?)";

    private static final Pattern BEFORE_DATE = Pattern.compile("(?:.{4,80}?\\s[-–—|]\\s)?" + NAME + "\\s");

    private static final Pattern BEHIND_DATE =
            Pattern.compile("\\s?[,–—-]\\s?" + NAME + "(?:, \\p{Lu}[\\p{L} ’'-]+)?\\s?:\\s*");

    /** What stands there too. */
    private static final Pattern NO_PLACE = Pattern.compile(
            "\\b(?:(?:les?|the|du|des|on|aux?|und|and|et)\\b|meetings?|réunions?|assembl|dinner|lunch|walk|party|launch|online|festival|fête|salon|edition|édition|update|news|spring|summer|autumn|fall|winter"
                    + "|printemps|été|automne|hiver|early|late|mid|début|fin|mi|date|from|until|since|depuis)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Among how many parts of the text a place without a word for it may be. */
    private static final int FIRST = 4;

    private final PlacePhrases phrases;
    private final PageDates dates;

    PlaceForms(PlacePhrases phrases, PageDates dates) {
        this.phrases = phrases;
        this.dates = dates;
    }

    /** The first that is found; empty if there is none. */
    Optional<FoundPlace> of(Entry entry) {
        String text = entry.text();
        List<Passage> body = entry.body();
        Optional<FoundPlace> behind = body.stream()
                .limit(FIRST)
                .flatMap(part -> dates.first(part).stream()
                        .filter(date -> date.from() <= part.from() + Places.FURTHEST)
                        .flatMap(date ->
                                phrases
                                        .leading(text, clause(text, date.to(), part.to()), "place.beside", false)
                                        .stream()))
                .findFirst();
        return behind.or(() -> besideDate(entry, body))
                .or(() -> Sentences.of(entry).stream()
                        .limit(FIRST)
                        .filter(part -> part.length() < Places.LONGEST_LINE && !dates.isIn(part))
                        .flatMap(part -> phrases.alone(text, part, "place.line").stream())
                        .findFirst())
                .or(() -> entry.title().flatMap(title -> houseBehindTitle(entry, title)))
                .or(() -> Sentences.of(entry).stream()
                        .limit(3)
                        .flatMap(sentence ->
                                phrases
                                        .behindAt(text, sentence, "place.sentence", at -> isOwn(entry, sentence, at))
                                        .stream())
                        .findFirst());
    }

    /** A name of a word or two right before a date that ends its line, or between a date and a title. */
    private Optional<FoundPlace> besideDate(Entry entry, List<Passage> body) {
        String text = entry.text();
        return body.stream()
                .limit(FIRST)
                .flatMap(part -> dates.first(part).stream()
                        .flatMap(date -> Stream.of(
                                BEFORE_DATE
                                        .matcher(text)
                                        .region(part.from(), dates.atEnd(part).isPresent() ? date.from() : part.from()),
                                BEHIND_DATE.matcher(text).region(date.to(), part.to()))))
                .filter(Matcher::matches)
                .map(name -> new Passage(name.start("name"), name.end("name")))
                .filter(name -> !KindOfEvent.isAlone(name.in(text))
                        && !NO_PLACE.matcher(name.in(text)).find())
                .flatMap(name -> phrases.beside(text, name, "place.beside").stream())
                .findFirst();
    }

    /** To the end of the sentence, or to what begins something else in it. */
    private static Passage clause(String text, int from, int to) {
        int begin = from;
        while (begin < to && ",–—- ".indexOf(text.charAt(begin)) >= 0) {
            begin++;
        }
        Matcher end = CLAUSE_END.matcher(text).region(begin, to);
        return new Passage(begin, end.find() ? end.start() : to);
    }

    private boolean isOwn(Entry entry, Passage sentence, int at) {
        String before = entry.text().substring(sentence.from(), at);
        return !PlaceCues.tellOfAnother(before)
                && (PlaceCues.tell(before) || dates.isIn(new Passage(sentence.from(), at)));
    }

    /** “…, Palais du Luxembourg, Paris” */
    private Optional<FoundPlace> houseBehindTitle(Entry entry, Passage title) {
        Passage all = withoutDate(title, entry.text());
        Matcher end = Places.SENTENCE_END.matcher(entry.text()).region(all.from(), all.to());
        Passage words = end.find() ? new Passage(all.from(), end.start()) : all;
        for (int comma = entry.text().indexOf(',', words.from());
                comma >= 0 && comma < words.to();
                comma = entry.text().indexOf(',', comma + 1)) {
            Optional<FoundPlace> place = isQuoted(entry.text(), words.from(), comma)
                    ? Optional.empty()
                    : phrases.behindTitle(entry.text(), new Passage(comma + 1, words.to()), "place.title");
            if (place.isPresent()) {
                return place;
            }
        }
        return Optional.empty();
    }

    /** Whether a quotation or a bracket is open. */
    static boolean isQuoted(String text, int from, int at) {
        int open = 0;
        for (int i = from; i < at; i++) {
            open += "«“(".indexOf(text.charAt(i)) >= 0 ? 1 : "»”)".indexOf(text.charAt(i)) >= 0 ? -1 : 0;
        }
        return open > 0;
    }

    /** The words of a title without a date at its end. */
    Passage withoutDate(Passage title, String text) {
        int end = dates.atEnd(title).map(Passage::from).orElse(title.to());
        while (end > title.from() && !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != ')') {
            end--;
        }
        return new Passage(title.from(), end);
    }
}
