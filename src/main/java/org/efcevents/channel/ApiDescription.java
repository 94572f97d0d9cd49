package org.efcevents.channel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.efcevents.address.Addresses;
import org.efcevents.json.JsonObject;

/** The module's description of its API, with the addresses of the site that it is read from. */
final class ApiDescription {

    private static final Pattern SERVERS = Pattern.compile("\"servers\": \\[.*?\\n  ]", Pattern.DOTALL);
    private static final String FILE = read("/efc-events/webresources/api/openapi.json");

    private ApiDescription() {}

    static ChannelResponse of(ChannelContext context) {
        Addresses addresses = context.addresses();
        Map<String, String> bases = addresses.byLanguage().isEmpty()
                ? Map.of(addresses.language(), addresses.own())
                : addresses.byLanguage();
        List<JsonObject> servers = bases.entrySet().stream()
                .map(base -> new JsonObject().with("url", base.getValue()).with("description", base.getKey()))
                .toList();
        return ChannelResponse.of(
                "application/json;charset=UTF-8",
                SERVERS.matcher(FILE)
                        .replaceFirst(Matcher.quoteReplacement(servers.stream()
                                .map(JsonObject::text)
                                .collect(Collectors.joining(",", "\"servers\": [", "]")))));
    }

    private static String read(String resource) {
        try (InputStream in = ApiDescription.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
