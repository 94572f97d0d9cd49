package org.efccommand.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Session;
import org.efcevents.archive.Archive;
import org.efcevents.archive.Desk;
import org.efcevents.asset.AssetFolder;
import org.efcevents.content.ContentLanguages;
import org.efcevents.imports.EventImport;
import org.efcevents.imports.FieldChange;
import org.efcevents.imports.FileImport;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.KeptPages;
import org.efcevents.imports.KeptTables;
import org.efcevents.imports.KnownEvent;
import org.efcevents.imports.MadeEvent;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.imports.SourceFile;
import org.efcevents.index.ArchiveIndex;
import org.efcevents.source.Source;
import org.efcevents.source.StatedFile;
import org.efcevents.undo.Editing;

/**
 * Brings what a file states into an archive: what the desk would propose, with nobody's corrections. It is unpublished, and the desk can take it
 * back.
 *
 * @param file what is read
 * @param title what the source is called; empty for what it calls itself
 * @param address where it was; empty if nobody says
 * @param user who is said to have done it
 */
public record SourceImport(Path file, Optional<String> title, Optional<String> address, Reading reading, String user) {

    /**
     * What would become of the events of a source.
     *
     * @param lines one for each event, and before them one for each column of a table
     * @param taken how many would be made or changed
     * @param wrong those that cannot be taken, a sentence each
     */
    public record Outcome(List<String> lines, int taken, List<String> wrong) {}

    /**
     * Proposes, and carries that out.
     *
     * @param session of the archive's workspace, that may do everything; nothing of it is unsaved
     * @param dam the same of the workspace of pictures and documents, where those go that came with the source
     * @param write whether it is carried out, if nothing is wrong; otherwise nothing is changed
     */
    public Outcome in(Session session, Session dam, boolean write) throws Exception {
        Reading.Read read = reading.of(file);
        String first = reading.languages().get(0).toLanguageTag();
        Desk desk = new Archive(
                        session,
                        new ContentLanguages(first, first),
                        Instant.now(),
                        reading.zone(),
                        null,
                        new ArchiveIndex())
                .desk();
        Calendar now = GregorianCalendar.from(Instant.now().atZone(reading.zone()));
        Editing editing = new Editing(session, user, now);
        KeptPages pages = new KeptPages(session);
        try {
            byte[] kept = SourceFile.kept(Files.readAllBytes(file));
            KeptPage page = pages.add(kept, name(), called(read.source()), address.orElse(""), user, now);
            if (read.table().isPresent()) {
                new KeptTables(pages)
                        .keep(
                                page,
                                read.table().get().reading(),
                                read.table().get().headings());
            }
            Proposals proposals = Proposals.of(
                    page, read.source(), read.files(), pages, desk.contents(), reading.zone(), Locale.ENGLISH);
            Outcome outcome = outcome(read, proposals);
            if (write && outcome.wrong().isEmpty() && outcome.taken() > 0) {
                AssetFolder folder = new AssetFolder(
                        dam, AssetFolder.name(page.title(), page.id().replaceAll("\\D", "")), user, now);
                EventImport making = new EventImport(
                        editing,
                        page,
                        desk.eventNames(),
                        desk.contents(),
                        reading.zone(),
                        new FileImport(read.files(), folder),
                        read.source().language());
                List<MadeEvent> made = new ArrayList<>();
                for (Proposal proposal : proposals.taken()) {
                    made.add(making.carryOut(proposal));
                }
                List<String> words = new ArrayList<>(List.of(page.title(), Integer.toString(made.size())));
                if (folder.count() > 0) {
                    words.addAll(List.of(folder.path(), Integer.toString(folder.count())));
                }
                pages.addMade(
                        page,
                        made,
                        editing.keep(EventImport.KIND, words, List.of()).id());
                folder.save();
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

    private static Outcome outcome(Reading.Read read, Proposals proposals) {
        List<String> lines = new ArrayList<>(read.lines());
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
                    + Stream.concat(
                                    proposal.known().orElseThrow().changes().stream()
                                            .filter(FieldChange::isTaken)
                                            .map(FieldChange::name),
                                    proposal.known().orElseThrow().missing().stream()
                                            .map(StatedFile::address))
                            .collect(Collectors.joining(", "))
                    + ")  ";
        }
        return proposal.known()
                .map(known -> known.how() == KnownEvent.How.PERHAPS ? "perhaps there, left out  " : "there  ")
                .orElse("new  ");
    }
}
