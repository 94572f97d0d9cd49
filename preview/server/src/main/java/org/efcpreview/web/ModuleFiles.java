package org.efcpreview.web;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.definitioncheck.resource.Resource;
import org.definitioncheck.resource.Resources;
import org.efcpreview.http.Reply;
import org.efcpreview.rendering.PageRequest;

/** Serves {@code /.resources/<module>/…} (rules: {@code info.magnolia.module.resources.ResourcesServlet}). */
final class ModuleFiles {
    static final String PREFIX = "/.resources/";

    /** What Magnolia never hands out, whatever folder it lies in. */
    private static final Pattern FORBIDDEN = Pattern.compile(".*\\.(ftl|java|class|yaml)");

    private final Resources resources;

    ModuleFiles(Resources resources) {
        this.resources = resources;
    }

    /**
     * @param path decoded, below {@link #PREFIX}
     */
    Reply answer(PageRequest.Http http, String path) {
        Optional<Resource> found = resources.find("/" + path);
        boolean ofModule = !path.startsWith("META-INF/") && path.contains("/");
        if (found.isEmpty() || !ofModule || FORBIDDEN.matcher(path).matches()) {
            return Reply.notFound();
        }
        byte[] bytes = found.get().bytes();
        Instant modified = found.get().lastModified().toInstant().truncatedTo(ChronoUnit.SECONDS);
        String tag = "\"" + hash(bytes) + "\"";
        Reply file = isUnchanged(http, tag, modified)
                ? Reply.empty(304)
                : new Reply(200, java.util.Map.of(), bytes.length, () -> new ByteArrayInputStream(bytes))
                        .with("Content-Type", MediaTypes.of(path));
        return file.with("ETag", tag).with("Last-Modified", Reply.httpDate(modified));
    }

    /** RFC 9110, 13.2.2: If-None-Match decides; If-Modified-Since counts only without it. */
    static boolean isUnchanged(PageRequest.Http http, String tag, Instant modified) {
        String tags = http.header("If-None-Match");
        if (tags != null) {
            for (String known : tags.split(",")) {
                String bare = known.trim();
                if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                    return true;
                }
            }
            return false;
        }
        String since = http.header("If-Modified-Since");
        if (since == null) {
            return false;
        }
        try {
            return !modified.isAfter(Instant.from(java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.parse(since)));
        } catch (java.time.DateTimeException e) {
            // RFC 9110, 13.1.3: a date that is none is ignored.
            return false;
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
