package org.efcevents.channel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.efcevents.address.Addresses;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.StrictQuery;
import org.efcevents.content.DamFile;
import org.efcevents.event.Event;
import org.efcevents.event.Picture;
import org.efcevents.http.Digest;
import org.efcevents.http.Representation;
import org.efcevents.message.Messages;
import org.efcevents.oembed.OEmbed;
import org.efcevents.sitemap.Sitemap;

/** Documents about the archive as a whole. Virtual URIs map their addresses to the archive's page with a selector. */
public enum SiteDocument {
    /** The sitemap for search engines (sitemaps.org). */
    SITEMAP("sitemap", "xml", List.of(SiteDocument.PART), SiteDocument::sitemap),
    /** Rules for crawlers (RFC 9309). */
    ROBOTS("robots", "txt", List.of(), SiteDocument::robots),
    /** How other sites show links to events (oembed.com). */
    OEMBED("oembed", "json", OEmbed.PARAMETERS, SiteDocument::oEmbed),
    /** The description for machines (OpenAPI), which scripts of other sites may read, too. */
    OPENAPI("openapi", "json", List.of(), ApiDescription::of);

    /** The parameter that asks for one of several sitemaps, from 1. */
    private static final String PART = "part";

    private final String selector;
    private final String ending;
    private final List<String> parameters;
    private final Function<ChannelContext, ChannelResponse> writer;

    SiteDocument(
            String selector, String ending, List<String> parameters, Function<ChannelContext, ChannelResponse> writer) {
        this.selector = selector;
        this.ending = ending;
        this.parameters = parameters;
        this.writer = writer;
    }

    /** The document with this selector and extension of the archive's page; empty if there is none. */
    public static Optional<SiteDocument> of(String selector, String ending) {
        return Arrays.stream(values())
                .filter(document -> document.selector.equals(selector) && document.ending.equals(ending))
                .findFirst();
    }

    /** Writes the document, or what is wrong with the query string. */
    public ChannelResponse write(ChannelContext context) {
        if (this == ROBOTS) {
            return writer.apply(context);
        }
        StrictQuery query = new StrictQuery(context.query(), parameters);
        if (this == SITEMAP) {
            query.number(PART, 1, Integer.MAX_VALUE, 1);
        } else if (this == OEMBED) {
            OEmbed.check(query);
        }
        return query.objection(context.addresses(), "/" + selector + "." + ending)
                .map(ChannelResponse::of)
                .orElseGet(() -> writer.apply(context));
    }

    /** The DAM keys of files whose addresses are needed. */
    public List<String> files(ChannelContext context) {
        return this == OEMBED
                ? shown(OEmbed.asked(context.query(), context.addresses()), context).stream()
                        .flatMap(event ->
                                event.details().gallery().pictures().stream().map(Picture::asset))
                        .toList()
                : List.of();
    }

    /** The whole, or what leads to its parts if it is too long for one file, or one of these. */
    private static ChannelResponse sitemap(ChannelContext context) {
        List<Sitemap> parts = Sitemap.of(context.archive(), context.addresses()).parts();
        String part = context.parameter(PART);
        if (part.isBlank()) {
            return sitemap(
                    parts.size() == 1
                            ? parts.get(0).text()
                            : List.of(Sitemap.index(IntStream.rangeClosed(1, parts.size())
                                    .mapToObj(number -> address(context) + "?" + PART + "=" + number)
                                    .toList())));
        }
        int number = Integer.parseInt(part.strip());
        return number <= parts.size()
                ? sitemap(parts.get(number - 1).text())
                : ChannelResponse.of(ApiResponse.problem(
                        404,
                        "There is no such sitemap",
                        "There are " + parts.size() + ", and " + number + " was asked for."));
    }

    private static ChannelResponse sitemap(Iterable<String> text) {
        List<Digest> digests = new ArrayList<>();
        text.forEach(part -> digests.add(Digest.of(part)));
        return ChannelResponse.of("application/xml;charset=UTF-8", new Representation(text, Digest.of(digests)));
    }

    private static String address(ChannelContext context) {
        return context.origin() + context.contextPath() + "/sitemap.xml";
    }

    /**
     * Allows every page but no combinations of filters, of which there are more than pages. Single filters lead to
     * every event. What is meant for programs says itself that it does not want to be found ({@code X-Robots-Tag}); it is
     * allowed, because calendars on the web that are subscribed to with filters go by these rules.
     */
    private static ChannelResponse robots(ChannelContext context) {
        Addresses addresses = context.addresses();
        Collection<String> bases = addresses.byLanguage().isEmpty()
                ? List.of(addresses.own())
                : addresses.byLanguage().values();
        StringBuilder rules = new StringBuilder("User-agent: *\n");
        for (String base : bases) {
            String path = base.startsWith(context.origin())
                    ? base.substring(context.origin().length())
                    : base;
            for (String parameters : List.of("*&", "*q=")) {
                rules.append("Disallow: ")
                        .append(path)
                        .append("/events.html?")
                        .append(parameters)
                        .append('\n');
            }
        }
        rules.append("\nSitemap: ").append(address(context)).append('\n');
        return ChannelResponse.of("text/plain;charset=UTF-8", rules.toString());
    }

    private static Optional<Event> shown(OEmbed asked, ChannelContext context) {
        return Optional.ofNullable(asked.slug()).map(context.archive()::event);
    }

    private static ChannelResponse oEmbed(ChannelContext context) {
        OEmbed asked = OEmbed.asked(context.query(), context.addresses());
        return ChannelResponse.of(shown(asked, context)
                .map(event -> asked.answer(
                        event,
                        event.summary().title() + ", "
                                + event.summary()
                                        .date()
                                        .inWords(Locale.forLanguageTag(
                                                context.addresses().language())),
                        context.messages().text(Messages.SITE),
                        context.addresses().here("/events.html"),
                        event.details().gallery().pictures().stream()
                                .map(Picture::asset)
                                .map(context.files()::get)
                                .filter(Objects::nonNull)
                                .filter(file -> file.size() != null)
                                .findFirst()
                                .orElse(new DamFile("", null, null))))
                .orElseGet(asked::withoutEvent));
    }
}
