package org.efcevents.desk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.imports.Correction;
import org.efcevents.imports.KeptPage;
import org.efcevents.migration.Divisions;

/**
 * What an editor says of the events of a source: what is put right, where events begin, and where they go on.
 *
 * @param request that the form was sent with
 */
record ReviewForm(DeskRequest request) {

    /** The parameter and field that have the position of the first event that is shown. */
    static final String FROM = "from";

    /** The parameter that says that corrections have just been kept. */
    static final String KEPT = "kept";

    /** Of each event that is shown: its fields are named so, with where it begins and the name of the field. */
    static final String ROW = "row.";

    /** Of a row: the beginning of the fields that have the names of people who are left out. */
    private static final String WITHOUT = "without.";

    /** The field that has the language of the source. */
    static final String LANGUAGE = "language";

    private static final String JOIN = "join";
    private static final String DIVIDE = "divide";
    private static final String NEXT = "next";

    /** The value of a button that says something of where an event begins. */
    private static final Pattern BUTTON = Pattern.compile("(?<at>\\d{1,9})\\.(?<position>\\d{1,6})");

    /** Tells which events a form has. */
    private static final Pattern SHOWN = Pattern.compile("(?<at>\\d{1,9})\\.(?:title|seen)");

    /** What is put right, by what tells the events from each other. */
    Map<Integer, Correction> corrections() {
        Map<Integer, Correction> corrections = new LinkedHashMap<>();
        for (String name : request.typedBelow(ROW).keySet()) {
            Matcher row = SHOWN.matcher(name);
            if (row.matches()) {
                corrections.put(Integer.valueOf(row.group("at")), correction(ROW + row.group("at") + "."));
            }
        }
        return corrections;
    }

    /** The language that the source is said to be in; empty if none of the site's is. */
    Optional<String> language() {
        return request.languages().stream()
                .map(Locale::getLanguage)
                .filter(request.typed(LANGUAGE)::equals)
                .findFirst();
    }

    /** Whether it has a tick on any event. */
    boolean isTicked() {
        return request.typedBelow(ROW).keySet().stream().anyMatch(name -> name.endsWith(".take"));
    }

    private Correction correction(String row) {
        return new Correction(
                request.isChosen(row + "take"),
                said(row + "title"),
                said(row + "date"),
                said(row + "kind"),
                said(row + "venue"),
                said(row + "city"),
                said(row + "country"),
                Set.copyOf(request.typedBelow(row + WITHOUT).values()));
    }

    /** What was typed in a field; null if the form did not have it. */
    private String said(String field) {
        return request.isChosen(field) ? request.typed(field) : null;
    }

    /** With what the button says that was pressed, if it says anything of where events begin. */
    Divisions divisions(KeptPage page) {
        Matcher joined = BUTTON.matcher(request.typed(JOIN));
        Matcher divided = BUTTON.matcher(request.typed(DIVIDE));
        if (joined.matches()) {
            return page.divisions().join(Integer.parseInt(joined.group("at")));
        }
        String place = divided.matches() ? request.typed(ROW + divided.group("at") + "." + DIVIDE) : "";
        return place.matches("\\d{1,9}") ? page.divisions().divide(Integer.parseInt(place)) : page.divisions();
    }

    /** Where to go on: at the event that something was said of, or at other ones, or at the same. */
    String goingOn() {
        String from = request.isChosen(NEXT) ? request.typed(NEXT) : request.typed(FROM);
        Matcher joined = BUTTON.matcher(request.typed(JOIN));
        Matcher divided = BUTTON.matcher(request.typed(DIVIDE));
        String event = joined.matches()
                ? "#entry-" + (Integer.parseInt(joined.group("position")) - 1)
                : divided.matches() ? "#entry-" + divided.group("position") : "";
        String only = ReviewFilter.asked(request)
                .map(filter -> "&" + ReviewFilter.ONLY + "=" + filter.key())
                .orElse("");
        return "&" + KEPT + "=yes&" + FROM + "=" + from.replaceAll("\\D", "") + only + event;
    }
}
