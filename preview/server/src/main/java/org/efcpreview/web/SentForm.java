package org.efcpreview.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.MultipartConfigElement;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.Part;
import org.eclipse.jetty.http.HttpException;
import org.efcpreview.http.Address;
import org.efcpreview.http.Submission;
import org.efcpreview.http.Upload;

/** The form in the body of a request, as far as it keeps the bounds. */
final class SentForm {
    /** Of all texts of a form together, in characters. */
    private static final int MOST_TEXT = 2 * 1024 * 1024;

    /** As above in bytes as they are sent: each character but those of ASCII takes six of them or more in a query. */
    static final int MOST_ENCODED = 3 * MOST_TEXT;

    /** Of texts and files together. */
    static final int MOST_FIELDS = 5000;

    /** Of a file, in bytes. */
    private static final long MOST_FILE = 20L * 1024 * 1024;

    /** Of everything, in bytes. */
    static final long MOST = 5 * MOST_FILE + MOST_TEXT;

    /** Of a file, and of everything, in bytes; what is more waits in a file. */
    static final int IN_MEMORY = 64 * 1024;

    private SentForm() {}

    /** How much a servlet takes, and where it keeps files while a request lasts. */
    static MultipartConfigElement bounds(String directory) {
        return new MultipartConfigElement(directory, MOST_FILE, MOST, IN_MEMORY);
    }

    /**
     * Reads a form. Its files are there until the request has been answered.
     *
     * @param request with a body of a form, or with none, for a servlet with {@link #bounds}
     * @throws HttpException.RuntimeException if it is too large, malformed or no form: 400, 413 or 415
     */
    static Submission read(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        // RFC 9110, 9.3.1: content of a request that only reads means nothing.
        if (LoginFilter.isReading(request) || type == null && request.getContentLengthLong() <= 0) {
            return Submission.NONE;
        }
        try {
            return switch (type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)) {
                case "application/x-www-form-urlencoded" -> new Submission(texts(request), Map.of());
                case "multipart/form-data" -> new Submission(texts(request), uploads(request));
                default -> throw new HttpException.RuntimeException(415);
            };
        } catch (RuntimeException | IOException e) {
            throw meant(e);
        }
    }

    /** The parameters of a request, of which the servlet specification has those of the query come first, without these. */
    private static Map<String, List<String>> texts(HttpServletRequest request) {
        Map<String, List<String>> query = Address.parameters(request.getQueryString());
        Map<String, List<String>> texts = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            int ofQuery = query.getOrDefault(name, List.of()).size();
            texts.put(name, List.of(values).subList(ofQuery, values.length));
        });
        texts.values().removeIf(List::isEmpty);
        long length = texts.values().stream()
                .flatMap(List::stream)
                .mapToLong(String::length)
                .sum();
        if (length > MOST_TEXT) {
            throw new HttpException.RuntimeException(413);
        }
        return texts;
    }

    private static Map<String, List<Upload>> uploads(HttpServletRequest request) throws IOException, ServletException {
        Map<String, List<Upload>> uploads = new LinkedHashMap<>();
        for (Part part : request.getParts()) {
            String name = part.getSubmittedFileName();
            if (name != null && (!name.isEmpty() || part.getSize() > 0)) {
                String type = part.getContentType();
                // Some browsers have sent whole paths.
                uploads.computeIfAbsent(part.getName(), key -> new ArrayList<>())
                        .add(new Upload(
                                name.replaceAll("^.*[/\\\\]", ""),
                                type == null ? "application/octet-stream" : type,
                                part.getSize(),
                                part::getInputStream));
            }
        }
        return uploads;
    }

    /** Jetty has no other type for a bound that is exceeded than this one. */
    private static HttpException.RuntimeException meant(Exception failure) {
        if (failure instanceof HttpException.RuntimeException refused && refused.getCause() == null) {
            return refused;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException) {
                return new HttpException.RuntimeException(413, failure);
            }
        }
        return new HttpException.RuntimeException(400, failure);
    }
}
