package org.efcpreview.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.efcpreview.rest.Definition.AssetResolver;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities;

/** Writes assets of the workspace {@code dam} as Magnolia's {@code AssetWriter} does. */
final class AssetJson {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final OutputSettings LATIN_1_ENTITIES =
            new OutputSettings().charset("US-ASCII").escapeMode(Entities.EscapeMode.base);

    private final JsonWriter json;
    private final Languages languages;
    private final Locale locale;
    private final String contextPath;

    AssetJson(JsonWriter json, Languages languages, Locale locale, String contextPath) {
        this.json = json;
        this.languages = languages;
        this.locale = locale == null ? languages.preset() : locale;
        this.contextPath = contextPath;
    }

    /** Writes an asset; {@return false if the key names none that the session may read, and nothing is written} */
    boolean write(AssetResolver resolver, String key, Function<String, Session> sessions) throws RepositoryException {
        if (!resolver.expand() && !resolver.link() || !key.startsWith("jcr:")) {
            return false;
        }
        Node asset;
        try {
            asset = sessions.apply("dam").getNodeByIdentifier(key.substring("jcr:".length()));
        } catch (RepositoryException e) {
            return false;
        }
        if (!asset.isNodeType("mgnl:asset")) {
            return false;
        }
        String link = contextPath + "/dam/" + key + "/" + encoded(resource(asset, "fileName"));
        if (!resolver.expand()) {
            json.value(link);
            return true;
        }
        json.startObject();
        json.field(
                "@name", asset.hasProperty("name") ? asset.getProperty("name").getString() : asset.getName());
        json.field("@path", asset.getPath());
        json.field("@id", key);
        if (resolver.link()) {
            json.field("@link", link);
        }
        if (resolver.metadata()) {
            json.key("metadata").startObject();
            metadata(asset);
            json.endObject();
        }
        json.endObject();
        return true;
    }

    private void metadata(Node asset) throws RepositoryException {
        String mimeType = resource(asset, "jcr:mimeType");
        text("fileName", resource(asset, "fileName"));
        text("mimeType", mimeType.isEmpty() ? "application/octet-stream" : mimeType);
        text("caption", property(asset, "caption"));
        text("comment", property(asset, "comment"));
        json.key("fileSize").value(number(asset, "size"));
        json.key("height").value(number(asset, "height"));
        json.key("width").value(number(asset, "width"));
        text("type", property(asset, "type"));
        text("title", property(asset, "title"));
        text("format", mimeType);
        text("coverage", property(asset, "coverage"));
        text("description", property(asset, "description"));
        text("language", property(asset, "language"));
        text("publisher", property(asset, "publisher"));
        text("relation", property(asset, "relation"));
        text("rights", property(asset, "copyright"));
        text("source", property(asset, "source"));
        texts("creator", asset, "mgnl:createdBy");
        texts("contributor", asset, "contributor");
        texts("subject", asset, "subject");
        String modified = asset.hasProperty("mgnl:lastModified") ? "mgnl:lastModified" : "mgnl:created";
        date("date", asset, modified);
        date("created", asset, "mgnl:created");
        date("modified", asset, modified);
    }

    private String property(Node asset, String name) throws RepositoryException {
        Optional<Property> property = languages.property(asset, name, locale);
        return property.isPresent() && !property.get().isMultiple()
                ? property.get().getString()
                : "";
    }

    private static String resource(Node asset, String name) throws RepositoryException {
        String path = "jcr:content/" + name;
        return asset.hasProperty(path) ? asset.getProperty(path).getString() : "";
    }

    private static long number(Node asset, String name) throws RepositoryException {
        String path = "jcr:content/" + name;
        return asset.hasProperty(path) ? asset.getProperty(path).getLong() : 0;
    }

    private void text(String key, String value) {
        if (!value.isEmpty()) {
            json.field(key, value);
        }
    }

    private void texts(String key, Node asset, String name) throws RepositoryException {
        Optional<Property> property = languages.property(asset, name, locale);
        if (property.isEmpty()) {
            return;
        }
        List<String> texts = new ArrayList<>();
        Value[] values = property.get().isMultiple()
                ? property.get().getValues()
                : new Value[] {property.get().getValue()};
        for (Value value : values) {
            if (!value.getString().isEmpty()) {
                texts.add(escaped(value.getString()));
            }
        }
        if (!texts.isEmpty()) {
            json.key(key).startArray();
            texts.forEach(json::value);
            json.endArray();
        }
    }

    /** Magnolia escapes these, and only these, for HTML. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '&' || c == '<' || c == '>' || c >= 0xA0 && c <= 0xFF) {
                escaped.append(c == '"' ? "&quot;" : Entities.escape(Character.toString(c), LATIN_1_ENTITIES));
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    private void date(String key, Node asset, String name) throws RepositoryException {
        if (asset.hasProperty(name)) {
            Instant instant = asset.getProperty(name).getDate().toInstant();
            json.field(key, DATE.format(instant.atZone(ZoneId.systemDefault())));
        }
    }

    private static String encoded(String fileName) {
        try {
            return new URI(null, null, fileName, null).toASCIIString();
        } catch (URISyntaxException e) {
            return fileName;
        }
    }
}
