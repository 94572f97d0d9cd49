package org.efcevents.imports;

import org.efcevents.migration.PageReader;
import org.efcevents.migration.PageSource;
import org.efcevents.source.Source;

/** Reads what was brought in. What it is is told by what it holds. The same file is always read in the same way. */
public final class SourceFile {

    private SourceFile() {}

    /**
     * Reads a file.
     *
     * @param content byte for byte
     */
    public static Source read(byte[] content) {
        return PageSource.of(new PageReader().read(content));
    }
}
