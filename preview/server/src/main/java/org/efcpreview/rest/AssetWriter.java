package org.efcpreview.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.apache.commons.lang3.StringEscapeUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.jackrabbit.commons.JcrUtils;
import org.efcpreview.content.Links;
import org.efcpreview.rest.EndpointDefinition.AssetResolver;

/** Writes assets of the workspace {@code dam} as Magnolia's {@code AssetWriter} does. */
record AssetWriter(JsonGenerator json, DeliveryContext context) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");

    /** Writes an asset; {@return false if the key names none that the session may read, and nothing is written} */
    boolean write(AssetResolver resolver, String key) throws IOException, RepositoryException {
        if (!resolver.expand() && !resolver.link() || !key.startsWith("jcr:")) {
            return false;
        }
        Node asset;
        try {
            asset = context.sessions().apply("dam").getNodeByIdentifier(key.substring("jcr:".length()));
        } catch (RepositoryException e) {
            return false;
        }
        if (!asset.isNodeType("mgnl:asset")) {
            return false;
        }
        String link = context.contextPath() + Links.file(key, text(asset, "jcr:content/fileName"));
        if (!resolver.expand()) {
            json.writeString(link);
            return true;
        }
        json.writeStartObject();
        json.writeStringField("@name", StringUtils.defaultIfEmpty(text(asset, "name"), asset.getName()));
        json.writeStringField("@path", asset.getPath());
        json.writeStringField("@id", key);
        if (resolver.link()) {
            json.writeStringField("@link", link);
        }
        if (resolver.metadata()) {
            json.writeObjectFieldStart("metadata");
            metadata(asset);
            json.writeEndObject();
        }
        json.writeEndObject();
        return true;
    }

    private void metadata(Node asset) throws IOException, RepositoryException {
        String mimeType = text(asset, "jcr:content/jcr:mimeType");
        field("fileName", text(asset, "jcr:content/fileName"));
        field("mimeType", StringUtils.defaultIfEmpty(mimeType, "application/octet-stream"));
        fields(asset, "caption", "comment");
        json.writeNumberField("fileSize", JcrUtils.getLongProperty(asset, "jcr:content/size", 0));
        json.writeNumberField("height", JcrUtils.getLongProperty(asset, "jcr:content/height", 0));
        json.writeNumberField("width", JcrUtils.getLongProperty(asset, "jcr:content/width", 0));
        fields(asset, "type", "title");
        field("format", mimeType);
        fields(asset, "coverage", "description", "language", "publisher", "relation");
        field("rights", text(asset, "copyright"));
        fields(asset, "source");
        array("creator", asset, "mgnl:createdBy");
        array("contributor", asset, "contributor");
        array("subject", asset, "subject");
        String modified = asset.hasProperty("mgnl:lastModified") ? "mgnl:lastModified" : "mgnl:created";
        date("date", asset, modified);
        date("created", asset, "mgnl:created");
        date("modified", asset, modified);
    }

    /** Fields that are called as the properties are. */
    private void fields(Node asset, String... names) throws IOException, RepositoryException {
        for (String name : names) {
            field(name, text(asset, name));
        }
    }

    private void field(String key, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(key, value);
        }
    }

    /** Magnolia escapes these, and only these, for HTML. */
    @SuppressWarnings("deprecation") // It is this class that Magnolia uses.
    private void array(String key, Node asset, String path) throws IOException, RepositoryException {
        List<String> texts = new ArrayList<>();
        Optional<Property> property = property(asset, path);
        if (property.isPresent() && property.get().isMultiple()) {
            for (Value value : property.get().getValues()) {
                texts.add(StringEscapeUtils.escapeHtml3(value.getString()));
            }
        } else {
            texts.add(StringEscapeUtils.escapeHtml3(text(asset, path)));
        }
        texts.removeIf(String::isEmpty);
        if (!texts.isEmpty()) {
            json.writeFieldName(key);
            json.writeArray(texts.toArray(String[]::new), 0, texts.size());
        }
    }

    private void date(String key, Node asset, String name) throws IOException, RepositoryException {
        if (asset.hasProperty(name)) {
            Instant instant = asset.getProperty(name).getDate().toInstant();
            json.writeStringField(key, DATE.format(instant.atZone(ZoneId.systemDefault())));
        }
    }

    /** A property's text in the answer's language; empty if there is none, or several. */
    private String text(Node asset, String path) throws RepositoryException {
        Optional<Property> property = property(asset, path);
        return property.isPresent() && !property.get().isMultiple()
                ? property.get().getString()
                : "";
    }

    private Optional<Property> property(Node asset, String path) throws RepositoryException {
        Locale locale = context.locale() == null ? context.locales().defaultLocale() : context.locale();
        return context.locales().property(asset, path, locale);
    }
}
