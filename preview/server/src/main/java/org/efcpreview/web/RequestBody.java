package org.efcpreview.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.efcpreview.http.Forms;
import org.efcpreview.http.Submission;
import org.efcpreview.http.Upload;

/**
 * The form in the body of a request. Files of some size lie on the disk until it is closed, which must be after the request
 * has been answered.
 */
final class RequestBody implements AutoCloseable {
    /** Of all texts of a form together, in bytes. */
    static final int MOST_TEXT = 2 * 1024 * 1024;

    /** Of a file, in bytes. */
    static final long MOST_FILE = 20L * 1024 * 1024;

    /** Of everything, in bytes. */
    private static final long MOST = 5 * MOST_FILE + MOST_TEXT;

    /** What is read and thrown away of a body that is too large: a browser shows no answer before it has sent it all. */
    private static final long MOST_WASTE = 2 * MOST;

    /** Percent escapes take three characters for a byte. */
    private static final int ESCAPED = 3;

    private static final int MOST_PARTS = 5000;
    private static final int IN_MEMORY = 64 * 1024;

    private final Submission submission;
    private final AutoCloseable files;

    private RequestBody(Submission submission, AutoCloseable files) {
        this.submission = submission;
        this.files = files;
    }

    /** A body that cannot be taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;

        Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        /** 400, 413 or 415. */
        int status() {
            return status;
        }
    }

    /** Where the body of a request comes from. */
    interface Source {
        /** Reads it; it can be read once. */
        RequestBody read() throws Refused, IOException;
    }

    Submission submission() {
        return submission;
    }

    @Override
    public void close() throws Exception {
        files.close();
    }

    /**
     * Reads a form.
     *
     * @param request with a body of a form, or with none
     * @param directory for files while the request lasts
     * @throws Refused if it is too large, malformed or no form
     */
    static RequestBody read(Request request, Path directory) throws Refused, IOException {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            // RFC 9110, 9.3.1: content of such a request means nothing.
            return new RequestBody(Submission.NONE, () -> {});
        }
        if (type == null) {
            if (request.getLength() > 0) {
                waste(request);
                throw new Refused(415, "The request says nothing about the type of its content.");
            }
            return new RequestBody(Submission.NONE, () -> {});
        }
        String bare = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        try {
            return switch (bare) {
                case "application/x-www-form-urlencoded" -> new RequestBody(urlencoded(request), () -> {});
                case "multipart/form-data" -> multipart(request, type, directory);
                default -> throw new Refused(415, "This address takes forms, not " + bare + ".");
            };
        } catch (Refused e) {
            waste(request);
            throw e;
        }
    }

    private static Refused tooMuchText() {
        return new Refused(413, "The texts of the form are more than " + MOST_TEXT / 1024 / 1024 + " MB.");
    }

    private static Submission urlencoded(Request request) throws Refused, IOException {
        int most = MOST_TEXT * ESCAPED;
        // Not closed: what is left of it is wasted later.
        InputStream in = Content.Source.asInputStream(request);
        byte[] bytes = in.readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooMuchText();
        }
        Map<String, List<String>> fields;
        try {
            fields = Forms.parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "The form is not encoded properly.");
        }
        long length = fields.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        if (length > MOST_TEXT) {
            throw tooMuchText();
        }
        return new Submission(fields, Map.of());
    }

    private static RequestBody multipart(Request request, String type, Path directory) throws Refused {
        if (MultiPart.extractBoundary(type) == null) {
            throw new Refused(400, "The form says no boundary of its parts.");
        }
        MultiPartConfig config = new MultiPartConfig.Builder()
                .location(directory)
                .maxParts(MOST_PARTS)
                .maxPartSize(MOST_FILE)
                .maxMemoryPartSize(IN_MEMORY)
                .maxSize(MOST)
                .build();
        MultiPartFormData.Parts parts;
        try {
            parts = MultiPartFormData.getParts(request, request, type, config);
        } catch (CompletionException e) {
            // Jetty has no other type for what exceeds a limit.
            if (e.getCause() instanceof IllegalStateException) {
                throw new Refused(
                        413,
                        "A file is larger than " + MOST_FILE / 1024 / 1024 + " MB, or the whole form larger than "
                                + MOST / 1024 / 1024 + " MB.");
            }
            throw new Refused(
                    400, "The form is not what it says to be: " + e.getCause().getMessage());
        }
        try {
            return new RequestBody(submission(parts), parts);
        } catch (Refused | RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    private static Submission submission(MultiPartFormData.Parts parts) throws Refused {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Map<String, List<Upload>> uploads = new LinkedHashMap<>();
        long text = 0;
        for (MultiPart.Part part : parts) {
            String name = part.getName();
            if (name == null) {
                throw new Refused(400, "A part of the form has no name.");
            }
            if (part.getFileName() == null) {
                text += part.getLength();
                if (text > MOST_TEXT) {
                    throw tooMuchText();
                }
                fields.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(part.getContentAsString(StandardCharsets.UTF_8));
            } else if (!part.getFileName().isEmpty() || part.getLength() > 0) {
                uploads.computeIfAbsent(name, key -> new ArrayList<>()).add(upload(part));
            }
        }
        return new Submission(fields, uploads);
    }

    private static Upload upload(MultiPart.Part part) {
        String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
        // Some browsers have sent whole paths.
        String name = part.getFileName().replaceAll("^.*[/\\\\]", "");
        return new Upload(
                name,
                type == null ? "application/octet-stream" : type,
                part.getLength(),
                () -> Content.Source.asInputStream(part.newContentSource()));
    }

    private static void waste(Request request) throws IOException {
        InputStream in = Content.Source.asInputStream(request);
        byte[] buffer = new byte[IN_MEMORY];
        long wasted = 0;
        try {
            for (int read = in.read(buffer); read >= 0 && wasted < MOST_WASTE; read = in.read(buffer)) {
                wasted += read;
            }
        } catch (IOException | IllegalStateException e) {
            // It is refused anyway; the connection ends with it.
            return;
        }
    }
}
