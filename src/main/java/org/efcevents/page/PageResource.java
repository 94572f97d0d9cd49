package org.efcevents.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.efcevents.address.PageKind;
import org.efcevents.api.ApiResponse;
import org.efcevents.api.JsonDocument;
import org.efcevents.api.JsonQuestion;
import org.efcevents.archive.Archive;
import org.efcevents.archive.WorkPackageReport;
import org.efcevents.channel.Channel;
import org.efcevents.channel.ChannelContext;
import org.efcevents.channel.ChannelResponse;
import org.efcevents.channel.SiteDocument;
import org.efcevents.channel.Subject;
import org.efcevents.content.ContentNode;
import org.efcevents.content.DamFile;
import org.efcevents.content.NodeLink;
import org.efcevents.content.NodeType;
import org.efcevents.desk.DeskPages;
import org.efcevents.desk.DeskSubject;
import org.efcevents.desk.Progress;
import org.efcevents.event.Event;
import org.efcevents.event.EventKind;
import org.efcevents.filter.ArchiveFilter;
import org.efcevents.http.Relation;
import org.efcevents.http.Representation;
import org.efcevents.http.Response;
import org.efcevents.message.Messages;
import org.efcevents.speaker.Speaker;
import org.efcevents.workpackage.WorkPackage;

/**
 * The resource at an address of the archive. It determines the response to a request.
 *
 * <p>This takes two steps, because only templates have access to Magnolia's message bundles, links and files: {@link
 * #messages}, {@link #links} and {@link #files} tell what is needed, and {@link #respond} takes the result.
 */
public final class PageResource {

    private static final String HTML = "text/html;charset=UTF-8";
    private static final String SHARED = "public, no-cache";
    private static final String PRIVATE = "private, no-cache";

    /** In small letters, because Magnolia's page cache drops "Vary" where a client takes no compression (ContentCachedEntry). */
    private static final String VARY = "vary";

    /** What tells readers apart: by a session, or by what programs send. */
    private static final String READER = "Cookie, Authorization";

    private final PageRequest request;
    private final Archive archive;
    private final Progress progress;
    private final Optional<SiteDocument> siteDocument;
    private final Subject subject;
    private final String movedTo;
    private final JsonDocument json;

    /**
     * @param request the request
     * @param archive the archive as the reader sees it; null if they may not see it at all
     * @param progress what editors wait for
     */
    public PageResource(PageRequest request, Archive archive, Progress progress) {
        this.request = request;
        this.archive = archive;
        this.progress = progress;
        this.siteDocument = request.kind() == PageKind.ARCHIVE && archive != null
                ? SiteDocument.of(request.selector(), request.extension())
                : Optional.empty();
        this.subject = archive == null && request.kind() != PageKind.PAGE || request.asksHow()
                ? new MissingPage(request.kind(), false)
                : subject();
        this.movedTo =
                archive != null && !request.asksHow() && request.kind().isSingle() && subject instanceof MissingPage
                        ? presentAddress()
                        : null;
        this.json =
                archive != null && siteDocument.isEmpty() && request.extension().equals(Channel.JSON.ending())
                        ? subject.json(new JsonQuestion(archive, request.addresses(), request.query()))
                        : null;
    }

    private Subject subject() {
        String slug = request.selector();
        return switch (request.kind()) {
            case ARCHIVE -> {
                if (DeskPages.areAskedFor(slug)) {
                    yield desk(slug);
                }
                yield ChangesDocument.isAskedFor(slug, request.extension()) ? new ChangesDocument() : archivePage();
            }
            case EVENT -> {
                Event event = archive.event(slug);
                yield event == null
                        ? new MissingPage(
                                PageKind.EVENT, archive.formerAddresses().isWithdrawn(slug))
                        : new EventPage(event, event.openRegistration(now(), request.timeZone()));
            }
            case SPEAKER -> {
                Speaker speaker = archive.speaker(slug);
                yield speaker == null
                        ? new MissingPage(PageKind.SPEAKER, false)
                        : new SpeakerPage(speaker, archive.eventsOf(speaker));
            }
            case WORK_PACKAGE -> {
                WorkPackage workPackage = archive.workPackage(slug);
                yield workPackage == null
                        ? new MissingPage(PageKind.WORK_PACKAGE, false)
                        : new WorkPackagePage(workPackage, archive.eventsOf(workPackage), report(workPackage));
            }
            case SPEAKERS -> new SpeakersPage(
                    request.isForPage()
                            ? archive.speakers(page(), request.sizes().page())
                            : null);
            case WORK_PACKAGES, PAGE -> new ListPage(request.kind());
        };
    }

    private Subject desk(String selector) {
        return DeskPages.of(selector, archive, request.author())
                .<Subject>map(page -> new DeskSubject(page, null, request.form().token(), progress.of(request.user())))
                .orElseGet(() -> new MissingPage(PageKind.ARCHIVE, false));
    }

    private Instant now() {
        return archive.entries().now();
    }

    private WorkPackageReport report(WorkPackage workPackage) {
        return request.isForPage()
                ? archive.workOf(workPackage, page(), request.sizes().page())
                : null;
    }

    private int page() {
        return ArchiveFilter.parse(request.query()).page();
    }

    private ArchivePage archivePage() {
        ArchiveFilter filter = archive.formerAddresses().resolved(ArchiveFilter.parse(request.query()));
        boolean read = siteDocument.isEmpty() && !request.extension().equals(Channel.JSON.ending());
        return new ArchivePage(
                filter,
                request.query(),
                read
                        ? archive.find(
                                request.isForPage() ? filter : filter.onPage(1),
                                // The other channels show all events, and of the page none.
                                request.isForPage() ? request.sizes().page() : 1)
                        : null);
    }

    /** The present address of what formerly had this one, or has the identifier in it; null if there is none. */
    private String presentAddress() {
        String slug = archive.formerAddresses().presentSlug(type(request.kind()), request.selector());
        return slug == null
                ? null
                : request.base() + request.kind().path(slug) + "." + request.extension()
                        + (request.query().isEmpty() ? "" : "?" + request.query());
    }

    private static NodeType type(PageKind kind) {
        return switch (kind) {
            case SPEAKER -> NodeType.SPEAKER;
            case WORK_PACKAGE -> NodeType.WORK_PACKAGE;
            default -> NodeType.EVENT;
        };
    }

    private boolean isMissing() {
        return subject instanceof MissingPage || request.isForPage() && !subject.hasPage();
    }

    /** The keys of the messages that the response needs. */
    public List<String> messages() {
        List<String> keys = new ArrayList<>(Messages.keys(kinds()));
        if (subject instanceof DeskSubject desk) {
            keys.addAll(desk.page().messages());
        }
        return keys;
    }

    /** Whether the token that forms are sent with is to be taken out of the session, so that the next request gets another. */
    public boolean replacesToken() {
        return subject instanceof DeskSubject
                && !request.sends()
                && request.form().hasOldToken(now());
    }

    /** The kinds of event that may occur in the response. */
    private List<String> kinds() {
        return archive == null ? EventKind.words() : archive.kinds();
    }

    /** The links in texts to nodes whose addresses the response needs. */
    public List<NodeLink> links() {
        if (json != null) {
            return json.links();
        }
        return request.isForPage() ? List.of() : subject.links();
    }

    /** The DAM keys of the files whose addresses the response needs. */
    public List<String> files() {
        return siteDocument
                .map(document -> document.files(context(Map.of(), Map.of(), Map.of())))
                .orElseGet(() -> json == null ? subject.files() : json.files());
    }

    /**
     * Responds to the request.
     *
     * @param messages the texts of {@link #messages} by key
     * @param links the absolute addresses of {@link #links} by workspace, colon and identifier, except those that the
     *     reader may not see
     * @param files the {@link #files} that the reader may download, by DAM key
     */
    public Response respond(Map<String, String> messages, Map<String, String> links, Map<String, DamFile> files) {
        Response response =
                request.asksHow() ? CrossOrigin.ways().with("Cache-Control", PRIVATE) : answer(messages, links, files);
        boolean originAnswered = request.isSaid("Access-Control-Allow-Origin");
        Response readable =
                request.isForPage() || !request.anonymous() ? response : CrossOrigin.readable(response, originAnswered);
        return Safeguards.put(readable, request, subject instanceof DeskSubject)
                .with(VARY, originAnswered ? READER + ", Origin" : READER);
    }

    private Response answer(Map<String, String> messages, Map<String, String> links, Map<String, DamFile> files) {
        if (request.asksToSignIn()) {
            // Magnolia's own form is written below any 403 (SecurityCallbackFilter), and leads back to this page
            // (FormLogin).
            return withoutIndex(document(403, HTML, new Representation("")));
        }
        Optional<Channel> channel = Channel.forPrograms(request.extension());
        if (archive == null && request.kind() != PageKind.PAGE) {
            return channel.isPresent()
                    ? sent(ChannelResponse.of(ApiResponse.missing()))
                    : kept(Response.page(404, PageModel.of(subject, Notice.closed())));
        }
        if (movedTo != null) {
            // That an identifier leads to another address tomorrow is what it is for.
            int status = ContentNode.isIdentifier(request.selector()) ? 302 : 301;
            Response moved = revalidated(Response.page(status, PageModel.of(subject, Notice.moved(movedTo)))
                    .with("Location", movedTo));
            return channel.isPresent() ? withoutIndex(moved) : moved;
        }
        ChannelContext context = context(messages, links, files);
        if (subject instanceof DeskSubject desk && request.isForPage()) {
            return DeskResponse.of(desk, request, progress, context);
        }
        return siteDocument
                .map(site -> site.write(context))
                .or(() -> channel.map(known -> written(known, context)))
                .map(this::sent)
                .orElseGet(() -> page(context));
    }

    /** What a program gets, which is a problem document where there is nothing. */
    private ChannelResponse written(Channel channel, ChannelContext context) {
        if (subject instanceof MissingPage missing) {
            return ChannelResponse.of(missing.withdrawn() ? ApiResponse.withdrawn() : ApiResponse.missing());
        }
        if (subject instanceof DeskSubject desk && channel == Channel.CSV) {
            return desk.page()
                    .table(DeskResponse.asked(request, progress, context))
                    .orElseGet(() -> ChannelResponse.of(ApiResponse.missing()));
        }
        return Channel.of(channel.ending(), request.kind())
                .flatMap(known -> known.objection(subject, context).or(() -> known.write(subject, context)))
                .orElseGet(() -> ChannelResponse.of(ApiResponse.missing()));
    }

    private ChannelContext context(
            Map<String, String> messages, Map<String, String> links, Map<String, DamFile> files) {
        return new ChannelContext(
                archive,
                request.addresses(),
                request.origin(),
                request.contextPath(),
                request.query(),
                json,
                request.timeZone(),
                request.license(),
                request.sizes().feed(),
                request.sizes().related(),
                new Messages(messages),
                links,
                files);
    }

    private Response sent(ChannelResponse document) {
        Response response = withoutIndex(document(document.status(), document.mediaType(), document.representation()));
        if (document.location() != null) {
            response = response.with("Location", document.location());
        }
        response = response.with("Link", Relation.header(relations(document)));
        return document.fileName() == null
                ? response
                : response.with("Content-Disposition", "attachment; filename=\"" + document.fileName() + '"');
    }

    private List<Relation> relations(ChannelResponse document) {
        List<Relation> relations = new ArrayList<>(document.relations());
        relations.add(new Relation("service-desc", request.origin() + request.contextPath() + "/openapi.json"));
        if (request.license() != null) {
            relations.add(new Relation("license", request.license()));
        }
        return relations;
    }

    /**
     * A text. Caches must revalidate it, because its content may change with the clock and with any edit. Magnolia's
     * cache must not store it at all, because it does not support {@code If-None-Match}.
     */
    private Response document(int status, String mediaType, Representation representation) {
        return revalidated(Response.document(status, mediaType, representation, request.ifNoneMatch()));
    }

    /**
     * Where an address leads is asked each time, too: it may be given back, and two redirections that a cache stores would lead to each
     * other; and whoever keeps a copy, and asks as soon as something has a former address of another, would be led to that other.
     */
    private Response revalidated(Response response) {
        return response.with("Cache-Control", request.anonymous() ? SHARED : PRIVATE);
    }

    private static Response withoutIndex(Response response) {
        return response.with("X-Robots-Tag", "noindex");
    }

    private Response page(ChannelContext context) {
        if (isMissing() || !request.isForPage()) {
            boolean withdrawn = subject instanceof MissingPage missing && missing.withdrawn();
            String archivePage = request.base() + PageKind.ARCHIVE.path("") + ".html";
            return kept(Response.page(
                    withdrawn ? 410 : 404,
                    PageModel.of(subject, withdrawn ? Notice.withdrawn(archivePage) : Notice.missing(archivePage))));
        }
        PageModel model = new PageModel(
                subject,
                null,
                Alternate.of(subject, request.addresses(), context.messages()),
                Subscription.of(subject, request.addresses(), request.base()),
                address(),
                PageData.of(subject, request, context),
                PageModel.SharedPicture.of(subject, context.files()));
        Response response = kept(Response.page(200, model));
        // Search engines find every event without all combinations of filters. A header, so that it holds in every
        // layout.
        return subject instanceof ArchivePage page && page.filter().isNarrow()
                ? response.with("X-Robots-Tag", "noindex, follow")
                : response;
    }

    private String address() {
        return request.addresses()
                .canonical(
                        subject.path() + ".html",
                        subject.event()
                                .map(event -> event.publication().languages())
                                .orElse(List.of()));
    }

    /**
     * Events become past as time goes by. Magnolia's page cache keeps a page until content changes, but no longer than
     * the page itself specifies ({@code BrowserTtlVoter}); browsers always revalidate. Pages for readers who are signed
     * in must not be stored by shared caches (RFC 9111, 5.2.2.7), and that the archive is closed must not be cached at
     * all, because nothing would tell a cache when that changes.
     */
    private Response kept(Response response) {
        return response.with(
                "Cache-Control",
                request.anonymous() && archive != null ? "max-age=0, s-maxage=" + secondsUntilChange() : PRIVATE);
    }

    private long secondsUntilChange() {
        return subject instanceof EventPage page
                ? Math.min(archive.secondsUntilChange(), page.secondsUntilChange(now(), request.timeZone()))
                : archive.secondsUntilChange();
    }
}
