package org.efcevents.savedpage;

/**
 * Something that a ZIP says it has.
 *
 * @param name with slashes between its folders, and one at its end if it is a folder
 * @param method how it is packed: {@link #STORED} or {@link #DEFLATED}
 * @param crc of what it unpacks to
 * @param header where its own header begins
 * @param from where its packed bytes begin
 * @param packed how many there are
 * @param size how many bytes it is said to unpack to
 */
record ZipPart(String name, int method, long crc, long header, int from, int packed, long size) {

    static final int STORED = 0;

    static final int DEFLATED = 8;

    boolean isFolder() {
        return name.endsWith("/");
    }

    /** How many folders it lies in. */
    int depth() {
        return (int) name.chars().filter(letter -> letter == '/').count();
    }
}
