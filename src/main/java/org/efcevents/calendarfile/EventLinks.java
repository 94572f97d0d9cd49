package org.efcevents.calendarfile;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.WordForms;
import org.efcevents.source.AccountedPart.Use;
import org.efcevents.source.EventField;
import org.efcevents.source.StatedFile;
import org.efcevents.source.StatedLink;

/**
 * Where an event leads: pages, documents, pictures, and how one takes part online. Only addresses of the web are taken, and none is asked for.
 *
 * @param links in their order
 * @param files in their order
 */
record EventLinks(List<StatedLink> links, List<StatedFile> files) {

    private static final Pattern CODE = Pattern.compile("(?i)[?&](?:pwd|passcode|password)=[^&#]*");

    private static final int MOST = 50;
    private static final int LONGEST = 2000;

    private static final Pattern MEETING = Pattern.compile(
            "https?://(?:[A-Za-z0-9-]{1,63}\\.){0,4}(?:zoom\\.us/(?:j|w|my|webinar|meeting)|teams\\.(?:microsoft|live)\\.com/(?:l/meet|meet)|meet\\.google\\.com/|webex\\.com/"
                    + "|gotomeeting\\.com/|gotowebinar\\.com/|meet\\.jit\\.si/|whereby\\.com/)[^\\s<>\"\\\\]{0,1000}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp)");
    private static final Pattern DOCUMENT =
            Pattern.compile("(?i).*\\.(?:pdf|docx?|pptx?|ppsx?|xlsx?|od[tps]|rtf|zip|epub|csv|txt)");

    /** What leads online, the more certain first. */
    private static final List<String> ONLINE = List.of(
            "CONFERENCE",
            "X-GOOGLE-CONFERENCE",
            "X-MICROSOFT-SKYPETEAMSMEETINGURL",
            "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
            "X-MICROSOFT-ONLINEMEETINGCONFLINK",
            "LOCATION",
            "URL",
            "DESCRIPTION",
            "X-ALT-DESC");

    private static final Set<String> BY_NAME = Set.of(ONLINE.get(0), ONLINE.get(1), ONLINE.get(2), ONLINE.get(3));

    /** Reads them. */
    static EventLinks of(EventFields event) {
        ONLINE.stream().flatMap(name -> event.component().lines(name)).forEach(line -> online(event, line));
        List<StatedLink> links = new ArrayList<>();
        List<StatedFile> files = new ArrayList<>();
        event.component().line("URL").ifPresent(line -> page(event, line, links));
        for (CalendarLine line : event.component().lines()) {
            switch (line.name()) {
                case "ATTACH" -> attached(event, line, links, files);
                case "IMAGE", "X-WP-IMAGES-URL" -> picture(event, line, files);
                case "X-TICKETS-URL" -> web(event, line)
                        .ifPresent(address -> event.add(
                                EventField.REGISTRATION_ADDRESS, address, line, "calendar.registration", Use.DETAIL));
                default -> {}
            }
        }
        return new EventLinks(List.copyOf(links), List.copyOf(files));
    }

    private static void online(EventFields event, CalendarLine line) {
        if (event.has(EventField.ONLINE_ADDRESS)) {
            if (BY_NAME.contains(line.name())) {
                web(event, line)
                        .filter(address -> address.equals(
                                event.found().get("onlineAddress").value()))
                        .ifPresent(same -> event.mark(line, Use.DETAIL));
            }
            return;
        }
        if (BY_NAME.contains(line.name())) {
            web(event, line)
                    .ifPresent(address ->
                            event.add(EventField.ONLINE_ADDRESS, address, line, "calendar.online", Use.DETAIL));
            return;
        }
        Matcher meeting = MEETING.matcher(event.text())
                .region(
                        line.value().from(),
                        Math.min(line.value().to(), line.value().from() + 100_000));
        if (meeting.find()) {
            Use use = line.name().equals("LOCATION") ? Use.PLACE : line.name().equals("URL") ? Use.DETAIL : Use.BODY;
            event.add(
                    EventField.ONLINE_ADDRESS,
                    withoutCode(meeting.group().replaceFirst("[.,;:!?)]{1,5}$", "")),
                    line,
                    "calendar.meeting",
                    use);
        }
    }

    /** Without what lets somebody into a meeting. */
    private static String withoutCode(String address) {
        return CODE.matcher(address).replaceAll("").replaceFirst("^([^?#&]*)&", "$1?");
    }

    /** An address of the web; empty if it is none, or anything else, such as a script. */
    private static Optional<String> web(EventFields event, CalendarLine line) {
        String written = line.value().length() > LONGEST ? "" : event.of(line).replace(" ", "%20");
        try {
            URI address = new URI(written);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web && address.getHost() != null ? Optional.of(withoutCode(written)) : Optional.empty();
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }

    private static void page(EventFields event, CalendarLine line, List<StatedLink> links) {
        Optional<String> address = web(event, line);
        if (address.isEmpty() || MEETING.matcher(address.get()).lookingAt()) {
            return;
        }
        if (event.own()) {
            // Its page in the archive that it was exported from.
            event.add(EventField.SOURCE_URL, address.get(), line, "calendar.own-page", Use.DETAIL);
        } else {
            links.add(new StatedLink("", address.get(), line.value()));
            event.mark(line, Use.ATTACHMENT);
        }
    }

    private static void attached(EventFields event, CalendarLine line, List<StatedLink> links, List<StatedFile> files) {
        Optional<String> address = web(event, line);
        if (address.isEmpty() || links.size() + files.size() >= MOST) {
            return;
        }
        String path = address.get().replaceFirst("[?#].*", "");
        String type = line.parameter("FMTTYPE").toLowerCase(Locale.ROOT);
        String title = title(line, path);
        boolean picture = type.startsWith("image/")
                || type.isEmpty() && PICTURE.matcher(path).matches();
        boolean document = !type.isEmpty() && !type.startsWith("text/html")
                || DOCUMENT.matcher(path).matches()
                || DOCUMENT.matcher(title).matches();
        event.mark(line, Use.ATTACHMENT);
        if (picture || document) {
            files.add(new StatedFile(
                    picture ? StatedFile.Kind.PICTURE : StatedFile.Kind.DOCUMENT, address.get(), title, line.value()));
        } else {
            links.add(new StatedLink(called(line), address.get(), line.value()));
        }
    }

    private static void picture(EventFields event, CalendarLine line, List<StatedFile> files) {
        web(event, line).filter(address -> files.size() < MOST).ifPresent(address -> {
            event.mark(line, Use.ATTACHMENT);
            files.add(new StatedFile(StatedFile.Kind.PICTURE, address, called(line), line.value()));
        });
    }

    private static String called(CalendarLine line) {
        for (String parameter : List.of("LABEL", "FILENAME", "X-FILENAME", "X-APPLE-FILENAME", "X-ORACLE-FILENAME")) {
            String name = WordForms.collapsed(line.parameter(parameter));
            if (!name.isEmpty() && name.length() <= 200) {
                return name;
            }
        }
        return "";
    }

    private static String title(CalendarLine line, String path) {
        String called = called(line);
        if (!called.isEmpty()) {
            return called;
        }
        String file = path.substring(path.lastIndexOf('/') + 1);
        try {
            return WordForms.collapsed(URLDecoder.decode(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            return file;
        }
    }
}
