package org.efccommand.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A package in a folder.
 *
 * @param folder the one that has {@code bagit.txt}
 */
public record Bag(Path folder) {

    static final String PAYLOAD = "manifest-sha256.txt";
    static final String TAGS = "tagmanifest-sha256.txt";

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{64})\\s+\\*?(.+)");
    private static final Pattern SIZE = Pattern.compile("(?m)^Payload-Oxum:\\s*(\\S+)");

    /** What is wrong with it, a sentence each; none if it is complete and unchanged. */
    public List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        if (Files.notExists(folder.resolve("bagit.txt"))) {
            return List.of("There is no bagit.txt in " + folder);
        }
        if (!Files.readString(folder.resolve("bagit.txt")).matches("(?s)BagIt-Version: \\d+\\.\\d+\\s.*")) {
            problems.add("bagit.txt names no version of BagIt");
        }
        SortedMap<String, String> there = digests(files(folder));
        SortedMap<String, String> listed = new TreeMap<>(manifest(PAYLOAD, problems));
        String counted = size(folder, listed.keySet());
        listed.putAll(manifest(TAGS, problems));
        listed.put(TAGS, there.getOrDefault(TAGS, ""));
        listed.forEach((file, digest) -> {
            if (!there.containsKey(file)) {
                problems.add(file + " is missing");
            } else if (!there.get(file).equals(digest)) {
                problems.add(file + " has been changed: its SHA-256 is another");
            }
        });
        there.keySet().stream()
                .filter(file -> !listed.containsKey(file))
                .forEach(file -> problems.add(file + " is in no manifest"));
        if (Files.exists(folder.resolve("bag-info.txt"))) {
            Matcher stated = SIZE.matcher(Files.readString(folder.resolve("bag-info.txt")));
            if (stated.find() && !stated.group(1).equals(counted)) {
                problems.add("bag-info.txt says Payload-Oxum " + stated.group(1) + ", and there are " + counted);
            }
        }
        return problems;
    }

    private Map<String, String> manifest(String name, List<String> problems) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        if (Files.notExists(folder.resolve(name))) {
            problems.add("There is no " + name);
            return digests;
        }
        for (String line : Files.readAllLines(folder.resolve(name))) {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                problems.add(name + " has a line that is none: " + line);
                continue;
            }
            // RFC 8493, 2.1.3
            String path = matcher.group(2)
                    .replaceAll("(?i)%0D", "\r")
                    .replaceAll("(?i)%0A", "\n")
                    .replace("%25", "%");
            if (!folder.resolve(path).normalize().startsWith(folder.normalize())) {
                problems.add(name + " leads out of the package: " + path);
            } else if (digests.put(path, matcher.group(1).toLowerCase(Locale.ROOT)) != null) {
                problems.add(name + " has " + path + " twice");
            }
        }
        return digests;
    }

    /** The SHA-256 of files, by their paths. */
    SortedMap<String, String> digests(Iterable<String> files) throws IOException {
        SortedMap<String, String> digests = new TreeMap<>();
        for (String path : files) {
            try (InputStream content = Files.newInputStream(folder.resolve(path))) {
                digests.put(path, DigestUtils.sha256Hex(content));
            }
        }
        return digests;
    }

    /** The files in a folder, by their paths with slashes. Symbolic links are none. */
    static SortedSet<String> files(Path folder) throws IOException {
        SortedSet<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(
                            path -> files.add(folder.relativize(path).toString().replace('\\', '/')));
        }
        return files;
    }

    /** How many bytes, and how many files, as {@code Payload-Oxum} tells. */
    static String size(Path folder, Iterable<String> files) throws IOException {
        long octets = 0;
        int count = 0;
        for (String file : files) {
            octets += Files.exists(folder.resolve(file)) ? Files.size(folder.resolve(file)) : 0;
            count++;
        }
        return octets + "." + count;
    }

    /** Whether the payload has a file of this path, which is below {@code data/}. */
    public boolean has(String path) {
        return Files.isRegularFile(file(path));
    }

    /** A file of the payload. */
    public Path file(String path) {
        Path data = folder.resolve("data");
        Path file = data.resolve(path).normalize();
        if (!file.startsWith(data.normalize())) {
            throw new IllegalArgumentException(path + " leads out of the package");
        }
        return file;
    }

    /** Reads a file of the payload. */
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(file(path));
    }
}
