package org.efcevents.savedpage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.efcevents.savedpage.UnusableZip.Reason;

/**
 * What a ZIP says that it has (APPNOTE.TXT 6.3.10). It is read here because what the JDK has reads either the listing at its end or what comes
 * before that, and a hostile ZIP says one thing here and another there: here both must say the same of every entry, and no two entries may
 * share bytes. Sizes are not believed.
 */
final class ZipListing {

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LISTED = 0x02014b50;
    private static final int LISTED_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xffff;

    private static final int IS_ENCRYPTED = 1;
    private static final int IS_UTF_8 = 1 << 11;

    /** Of names that do not say what they are written in, and are no UTF-8: what MS-DOS had, and Windows has still. */
    private static final String OF_OLD = "IBM437";

    private final ByteBuffer zip;

    private ZipListing(byte[] zip) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Whether a file begins as one does. */
    static boolean isOne(byte[] file) {
        return file.length >= END_LENGTH
                && file[0] == 'P'
                && file[1] == 'K'
                && (file[2] == 3 && file[3] == 4 || file[2] == 5 && file[3] == 6);
    }

    /**
     * Lists what is there, in the order in which it is packed. Nothing is unpacked.
     *
     * @param most so many entries are listed
     */
    static List<ZipPart> of(byte[] zip, int most) throws UnusableZip {
        try {
            return new ZipListing(zip).parts(most);
        } catch (IndexOutOfBoundsException | IllegalArgumentException beyondItsEnd) {
            throw new UnusableZip(Reason.BROKEN);
        }
    }

    private List<ZipPart> parts(int most) throws UnusableZip {
        int end = end();
        int count = number(end + 10);
        int from = size(end + 16);
        require(number(end + 4) == 0 && number(end + 6) == 0 && number(end + 8) == count);
        require(from + (long) size(end + 12) == end);
        if (count > most) {
            throw new UnusableZip(Reason.MANY, count, most);
        }
        List<ZipPart> parts = new ArrayList<>();
        int at = from;
        for (int i = 0; i < count; i++) {
            require(at + LISTED_LENGTH <= end && zip.getInt(at) == LISTED);
            parts.add(part(at, from));
            at += LISTED_LENGTH + number(at + 28) + number(at + 30) + number(at + 32);
        }
        require(at == end);
        parts.sort(Comparator.comparingLong(ZipPart::header));
        for (int i = 1; i < parts.size(); i++) {
            ZipPart before = parts.get(i - 1);
            if (before.from() + (long) before.packed() > parts.get(i).header()) {
                throw UnusableZip.of(Reason.BOMB, parts.get(i).name());
            }
        }
        return parts;
    }

    /** The comment behind the listing reaches to the end of the file. */
    private int end() throws UnusableZip {
        int first = Math.max(0, zip.limit() - END_LENGTH - LONGEST_COMMENT);
        for (int at = zip.limit() - END_LENGTH; at >= first; at--) {
            if (zip.getInt(at) == END && at + END_LENGTH + number(at + 20) == zip.limit()) {
                return at;
            }
        }
        throw new UnusableZip(Reason.BROKEN);
    }

    private ZipPart part(int at, int listing) throws UnusableZip {
        int flags = number(at + 8);
        byte[] written = bytes(at + LISTED_LENGTH, number(at + 28));
        String name = name(written, flags);
        int header = size(at + 42);
        if (header + LOCAL_LENGTH > listing || zip.getInt(header) != LOCAL) {
            throw UnusableZip.of(Reason.DAMAGED, name);
        }
        if (((flags | number(header + 6)) & IS_ENCRYPTED) != 0) {
            throw UnusableZip.of(Reason.ENCRYPTED, name);
        }
        int method = number(at + 10);
        if (method != ZipPart.STORED && method != ZipPart.DEFLATED) {
            throw UnusableZip.of(Reason.PACKING, name);
        }
        int packed = size(at + 20);
        int from = header + LOCAL_LENGTH + number(header + 26) + number(header + 28);
        if (method != number(header + 8)
                || from + (long) packed > listing
                || !Arrays.equals(written, bytes(header + LOCAL_LENGTH, number(header + 26)))) {
            throw UnusableZip.of(Reason.DAMAGED, name);
        }
        return new ZipPart(
                name, method, Integer.toUnsignedLong(zip.getInt(at + 16)), header, from, packed, size(at + 24));
    }

    private static String name(byte[] written, int flags) throws UnusableZip {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(written))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            if ((flags & IS_UTF_8) != 0 || !Charset.isSupported(OF_OLD)) {
                throw UnusableZip.of(Reason.PATH, new String(written, StandardCharsets.UTF_8));
            }
            return new String(written, Charset.forName(OF_OLD));
        }
    }

    private static void require(boolean holds) throws UnusableZip {
        if (!holds) {
            throw new UnusableZip(Reason.BROKEN);
        }
    }

    private int number(int at) {
        return Short.toUnsignedInt(zip.getShort(at));
    }

    /** What does not fit in here does not fit in the file. */
    private int size(int at) throws UnusableZip {
        int size = zip.getInt(at);
        require(size >= 0);
        return size;
    }

    private byte[] bytes(int at, int length) {
        byte[] bytes = new byte[length];
        zip.get(at, bytes);
        return bytes;
    }
}
