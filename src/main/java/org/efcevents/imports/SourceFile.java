package org.efcevents.imports;

import org.efcevents.migration.Divisions;
import org.efcevents.migration.PageReader;
import org.efcevents.migration.PageSource;
import org.efcevents.pagetext.PageRefused;
import org.efcevents.source.Source;
import org.efcevents.source.UnreadableSource;

/** Reads what was brought in. What it is is told by what it holds. The same file is always read in the same way. */
public final class SourceFile {

    private SourceFile() {}

    /**
     * Reads a file.
     *
     * @param content byte for byte
     * @param divisions what an editor says of where events begin in a page
     * @throws UnreadableSource if it cannot be read, as its message says
     */
    public static Source read(byte[] content, Divisions divisions) throws UnreadableSource {
        try {
            return PageSource.of(new PageReader().read(content, divisions));
        } catch (PageRefused refused) {
            throw new UnreadableSource(refused.message(), refused.about(), refused);
        }
    }
}
