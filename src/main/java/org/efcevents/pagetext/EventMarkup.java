package org.efcevents.pagetext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * The dates of events that a page tells to programs and not to its readers: the {@code meta} of microdata, and JSON-LD. Each is of the event
 * that is called so on the page.
 */
final class EventMarkup {

    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d)(?::\\d\\d(?:\\.\\d+)?)?)?(Z|[+-]\\d\\d:?\\d\\d)?");

    private static final String MIDNIGHT = "00:00";
    /** {@code Event} of schema.org, and its kinds such as {@code EducationEvent}. */
    private static final Pattern TYPE = Pattern.compile("Event\\b");

    /** By the letters of a name its dates, in the order of the page. */
    private final Map<String, List<String>> dates = new HashMap<>();

    static EventMarkup of(Document page) {
        EventMarkup markup = new EventMarkup();
        page.select("[itemtype$=Event] meta[itemprop=startDate]").forEach(markup::readMicrodata);
        page.select("script[type=application/ld+json]").forEach(script -> markup.readJson(script.data()));
        return markup;
    }

    private void readMicrodata(Element start) {
        Element event = start.closest("[itemscope]");
        if (event != null) {
            Optional<Element> name = own(event, "name");
            Optional<String> end = own(event, "endDate").map(element -> element.attr("content"));
            name.ifPresent(called -> add(called.text(), start.attr("content"), end.orElse("")));
        }
    }

    private static Optional<Element> own(Element event, String property) {
        return event.select("[itemprop=" + property + "]").stream()
                .filter(element -> element.parent() != null && element.parent().closest("[itemscope]") == event)
                .findFirst();
    }

    private void readJson(String json) {
        for (Map<String, String> object : JsonObjects.in(json)) {
            if (TYPE.matcher(object.getOrDefault("@type", "")).find()) {
                add(
                        Parser.unescapeEntities(object.getOrDefault("name", ""), false),
                        object.getOrDefault("startDate", ""),
                        object.getOrDefault("endDate", ""));
            }
        }
    }

    private void add(String name, String start, String end) {
        String letters = WordForms.letters(name);
        String date = date(MOMENT.matcher(start.strip()), MOMENT.matcher(end.strip()));
        if (!letters.isEmpty() && !date.isEmpty()) {
            dates.computeIfAbsent(letters, none -> new ArrayList<>()).add(date);
        }
    }

    /** In words that dates are read from; empty if there is none. A time of another zone is not the one on the wall. */
    private static String date(Matcher start, Matcher end) {
        if (!start.matches()) {
            return "";
        }
        boolean ends = end.matches();
        if (ends && !end.group(1).equals(start.group(1))) {
            return start.group(1) + " – " + end.group(1);
        }
        String from = start.group(2);
        boolean elsewhere = start.group(3) != null && start.group(3).matches("Z|[+-]00:?00");
        if (from == null || elsewhere || from.equals(MIDNIGHT)) {
            return start.group(1);
        }
        boolean until = ends && end.group(2) != null && end.group(2).compareTo(from) > 0;
        return start.group(1) + "T" + from + (until ? "-" + end.group(2) : "");
    }

    /** The blocks with a mark on each that is the name of an event. Where it is not sure which is of which date, none is marked. */
    List<Block> marked(List<Block> blocks, String text) {
        if (dates.isEmpty()) {
            return blocks;
        }
        Map<String, List<Integer>> named = new HashMap<>();
        for (int i = 0; i < blocks.size(); i++) {
            String letters = WordForms.letters(blocks.get(i).passage().in(text));
            if (dates.containsKey(letters)) {
                named.computeIfAbsent(letters, none -> new ArrayList<>()).add(i);
            }
        }
        List<Block> marked = new ArrayList<>(blocks);
        named.forEach((name, places) -> {
            List<String> told = dates.get(name);
            boolean same = told.stream().distinct().count() == 1;
            for (int i = 0; i < places.size() && (same || told.size() == places.size()); i++) {
                Block block = blocks.get(places.get(i));
                marked.set(
                        places.get(i), block.with(new Mark(Mark.Kind.TIME, block.passage(), told.get(same ? 0 : i))));
            }
        });
        return marked;
    }
}
