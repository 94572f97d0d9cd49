package org.efcpreview.http;

import java.util.List;
import java.util.Map;

/**
 * What a form sent in the body of a request, be it {@code application/x-www-form-urlencoded} or {@code
 * multipart/form-data}.
 *
 * @param fields the texts by field name, in the order in which they came; line ends are as the browser sent them (CR LF)
 * @param uploads the files by field name; a file field that was left empty has none
 */
public record Submission(Map<String, List<String>> fields, Map<String, List<Upload>> uploads) {
    /** Nothing was sent, as with GET. */
    public static final Submission NONE = new Submission(Map.of(), Map.of());

    /** The first text of a field; empty if the field was not sent. */
    public String text(String field) {
        return texts(field).stream().findFirst().orElse("");
    }

    /** Every text of a field; empty if the field was not sent. */
    public List<String> texts(String field) {
        return fields.getOrDefault(field, List.of());
    }

    /** Whether the field was sent, be it empty. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** Its file as templates ask Magnolia's {@code MultipartForm} for it; null if none was chosen in the field. */
    public Upload getDocument(String field) {
        return uploads.containsKey(field) ? uploads.get(field).get(0) : null;
    }
}
