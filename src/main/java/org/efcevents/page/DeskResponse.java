package org.efcevents.page;

import org.efcevents.channel.ChannelContext;
import org.efcevents.desk.DeskAnswer;
import org.efcevents.desk.DeskRequest;
import org.efcevents.desk.DeskSubject;
import org.efcevents.desk.Progress;
import org.efcevents.http.Response;

/** What a request for a page of the desk is answered with. */
final class DeskResponse {

    /** Of what is the editor's own and changes with every edit. */
    private static final String KEPT = "private, no-store";

    private DeskResponse() {}

    static DeskRequest asked(PageRequest request, Progress progress, ChannelContext context) {
        return new DeskRequest(request.user(), request.form(), request.publishing(), progress, context);
    }

    static Response of(DeskSubject desk, PageRequest request, Progress progress, ChannelContext context) {
        String own = request.base() + desk.path() + ".html";
        if (request.sends()) {
            return sent(desk, request, progress, context, own).with("Cache-Control", KEPT);
        }
        if (request.form().hasOldToken(context.archive().entries().now())) {
            // The template takes it out of the session, and the next request gets another.
            return Response.empty(303)
                    .with("Location", own + (request.query().isEmpty() ? "" : "?" + request.query()))
                    .with("Cache-Control", KEPT);
        }
        return answer(desk.page().shown(asked(request, progress, context)), desk, request)
                .with("Cache-Control", KEPT);
    }

    private static Response sent(
            DeskSubject desk, PageRequest request, Progress progress, ChannelContext context, String own) {
        if (!request.form().isFromHere()) {
            // Not 403, to which Magnolia adds its form to log in (SecurityCallbackFilter).
            return notice(
                    400,
                    desk,
                    new Notice("efc.desk.foreign.title", "efc.desk.foreign.text", own, "efc.desk.foreign.link"));
        }
        return desk.page()
                .sent(asked(request, progress, context))
                .map(answer -> answer(answer, desk, request))
                .orElseGet(() -> notice(405, desk, Notice.missing(own)).with("Allow", "GET, HEAD"));
    }

    private static Response notice(int status, DeskSubject desk, Notice notice) {
        return Response.page(status, PageModel.of(desk, notice));
    }

    private static Response answer(DeskAnswer answer, DeskSubject desk, PageRequest request) {
        if (answer instanceof DeskAnswer.Done done) {
            return Response.empty(303).with("Location", request.base() + done.address());
        }
        DeskAnswer.Shown shown = (DeskAnswer.Shown) answer;
        return Response.page(shown.status(), PageModel.of(desk.with(shown.model()), null));
    }
}
