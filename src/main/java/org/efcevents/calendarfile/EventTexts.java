package org.efcevents.calendarfile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.content.RichText;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** What an event is called and what is said of it, also in other languages of the site, and whether it takes place. */
final class EventTexts {

    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST = 200_000;

    /** What Outlook and others write before the title, with what it says of the status. */
    private static final Map<String, Pattern> BEFORE_TITLE = Map.of(
            "cancelled", before("cancell?ed|annulée?|abgesagt|geannuleerd"),
            "postponed", before("postponed|reportée?|verschoben"));

    private static final Pattern HTML = Pattern.compile(
            "<(?:p|br|div|ul|ol|li|a|b|i|u|strong|em|span|html|body|table|h[1-6])\\b[^<>]{0,2000}>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BREAKS = Pattern.compile("<(?:p|br|div|li|tr)\\b", Pattern.CASE_INSENSITIVE);

    /** What Word leaves for an empty line. */
    private static final Pattern EMPTY = Pattern.compile("<p>(?:\\s|&nbsp;|\u00a0|<br>)*+</p>");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,2000}", Pattern.CASE_INSENSITIVE);

    private static final Pattern ITEM = Pattern.compile("^\\s*[-*•·–]\\s+");

    private final Locale language;
    private final List<Locale> others;

    /** @param languages of the site, its first one first */
    EventTexts(List<Locale> languages) {
        this.language = languages.get(0);
        this.others = languages.subList(1, languages.size());
    }

    private static Pattern before(String words) {
        return Pattern.compile(
                "(?:(?:" + words + ")\\s*[:!–-]|\\[(?:" + words + ")]\\s*:?)\\s*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Reads them. */
    void read(EventFields event) {
        titles(event);
        descriptions(event);
        status(event);
    }

    private void titles(EventFields event) {
        List<CalendarLine> lines = event.component().lines("SUMMARY").toList();
        Optional<CalendarLine> own = own(lines);
        lines.stream().filter(line -> own.filter(line::equals).isEmpty()).forEach(line -> translation(line)
                .ifPresent(locale -> title(event, line, EventField.TITLE.property(locale))));
        own.ifPresent(line -> title(event, line, EventField.TITLE.property()));
        if (!event.has(EventField.TITLE)) {
            withoutTitle(event);
        }
    }

    /** The line in the language of the site, or else the first: the parameter often tells the language of the program. */
    private Optional<CalendarLine> own(List<CalendarLine> lines) {
        return lines.stream()
                .filter(line -> isIn(line, language))
                .findFirst()
                .or(() -> lines.stream()
                        .filter(line -> line.parameter("LANGUAGE").isEmpty())
                        .findFirst())
                .or(() -> lines.stream().findFirst());
    }

    private static boolean isIn(CalendarLine line, Locale locale) {
        return Locale.forLanguageTag(line.parameter("LANGUAGE").replace('_', '-'))
                .getLanguage()
                .equals(locale.getLanguage());
    }

    private Optional<Locale> translation(CalendarLine line) {
        return others.stream().filter(locale -> isIn(line, locale)).findFirst();
    }

    private static void title(EventFields event, CalendarLine line, String field) {
        // Web sites write what a page would need.
        String title = WordForms.collapsed(Parser.unescapeEntities(event.of(line), false));
        for (Map.Entry<String, Pattern> status : BEFORE_TITLE.entrySet()) {
            Matcher before = status.getValue().matcher(title);
            if (before.lookingAt() && before.end() < title.length()) {
                title = title.substring(before.end());
                event.add(EventField.STATUS, status.getKey(), line, "calendar.title-status", Use.TITLE);
                break;
            }
        }
        title(event, title, line, field, "calendar.title", Certainty.STATED);
    }

    private static void title(
            EventFields event, String title, CalendarLine line, String field, String rule, Certainty certainty) {
        if (title.isEmpty()) {
            return;
        }
        boolean cut = title.length() > LONGEST_TITLE;
        event.mark(line, Use.TITLE);
        event.add(
                field,
                new Finding<>(
                        cut ? beginning(title, LONGEST_TITLE) + "…" : title,
                        List.of(line.value()),
                        cut ? "calendar.long" : rule,
                        cut ? Certainty.DOUBTFUL : certainty));
    }

    private static String beginning(String text, int length) {
        int blank = text.lastIndexOf(' ', length);
        int end = blank > length / 2 ? blank : length;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
    }

    /** The first line of the description, which an editor looks at. */
    private static void withoutTitle(EventFields event) {
        event.component().line("DESCRIPTION").ifPresent(line -> {
            String text = event.of(line);
            String first = RichText.of(text.substring(0, Math.min(2000, text.length()))
                            .lines()
                            .findFirst()
                            .orElse(""))
                    .oneLine();
            title(event, first, line, EventField.TITLE.property(), "calendar.no-title", Certainty.DOUBTFUL);
        });
    }

    private void descriptions(EventFields event) {
        List<CalendarLine> plain = event.component().lines("DESCRIPTION").toList();
        List<CalendarLine> styled = event.component().lines().stream()
                .filter(line -> line.name().equals("X-ALT-DESC") || line.name().equals("STYLED-DESCRIPTION"))
                .filter(line -> line.has("FMTTYPE", "text/html") && !line.has("VALUE", "URI"))
                .toList();
        Optional<CalendarLine> own = own(plain);
        for (CalendarLine line : plain) {
            boolean isOwn = own.filter(line::equals).isPresent();
            Optional<Locale> locale = isOwn ? Optional.empty() : translation(line);
            if (isOwn || locale.isPresent()) {
                description(
                        event,
                        line,
                        locale.map(EventField.DESCRIPTION::property).orElse("description"));
            }
        }
        // The same in other words, which keep lists and links.
        own(styled).ifPresent(line -> description(event, line, "description"));
    }

    private static void description(EventFields event, CalendarLine line, String field) {
        List<Passage> parts = Invitation.without(event.text(), line.value());
        StringBuilder words = new StringBuilder();
        parts.forEach(part -> words.append(TextValue.of(event.text(), part)).append('\n'));
        boolean cut = words.length() > LONGEST;
        String text = cut ? beginning(words.toString(), LONGEST) : words.toString();
        String html = HTML.matcher(text).find() ? ofHtml(text) : ofPlain(text);
        if (html.isEmpty()) {
            return;
        }
        event.account().mark(new Passage(line.words().from(), line.value().from()), Use.BODY, event.position());
        parts.forEach(part -> event.mark(part, Use.BODY));
        event.add(
                field,
                new Finding<>(
                        html,
                        parts,
                        cut ? "calendar.long" : "calendar.description",
                        cut ? Certainty.DOUBTFUL : Certainty.STATED));
    }

    private static String ofHtml(String text) {
        String html = RichText.of(
                        BREAKS.matcher(text).find() ? text : text.strip().replace("\n", "<br>"))
                .html();
        return EMPTY.matcher(html).replaceAll("").strip();
    }

    private static String ofPlain(String text) {
        StringBuilder html = new StringBuilder();
        for (String paragraph : text.split("\\n\\s*\\n")) {
            boolean list = false;
            boolean open = false;
            for (String line : paragraph.strip().split("\\n")) {
                boolean item = ITEM.matcher(line).find();
                if (line.isBlank()) {
                    continue;
                }
                if (open && !list && item) {
                    html.append("</p>");
                }
                if (list && !item) {
                    html.append("</ul>");
                }
                html.append(item ? list ? "" : "<ul>" : open && !list ? "<br>" : "<p>");
                html.append(item ? "<li>" : "")
                        .append(linked(WordForms.collapsed(ITEM.matcher(line).replaceFirst(""))))
                        .append(item ? "</li>" : "");
                list = item;
                open = true;
            }
            html.append(open ? list ? "</ul>" : "</p>" : "");
        }
        return html.toString();
    }

    private static String linked(String line) {
        StringBuilder html = new StringBuilder();
        Matcher address = ADDRESS.matcher(line);
        int from = 0;
        while (address.find()) {
            String link = address.group().replaceFirst("[.,;:!?)\\]'’»]{1,10}$", "");
            html.append(Entities.escape(line.substring(from, address.start())))
                    .append("<a href=\"")
                    .append(Entities.escape(link))
                    .append("\">")
                    .append(Entities.escape(link))
                    .append("</a>");
            from = address.start() + link.length();
        }
        return html.append(Entities.escape(line.substring(from))).toString();
    }

    private static void status(EventFields event) {
        event.component().line("STATUS").ifPresent(line -> {
            String stated =
                    switch (event.of(line).toUpperCase(Locale.ROOT)) {
                        case "CANCELLED" -> "cancelled";
                        case "CONFIRMED" -> "scheduled";
                        case "TENTATIVE" -> event.own() ? "postponed" : "";
                        default -> "";
                    };
            if (!stated.isEmpty() && !(event.has(EventField.STATUS) && stated.equals("scheduled"))) {
                event.add(EventField.STATUS, stated, line, "calendar.status", Use.DETAIL);
            } else {
                event.mark(line, event.has(EventField.STATUS) ? Use.DETAIL : Use.UNREAD);
            }
        });
        if (event.found().containsKey("status")
                && event.found().get("status").value().equals("cancelled")) {
            event.component()
                    .line("COMMENT")
                    .ifPresent(line -> event.add(
                            EventField.STATUS_TEXT,
                            WordForms.collapsed(event.of(line)),
                            line,
                            "calendar.comment",
                            Use.DETAIL));
        }
        event.component()
                .line("CLASS")
                .filter(line -> !event.of(line).equalsIgnoreCase("PUBLIC"))
                .ifPresent(line ->
                        event.addDoubtful(EventField.CLOSED, EventField.YES, line, "calendar.private", Use.CLOSED));
    }
}
