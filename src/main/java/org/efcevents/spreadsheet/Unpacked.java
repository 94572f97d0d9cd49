package org.efcevents.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.efcevents.spreadsheet.UnreadableTable.Reason;

/** What is in a ZIP file, as far as it is no larger than it may be. Nothing of it is written anywhere, whatever path it names. */
final class Unpacked {

    /** All parts together, in bytes. */
    private static final int LARGEST = 64 * 1024 * 1024;

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MOST_PARTS = 2000;

    private Unpacked() {}

    /**
     * The parts that have one of some names.
     *
     * @throws UnreadableTable if all of its parts together are larger than they may be, or one is there twice, so that others may read another
     */
    static Map<String, byte[]> parts(byte[] file, Set<String> wanted) throws UnreadableTable {
        Map<String, byte[]> parts = new HashMap<>();
        Set<String> names = new HashSet<>();
        long size = 0;
        byte[] buffer = new byte[8192];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!names.add(entry.getName()) || names.size() > MOST_PARTS) {
                    throw new UnreadableTable(Reason.BROKEN);
                }
                if (wanted.contains(entry.getName())) {
                    byte[] part = zip.readNBytes((int) (LARGEST - size + 1));
                    parts.put(entry.getName(), part);
                    size = within(size + part.length);
                } else {
                    for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                        size = within(size + read);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw (UnreadableTable) new UnreadableTable(Reason.BROKEN).initCause(e);
        }
        if (names.isEmpty()) {
            throw new UnreadableTable(Reason.BROKEN);
        }
        return parts;
    }

    private static long within(long size) throws UnreadableTable {
        if (size > LARGEST) {
            throw new UnreadableTable(Reason.LARGE, LARGEST / MEGABYTE);
        }
        return size;
    }
}
