package org.efcevents.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.efcevents.savedpage.FileKind;
import org.efcevents.savedpage.PageFiles;
import org.efcevents.savedpage.SavedPage;
import org.efcevents.savedpage.UnusableZip;
import org.efcevents.source.StatedFile;
import org.efcevents.source.UnreadableSource;
import org.efcevents.spreadsheet.TableFile;

/** What was brought in: a source alone, or a ZIP with a page and its pictures and documents. */
public final class SavedFiles {

    /** What there is of a picture or document that a source shows or leads to. */
    public enum State {
        /** It came with the source. */
        HERE,
        /** What came with the source under its name is damaged, too large, or of a kind that is not taken. */
        UNUSABLE,
        /** It did not come with the source. */
        MISSING
    }

    private final byte[] source;
    private final SavedPage saved;
    private final PageFiles places;
    private final Map<String, Optional<FileKind>> kinds = new HashMap<>();

    private SavedFiles(byte[] source, SavedPage saved) {
        this.source = source;
        this.saved = saved;
        this.places = saved == null ? null : new PageFiles(saved);
    }

    /**
     * Looks into what was brought in. A document that is packed as a ZIP is, such as a spreadsheet, is a source alone.
     *
     * @param name what the file is called
     * @throws UnreadableSource if it is a ZIP that cannot be used
     */
    public static SavedFiles of(String name, byte[] content) throws UnreadableSource {
        if (TableFile.isNamedSo(name)
                || !SavedPage.isOne(content)
                || FileKind.of(content).isPresent()) {
            return new SavedFiles(content, null);
        }
        try {
            SavedPage saved = SavedPage.of(content);
            return new SavedFiles(saved.page(), saved);
        } catch (UnusableZip unusable) {
            throw new UnreadableSource(
                    "efc.desk.import.zip." + unusable.reason().key(), unusable.about(), unusable);
        }
    }

    /** Whether files can have come with the source. */
    public boolean isPacked() {
        return saved != null;
    }

    /** The source. */
    public byte[] source() {
        return source;
    }

    /** What there is of a file. */
    public State state(StatedFile file) {
        Optional<String> path = path(file);
        return path.isEmpty() ? State.MISSING : kind(file, path.get()).isPresent() ? State.HERE : State.UNUSABLE;
    }

    private Optional<String> path(StatedFile file) {
        return saved == null ? Optional.empty() : places.at(file.address());
    }

    /** What a file is that came with the source; empty if it cannot be shown as what it is meant to be. */
    private Optional<FileKind> kind(StatedFile file, String path) {
        return kinds.computeIfAbsent(path, at -> FileKind.of(saved.content(at)))
                .filter(kind -> kind.isPicture() == (file.kind() == StatedFile.Kind.PICTURE));
    }

    /** A file that is {@link State#HERE}. */
    record Content(String path, FileKind kind, byte[] bytes) {}

    /** The file, if it is {@link State#HERE}. */
    Optional<Content> content(StatedFile file) {
        return path(file).flatMap(path -> kind(file, path).map(kind -> new Content(path, kind, saved.content(path))));
    }
}
