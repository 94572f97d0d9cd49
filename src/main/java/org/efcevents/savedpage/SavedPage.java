package org.efcevents.savedpage;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.efcevents.savedpage.UnusableZip.Reason;

/** A page and the files that were saved with it, out of a ZIP. All of it has been unpacked once, so that what is asked for is there. */
public final class SavedPage {

    /** What is taken. */
    record Limits(int entries, int depth, int name, long bytes, long ratio) {

        /** A text of one repeated letter unpacks to a thousand times as much; pages, to ten times as much. */
        static final Limits USUAL = new Limits(5000, 20, 1000, 200L * MEGABYTE, 200);
    }

    private static final int MEGABYTE = 1024 * 1024;

    /** What unpacks to less harms nobody, however small it was. */
    private static final int HARMLESS = MEGABYTE;

    private static final Pattern OUTSIDE =
            Pattern.compile("(?s)/.*|[a-zA-Z]:.*|.*[\\\\\\p{Cc}].*|(?:.*/)?\\.{0,2}(?:/.*)?");

    /** What operating systems add. */
    private static final Pattern ADDED =
            Pattern.compile("(?i)(?:.*/)?(?:__macosx/.*|\\.[^/]*|thumbs\\.db|desktop\\.ini)");

    private static final Pattern HTML = Pattern.compile("(?i).*\\.x?html?");
    private static final Pattern TEXT = Pattern.compile("(?i).*\\.txt");
    private static final Pattern INDEX = Pattern.compile("(?i)(?:.*/)?(?:index|default)\\.x?html?");

    /** Of pages the one that was saved, before those of its frames and what else there is. */
    private static final Comparator<ZipPart> MORE_LIKELY_THE_PAGE = Comparator.comparing(
                    (ZipPart part) -> !HTML.matcher(part.name()).matches())
            .thenComparing(ZipPart::depth)
            .thenComparing(part -> !INDEX.matcher(part.name()).matches())
            .thenComparing(Comparator.comparingLong(ZipPart::size).reversed())
            .thenComparing(ZipPart::name);

    private final byte[] zip;
    private final Map<String, ZipPart> files = new LinkedHashMap<>();
    private final ZipPart page;

    private SavedPage(byte[] zip, Limits limits) throws UnusableZip {
        this.zip = zip;
        List<ZipPart> all = ZipListing.of(zip, limits.entries());
        Set<String> names = new HashSet<>();
        for (ZipPart part : all) {
            checkName(part, limits);
            if (!part.isFolder() && !names.add(folded(part.name()))) {
                throw UnusableZip.of(Reason.TWICE, part.name());
            }
        }
        long total = 0;
        for (ZipPart part : all) {
            total = unpack(part, total, limits, new byte[8192]);
            if (!part.isFolder() && !ADDED.matcher(part.name()).matches()) {
                files.put(part.name(), part);
            }
        }
        page = files.values().stream()
                .filter(part -> HTML.matcher(part.name()).matches()
                        || TEXT.matcher(part.name()).matches())
                .min(MORE_LIKELY_THE_PAGE)
                .orElseThrow(() -> new UnusableZip(Reason.PAGELESS));
        files.remove(page.name());
    }

    /** Whether a file may be a page with its files: whether it begins as a ZIP does. */
    public static boolean isOne(byte[] file) {
        return ZipListing.isOne(file);
    }

    /**
     * Takes a ZIP to pieces.
     *
     * @throws UnusableZip if it is broken, hostile or too large, or has no page
     */
    public static SavedPage of(byte[] zip) throws UnusableZip {
        return of(zip, Limits.USUAL);
    }

    static SavedPage of(byte[] zip, Limits limits) throws UnusableZip {
        return new SavedPage(zip, limits);
    }

    /** The same for names that file systems do not tell from each other. */
    static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static void checkName(ZipPart part, Limits limits) throws UnusableZip {
        String name = part.isFolder() ? part.name().substring(0, part.name().length() - 1) : part.name();
        if (name.length() > limits.name() || OUTSIDE.matcher(name).matches()) {
            throw UnusableZip.of(Reason.PATH, part.name());
        }
        if (part.depth() > limits.depth()) {
            throw UnusableZip.of(Reason.DEEP, part.name(), limits.depth());
        }
    }

    /**
     * Unpacks something only to see that it can be.
     *
     * @param before how much was unpacked before
     * @return with what was unpacked now
     */
    private long unpack(ZipPart part, long before, Limits limits, byte[] buffer) throws UnusableZip {
        CRC32 crc = new CRC32();
        long size = 0;
        try (Unpacking unpacking = new Unpacking(zip, part)) {
            for (int read = unpacking.read(buffer, 0); read > 0; read = unpacking.read(buffer, 0)) {
                crc.update(buffer, 0, read);
                size += read;
                if (before + size > limits.bytes()) {
                    throw UnusableZip.of(Reason.LARGE, part.name(), limits.bytes() / MEGABYTE);
                }
                if (size > HARMLESS && size > part.packed() * limits.ratio()) {
                    throw UnusableZip.of(Reason.BOMB, part.name());
                }
            }
            if (!unpacking.isWhole() || size != part.size() || crc.getValue() != part.crc()) {
                throw UnusableZip.of(Reason.DAMAGED, part.name());
            }
        }
        return before + size;
    }

    /** Where the page is in the ZIP, with slashes. */
    public String path() {
        return page.name();
    }

    /** The page. */
    public byte[] page() {
        return content(page);
    }

    /** Where the other files are, in the order of the ZIP. */
    public Set<String> files() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /**
     * A file.
     *
     * @param path one of {@link #files}
     */
    public byte[] content(String path) {
        ZipPart part = files.get(path);
        if (part == null) {
            throw new NoSuchElementException("No file " + path);
        }
        return content(part);
    }

    private byte[] content(ZipPart part) {
        byte[] content = new byte[(int) part.size()];
        try (Unpacking unpacking = new Unpacking(zip, part)) {
            int at = 0;
            while (at < content.length) {
                at += unpacking.read(content, at);
            }
        } catch (UnusableZip e) {
            throw new IllegalStateException("It was unpacked before", e);
        }
        return content;
    }

    /** What is left to unpack of something. */
    private static final class Unpacking implements AutoCloseable {

        private final byte[] zip;
        private final ZipPart part;
        private final Inflater inflater = new Inflater(true);
        private int taken;

        Unpacking(byte[] zip, ZipPart part) {
            this.zip = zip;
            this.part = part;
            inflater.setInput(zip, part.from(), part.packed());
        }

        /** Returns how many bytes were put into a buffer, to its end at most; 0 if there are no more. */
        int read(byte[] buffer, int at) throws UnusableZip {
            int room = buffer.length - at;
            if (part.method() == ZipPart.STORED) {
                int length = Math.min(room, part.packed() - taken);
                System.arraycopy(zip, part.from() + taken, buffer, at, length);
                taken += length;
                return length;
            }
            try {
                return inflater.inflate(buffer, at, room);
            } catch (DataFormatException e) {
                throw UnusableZip.of(Reason.DAMAGED, part.name());
            }
        }

        /** Whether all that is packed was unpacked. */
        boolean isWhole() {
            return part.method() == ZipPart.STORED
                    ? taken == part.packed()
                    : inflater.finished() && inflater.getBytesRead() == part.packed();
        }

        @Override
        public void close() {
            inflater.end();
        }
    }
}
