package org.efcevents.calendarfile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.efcevents.pagetext.Countries;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;

/**
 * Where an event is. A calendar has one text for it: what is behind the last commas is the country and the town as far as that is certain, and the
 * venue is the rest of it, or all.
 */
final class EventPlace {

    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:,|\\n|;|\\s[–—-]\\s)\\s*");

    /** A town with its postcode, before or after it: {@code 1047 Bruxelles}, {@code London SW1A 0AA}, {@code 20121 Milano MI}. */
    private static final Pattern TOWN = Pattern.compile(
            "(?<before>(?:[A-Z]{1,2}-)?\\d{3,6}(?:-\\d{3})?(?: [A-Z]{2})? )?(?<town>\\p{Lu}[\\p{L}’'.() -]{1,60}?)"
                    + "(?<after> \\d{4,6}| [A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})?(?<province> [A-Z]{2})?");

    private static final Pattern POSTCODE =
            Pattern.compile("\\d{3,6}(?:[ -]\\d{2,4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}");

    /** Words of what is in towns and is none. */
    private static final Pattern HOUSE = Pattern.compile(
            "\\b(?:h[oô]tel|hall|halle|museum|musée|universit\\p{L}*|parliament|parlement|palace|palais|palazzo|house|haus|maison|cent(?:re|er)|zentrum|"
                    + "library|school|college|campus|institute?|building|bâtiment|room|salle|saal|floor|office|ministry|ministère|commission|"
                    + "street|avenue|rue|road|boulevard|place|platz|plaza|square|via|\\p{L}*stra(?:ß|ss)e|\\p{L}*laan|\\p{L}*straat)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+");

    /** What programs write for “online”. */
    private static final Set<String> ONLINE = Set.of(
            "online",
            "en ligne",
            "microsoft teams meeting",
            "reunion microsoft teams",
            "microsoft teams",
            "teams",
            "google meet",
            "zoom",
            "zoom meeting",
            "webex",
            "webinar",
            "visioconference",
            "videoconference",
            "video conference");

    /** Towns whose names nobody else has: capitals, which time zones are named for. */
    private static final Set<String> CAPITALS = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.startsWith("Europe/"))
            .map(zone -> WordForms.letters(zone.substring(zone.indexOf('/') + 1)))
            .collect(Collectors.toSet());

    private final Countries countries;

    EventPlace(Countries countries) {
        this.countries = countries;
    }

    /** Reads it. */
    void read(EventFields event) {
        Optional<CalendarLine> line =
                event.component().line("LOCATION").filter(one -> one.value().length() <= 2000);
        if (line.isEmpty()) {
            return;
        }
        String whole = event.of(line.get());
        List<String> parts = new ArrayList<>(Arrays.asList(
                BETWEEN.split(ADDRESS.matcher(whole).replaceAll(" ").strip())));
        parts.replaceAll(WordForms::collapsed);
        parts.removeIf(part -> part.isEmpty() || ONLINE.contains(WordForms.letters(part)));
        event.mark(line.get(), Use.PLACE);
        if (parts.isEmpty()) {
            return;
        }
        Optional<String> country = countries.code(parts.get(parts.size() - 1));
        if (country.isPresent()
                && parts.size() > 2
                && POSTCODE.matcher(parts.get(parts.size() - 2)).matches()) {
            parts.remove(parts.size() - 2);
        }
        Optional<Matcher> town = town(parts, country.isPresent() && parts.size() > 1);
        boolean capital = country.isEmpty() && isCapital(parts.get(parts.size() - 1));
        if (country.isPresent() && (parts.size() == 1 || town.isPresent())) {
            event.add(EventField.COUNTRY, country.get(), line.get(), "calendar.country", Use.PLACE);
            parts.remove(parts.size() - 1);
        }
        if (town.isPresent() && (country.isPresent() || capital)) {
            event.add(EventField.CITY, town.get().group("town").strip(), line.get(), "calendar.city", Use.PLACE);
            parts.remove(parts.size() - 1);
        } else if (town.isPresent() && town.get().group("before") != null) {
            event.addDoubtful(
                    EventField.CITY, town.get().group("town").strip(), line.get(), "calendar.postcode", Use.PLACE);
            parts.remove(parts.size() - 1);
        }
        event.add(EventField.VENUE, String.join(", ", parts), line.get(), "calendar.venue", Use.PLACE);
    }

    private static Optional<Matcher> town(List<String> parts, boolean behindIsCountry) {
        Matcher town = TOWN.matcher(parts.get(parts.size() - (behindIsCountry ? 2 : 1)));
        return Optional.of(town)
                .filter(Matcher::matches)
                .filter(found -> !found.group("town").matches("[A-Z]{2,3}"))
                .filter(found -> !HOUSE.matcher(found.group("town")).find());
    }

    private static boolean isCapital(String part) {
        return CAPITALS.contains(WordForms.letters(part.replaceFirst("^\\d{4,6} ", "")));
    }
}
