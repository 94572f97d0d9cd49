package org.efcevents.savedpage;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that came with a page, by the addresses that the page has of them: such as {@code Page_files/a.jpg} in a page that a browser has
 * saved, or {@code https://old.example.org/media/a.jpg?width=300} in one that was copied. A file is the one that is meant if it lies where the
 * address says, or if no other has its name.
 */
public final class PageFiles {

    private static final Pattern ADDRESS =
            Pattern.compile("(?s)(?:(?<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):)?(?://(?<host>[^/?#]*))?(?<path>.*)");

    /** What a file may have been on the web. */
    private static final Set<String> SCHEMES = Set.of("http", "https", "file");

    private static final Pattern ESCAPES = Pattern.compile("(?:%[0-9a-fA-F]{2})+");

    private final String folder;
    private final Map<String, String> byPath = new HashMap<>();
    private final Map<String, String> byName = new HashMap<>();

    /** @param page the page that came with them */
    public PageFiles(SavedPage page) {
        this(page.path(), page.files());
    }

    PageFiles(String page, Collection<String> files) {
        folder = page.substring(0, page.lastIndexOf('/') + 1);
        Set<String> severalTimes = new HashSet<>();
        for (String file : files) {
            byPath.put(SavedPage.folded(file), file);
            String name = name(SavedPage.folded(file));
            if (byName.put(name, file) != null) {
                severalTimes.add(name);
            }
        }
        byName.keySet().removeAll(severalTimes);
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The file that an address means; empty if none came with the page, or if it may be one or another. */
    public Optional<String> at(String address) {
        Matcher parts = ADDRESS.matcher(address.strip());
        if (!parts.matches()
                || parts.group("scheme") != null
                        && !SCHEMES.contains(parts.group("scheme").toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        String host = parts.group("host");
        String path = parts.group("path");
        // Some programs save what follows a question mark as a part of the name.
        String bare = path.replaceFirst("(?s)[?#].*", "");
        for (String one : List.of(path, bare)) {
            for (String wanted : places(host, decoded(one))) {
                String file = byPath.get(SavedPage.folded(wanted));
                if (file != null) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.ofNullable(byName.get(SavedPage.folded(name(decoded(bare)))));
    }

    /** Where a file may lie that has this address: beside the page, as the site has it, or in a folder that is called as the site is. */
    private List<String> places(String host, String path) {
        List<String> places = new ArrayList<>();
        if (host == null && !path.startsWith("/")) {
            places.add(resolved(folder + path));
        } else {
            if (host != null && !host.isEmpty()) {
                places.add(resolved(host + path));
                places.add(resolved(folder + host + path));
            }
            places.add(resolved(folder + path));
        }
        places.add(resolved(path));
        return places;
    }

    /** Without dots for folders; none leads out of the ZIP. */
    private static String resolved(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return String.join("/", segments);
    }

    /** Without escapes, such as {@code %20}; those that are no UTF-8 stay as they are. */
    private static String decoded(String address) {
        return ESCAPES.matcher(address).replaceAll(escapes -> {
            byte[] bytes = HexFormat.of().parseHex(escapes.group().replace("%", ""));
            try {
                return Matcher.quoteReplacement(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException notUtf8) {
                return Matcher.quoteReplacement(escapes.group());
            }
        });
    }
}
