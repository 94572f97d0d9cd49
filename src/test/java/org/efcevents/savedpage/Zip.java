package org.efcevents.savedpage;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ZIP, made byte by byte, so that it can be made wrong. */
final class Zip {

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final List<byte[]> listing = new ArrayList<>();

    Zip add(String name, String content) throws IOException {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Zip add(String name, byte[] content) throws IOException {
        return add(name.getBytes(StandardCharsets.UTF_8), content, 1 << 11, 8);
    }

    /** Adds a name as programs wrote it that knew no Unicode. */
    Zip add(String name, Charset charset, String content) throws IOException {
        return add(name.getBytes(charset), content.getBytes(StandardCharsets.UTF_8), 0, 8);
    }

    Zip store(String name, byte[] content) throws IOException {
        return add(name.getBytes(StandardCharsets.UTF_8), content, 0, 0);
    }

    Zip add(byte[] name, byte[] content, int flags, int method) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] data = method == 8 ? deflated(content) : content;
        return add(name, data, flags, method, (int) crc.getValue(), content.length);
    }

    /** Adds what need not be what is said of it. */
    Zip add(byte[] name, byte[] data, int flags, int method, int crc, int size) throws IOException {
        list(packed.size(), name, data.length, flags, method, crc, size);
        packed.write(record(30 + name.length)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt(crc)
                .putInt(data.length)
                .putInt(size)
                .putShort((short) name.length)
                .putShort((short) 0)
                .put(name)
                .array());
        packed.write(data);
        return this;
    }

    /** Lists what may be elsewhere, or nowhere. */
    Zip list(int header, byte[] name, int length, int flags, int method, int crc, int size) {
        listing.add(record(46 + name.length)
                .putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) flags)
                .putShort((short) method)
                .putInt(0)
                .putInt(crc)
                .putInt(length)
                .putInt(size)
                .putShort((short) name.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt(header)
                .put(name)
                .array());
        return this;
    }

    /** Lists once more what was listed last. */
    Zip listAgain() {
        listing.add(listing.get(listing.size() - 1));
        return this;
    }

    /** What comes before the listing. */
    byte[] packed() {
        return packed.toByteArray();
    }

    byte[] bytes() {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        zip.writeBytes(packed.toByteArray());
        listing.forEach(zip::writeBytes);
        int from = packed.size();
        zip.writeBytes(record(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) listing.size())
                .putShort((short) listing.size())
                .putInt(zip.size() - from)
                .putInt(from)
                .putShort((short) 0)
                .array());
        return zip.toByteArray();
    }

    static byte[] deflated(byte[] content) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            data.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return data.toByteArray();
    }

    static byte[] zeros(int length) {
        byte[] zeros = new byte[length];
        Arrays.fill(zeros, (byte) '0');
        return zeros;
    }

    private static ByteBuffer record(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
