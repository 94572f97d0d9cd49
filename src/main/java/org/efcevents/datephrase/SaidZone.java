package org.efcevents.datephrase;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The zone that stands behind a time of day: “15:00 BST”, “15:00 (GMT+2)”, “9h (heure de Montréal)”, “3 pm London time”.
 *
 * @param elsewhere whether it is not known what its clocks show
 * @param told which it is; null if that is not known, or where its clocks are those of the place
 * @param next the token after it
 */
record SaidZone(boolean elsewhere, ToldZone told, int next) {

    private SaidZone(boolean elsewhere, int next) {
        this(elsewhere, null, next);
    }

    /** In capitals only: “est” is a word in French. */
    private static final Set<String> ABBREVIATIONS = DateWords.words(
            "utc gmt z bst ist est edt cst cdt mst mdt pst pdt ast adt nst ndt akst akdt hst et ct pt mt wet west eet eest msk trt gst"
                    + " pkt sgt hkt jst kst aest aedt acst acdt awst nzst nzdt sast eat cat wat brt art");

    private static final Set<String> LOCAL = DateWords.words("local locale");
    private static final Set<String> TIME = DateWords.words("time zeit");
    private static final int MOST_WORDS = 4;

    /** What stands behind a time that ends before a token; null if it is no zone. */
    static SaidZone after(DateTokens tokens, int token) {
        boolean bracket = tokens.sign(token) == '(';
        SaidZone zone = at(tokens, bracket ? token + 1 : token);
        if (zone == null || !bracket) {
            return zone;
        }
        return tokens.sign(zone.next) == ')' ? new SaidZone(zone.elsewhere, zone.told, zone.next + 1) : null;
    }

    private static SaidZone at(DateTokens tokens, int i) {
        String word = tokens.word(i);
        if (tokens.touches(i, '+') && tokens.touches(i + 1) && tokens.isNumber(i + 1)) {
            return offset(tokens, i);
        }
        Optional<ToldZone> named = ToldZone.named(word);
        boolean written = tokens.isAllCapitals(i) || word.matches("ce?s?t|mes?z");
        if ((named.isPresent() || ABBREVIATIONS.contains(word)) && written && !tokens.isNumber(i + 1)) {
            return afterOffset(tokens, i + 1) > i + 1
                    ? offset(tokens, i + 1)
                    : new SaidZone(named.isEmpty(), named.orElse(null), i + 1);
        }
        if (word.equals("heure")) {
            return hour(tokens, i + 1);
        }
        return time(tokens, i);
    }

    /** After “+2”, “+02:00” or “-5” that touches what is before it. */
    private static int afterOffset(DateTokens tokens, int i) {
        boolean signed = tokens.touches(i) && (tokens.sign(i) == '+' || tokens.sign(i) == '-');
        if (!signed || !tokens.touches(i + 1) || !tokens.isNumber(i + 1)) {
            return i;
        }
        boolean minutes = tokens.touches(i + 2, ':') && tokens.touches(i + 3) && tokens.isNumber(i + 3);
        return minutes ? i + 4 : i + 2;
    }

    private static SaidZone offset(DateTokens tokens, int sign) {
        int next = afterOffset(tokens, sign);
        int hours = tokens.number(sign + 1);
        int minutes = next - sign > 2 ? tokens.number(sign + 3) : 0;
        if (tokens.digits(sign + 1) == 4) {
            minutes = hours % 100;
            hours /= 100;
        }
        if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59) {
            return new SaidZone(true, next);
        }
        int way = tokens.sign(sign) == '-' ? -1 : 1;
        return new SaidZone(false, ToldZone.of(ZoneOffset.ofHoursMinutes(way * hours, way * minutes)), next);
    }

    /** “heure locale”, “heure de Montréal”, “heure d’Europe centrale”. */
    private static SaidZone hour(DateTokens tokens, int i) {
        if (LOCAL.contains(tokens.word(i))) {
            return new SaidZone(false, i + 1);
        }
        int next = i;
        while (next - i < MOST_WORDS
                && (DateWords.OF.contains(tokens.word(next))
                        || DateWords.ARTICLES.contains(tokens.word(next))
                        || tokens.sign(next) == '\''
                        || tokens.word(next).equals("ete"))) {
            next++;
        }
        if (next == i || !tokens.isCapital(next)) {
            return null;
        }
        boolean central = isCentral(tokens.word(next)) || tokens.word(next + 1).equals("centrale");
        next++;
        while (tokens.isWord(next)
                        && (tokens.isCapital(next) || tokens.word(next).equals("centrale"))
                || tokens.touches(next, '-')) {
            next++;
        }
        return central(central, next);
    }

    /** “London time”, “US Eastern Time”, “local time”, “Central European Summer Time”. */
    private static SaidZone time(DateTokens tokens, int i) {
        boolean central = false;
        for (int next = i; next < i + MOST_WORDS + 1; next++) {
            String word = tokens.word(next);
            if (next > i && TIME.contains(word)) {
                return central(central, next + 1);
            }
            boolean local = LOCAL.contains(word);
            if (!tokens.isCapital(next) && !local) {
                return null;
            }
            central |= local
                    || isCentral(word)
                    || word.equals("european") && tokens.word(next - 1).equals("central");
        }
        return null;
    }

    /** Of Brussels, Paris and Berlin. */
    private static SaidZone central(boolean central, int next) {
        return new SaidZone(!central, central ? ToldZone.CENTRAL_TIME : null, next);
    }

    private static boolean isCentral(String city) {
        return city.matches("brussels|bruxelles|brussel|paris|berlin|cet|cest");
    }
}
