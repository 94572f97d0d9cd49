package org.efcevents.savedpage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is that is neither a page nor a text, as far as its first bytes tell: read as one, it would be a page without events. */
public enum OtherFile {
    PDF,
    /** Of a program for texts. */
    TEXT_DOCUMENT,
    SPREADSHEET,
    SLIDES,
    PICTURE,
    /** A page with all its files in one: MHTML, or what Safari calls a web archive. */
    PAGE_IN_ONE_FILE,
    /** Packed, other than as a ZIP. */
    PACKED,
    /** Anything else that is no text. */
    BINARY;

    /** By how they begin; each character is a byte. */
    private static final List<Beginning> BEGINNINGS = List.of(
            new Beginning("%PDF-", PDF),
            new Beginning("{\\rtf", TEXT_DOCUMENT),
            new Beginning("\u0089PNG", PICTURE),
            new Beginning("GIF8", PICTURE),
            new Beginning("\u00ff\u00d8\u00ff", PICTURE),
            new Beginning("II*\0", PICTURE),
            new Beginning("MM\0*", PICTURE),
            new Beginning("bplist00", PAGE_IN_ONE_FILE),
            new Beginning("\u001f\u008b", PACKED),
            new Beginning("BZh91AY&SY", PACKED),
            new Beginning("7z\u00bc\u00af\u0027\u001c", PACKED),
            new Beginning("Rar!\u001a\u0007", PACKED),
            new Beginning("\u00fd7zXZ\0", PACKED));

    /** RFC 2557: the headers of a message, one of which says that it has several parts. */
    private static final Pattern MESSAGE =
            Pattern.compile("(?is)\\s*+(?:[a-z-]{2,40}:.*?[\\r\\n])?content-type:\\s*multipart/.*+");

    /** So much of a file tells, in bytes. */
    private static final int ENOUGH = 8000;

    private record Beginning(String bytes, OtherFile kind) {}

    /** What a file is; empty if it may be a page, a text or a calendar. */
    public static Optional<OtherFile> of(byte[] file) {
        String beginning = new String(file, 0, Math.min(ENOUGH, file.length), StandardCharsets.ISO_8859_1);
        for (Beginning each : BEGINNINGS) {
            if (beginning.startsWith(each.bytes())) {
                return Optional.of(each.kind());
            }
        }
        if (beginning.startsWith("\u00d0\u00cf\u0011\u00e0") || ZipListing.isOne(file)) {
            return Optional.of(FileKind.of(file).map(OtherFile::document).orElse(BINARY));
        }
        if (MESSAGE.matcher(beginning).matches()) {
            return Optional.of(PAGE_IN_ONE_FILE);
        }
        // A text in UTF-16 begins with its mark, and in no other is this character.
        boolean wide = beginning.startsWith("\u00ff\u00fe") || beginning.startsWith("\u00fe\u00ff");
        return !wide && beginning.indexOf('\0') >= 0 ? Optional.of(BINARY) : Optional.empty();
    }

    private static OtherFile document(FileKind kind) {
        return switch (kind.extension()) {
            case "xls", "xlsx", "ods" -> SPREADSHEET;
            case "ppt", "pptx", "odp" -> SLIDES;
            default -> TEXT_DOCUMENT;
        };
    }

    /** The end of the key of the message that refuses it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
