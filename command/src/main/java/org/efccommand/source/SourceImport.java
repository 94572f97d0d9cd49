package org.efccommand.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efccommand.Failure;
import org.efccommand.report.Reading;
import org.efcevents.archive.Archive;
import org.efcevents.archive.Desk;
import org.efcevents.content.ContentLanguages;
import org.efcevents.imports.EventImport;
import org.efcevents.imports.FieldChange;
import org.efcevents.imports.FileImport;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.KeptPages;
import org.efcevents.imports.KnownEvent;
import org.efcevents.imports.MadeEvent;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.imports.SourceFile;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.source.Source;
import org.efcevents.undo.Editing;

/**
 * Brings what a file states into an archive: what the desk would propose, with nobody's corrections. It is unpublished, and the desk can take it
 * back.
 *
 * @param file what was read
 * @param title what the source is called; empty for what it calls itself
 * @param address where it was; empty if nobody says
 * @param zone of times that do not say theirs
 * @param user who is said to have done it
 */
public record SourceImport(Path file, Optional<String> title, Optional<String> address, ZoneId zone, String user) {

    /**
     * What would become of the events of a source.
     *
     * @param lines one for each event
     * @param taken how many would be made or changed
     * @param wrong those that cannot be taken, a sentence each
     */
    public record Outcome(List<String> lines, int taken, List<String> wrong) {}

    /**
     * Proposes, and carries that out.
     *
     * @param session of the archive's workspace, that may do everything; nothing of it is unsaved
     * @param write whether it is carried out, if nothing is wrong; otherwise nothing is changed
     */
    public Outcome in(Session session, boolean write) throws RepositoryException, Failure, IOException {
        Source source = Reading.of(file, zone);
        Desk desk = new Archive(
                        session, new ContentLanguages("en", "en"), Instant.now(), zone, null, new ArchiveIndex())
                .desk();
        Calendar now = GregorianCalendar.from(Instant.now().atZone(zone));
        Editing editing = new Editing(session, user, now);
        KeptPages pages = new KeptPages(session);
        try {
            byte[] kept = SourceFile.kept(Files.readAllBytes(file));
            KeptPage page = pages.add(kept, name(), called(source), address.orElse(""), user, now);
            Proposals proposals =
                    Proposals.of(page, source, Reading.files(file), pages, desk.contents(), zone, Locale.ENGLISH);
            Outcome outcome = outcome(proposals);
            if (write && outcome.wrong().isEmpty() && outcome.taken() > 0) {
                EventImport making =
                        new EventImport(editing, page, desk.eventNames(), desk.contents(), zone, FileImport.NONE);
                List<MadeEvent> made = new ArrayList<>();
                for (Proposal proposal : proposals.taken()) {
                    made.add(making.carryOut(proposal));
                }
                String step = editing.keep(
                                EventImport.KIND, List.of(page.title(), Integer.toString(made.size())), List.of())
                        .id();
                pages.addMade(page, made, step);
                session.save();
            }
            return outcome;
        } finally {
            session.refresh(false);
        }
    }

    private String name() {
        return file.getFileName().toString();
    }

    private String called(Source source) {
        return title.orElse(source.title().isEmpty() ? name() : source.title());
    }

    private static Outcome outcome(Proposals proposals) {
        List<String> lines = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Proposal proposal : proposals.all()) {
            String event = proposal.position() + ". " + (proposal.date().isEmpty() ? "(no date)" : proposal.date())
                    + "  " + proposal.title();
            lines.add(becoming(proposal) + event);
            if (proposal.taken() && !proposal.isRight()) {
                wrong.add(event + ": " + (proposal.title().isEmpty() ? "no title" : "no date"));
            }
        }
        return new Outcome(lines, proposals.taken().size(), wrong);
    }

    private static String becoming(Proposal proposal) {
        if (proposal.isChange()) {
            return "changed ("
                    + proposal.known().orElseThrow().changes().stream()
                            .filter(change -> !change.edited())
                            .map(FieldChange::name)
                            .collect(Collectors.joining(", "))
                    + ")  ";
        }
        return proposal.known()
                .map(known -> known.how() == KnownEvent.How.PERHAPS ? "perhaps there, left out  " : "there  ")
                .orElse("new  ");
    }
}
