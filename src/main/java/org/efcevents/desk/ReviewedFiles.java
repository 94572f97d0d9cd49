package org.efcevents.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.jcr.RepositoryException;
import org.efcevents.asset.AssetFolder;
import org.efcevents.content.ContentException;
import org.efcevents.imports.KeptPage;
import org.efcevents.imports.Proposal;
import org.efcevents.imports.Proposals;
import org.efcevents.source.StatedFile;

/**
 * The pictures and documents that the events of a source show or lead to, as an editor looks them over.
 *
 * @param here how many came with the source
 * @param undescribed how many of these are pictures that nothing is said of
 * @param unusable those that came with it and cannot be taken
 * @param missing those that did not come with it
 * @param packed whether any can have come with it
 * @param permitted whether the editor may add files to Magnolia's assets
 * @param taken whether they are to be imported
 */
public record ReviewedFiles(
        int here,
        int undescribed,
        List<Lack> unusable,
        List<Lack> missing,
        boolean packed,
        boolean permitted,
        boolean taken) {

    /** The box that has been ticked if files are to be imported. */
    static final String FILES = "files";

    /**
     * A file that no event gets.
     *
     * @param kind the end of the key of what it is
     * @param address as the source has it
     * @param event the title of the event that would show it
     */
    public record Lack(String kind, String address, String event) {}

    static ReviewedFiles of(Proposals proposals, DeskRequest request) {
        Set<String> here = new HashSet<>();
        Set<String> undescribed = new HashSet<>();
        List<Lack> unusable = new ArrayList<>();
        List<Lack> missing = new ArrayList<>();
        for (Proposal proposal : proposals.all()) {
            for (StatedFile file : proposal.stated().files()) {
                Lack lack = new Lack(file.kind().name().toLowerCase(Locale.ROOT), file.address(), proposal.title());
                switch (proposals.files().state(file)) {
                    case HERE -> {
                        here.add(file.address());
                        if (file.isUndescribed()) {
                            undescribed.add(file.address());
                        }
                    }
                    case UNUSABLE -> unusable.add(lack);
                    default -> missing.add(lack);
                }
            }
        }
        return new ReviewedFiles(
                here.size(),
                undescribed.size(),
                List.copyOf(unusable),
                List.copyOf(missing),
                proposals.files().isPacked(),
                folder(proposals.page(), request).isPresent(),
                !request.isChosen(ImportPage.PAGE) || request.isChosen(FILES));
    }

    /** Whether there is anything to say of files. */
    public boolean isAny() {
        return here > 0 || !unusable.isEmpty() || !missing.isEmpty();
    }

    /**
     * Where the files of a source are put if the editor has chosen to import them; null if not.
     *
     * @throws ChangeRefused if the editor may not put them there
     */
    static AssetFolder chosen(KeptPage page, DeskRequest request) throws ChangeRefused {
        if (!request.isChosen(FILES)) {
            return null;
        }
        return folder(page, request).orElseThrow(() -> new ChangeRefused("efc.desk.import.files.refused"));
    }

    /** Where the files of a source are put; empty if the editor may not put any there. */
    private static Optional<AssetFolder> folder(KeptPage page, DeskRequest request) {
        Optional<AssetFolder> folder = request.publishing()
                .files()
                .map(session -> new AssetFolder(
                        session,
                        AssetFolder.name(page.title(), page.id().replaceAll("\\D", "")),
                        request.user(),
                        request.changes().now()));
        try {
            return folder.isPresent() && folder.get().isOpen() ? folder : Optional.empty();
        } catch (RepositoryException e) {
            throw new ContentException("What may be done in the workspace dam cannot be read: " + e.getMessage(), e);
        }
    }
}
