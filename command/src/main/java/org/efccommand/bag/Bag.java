package org.efccommand.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A package in a folder.
 *
 * @param folder the one that has {@code bagit.txt}
 */
public record Bag(Path folder) {

    private static final Pattern LINE = Pattern.compile("([0-9A-Fa-f]{64})\\s+\\*?(.+)");
    private static final Pattern LABEL = Pattern.compile("([^:\\s][^:]*):\\s*(.*)");

    /** Whether there is one in a folder. */
    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve("bagit.txt"));
    }

    /** What is wrong with it, a sentence each; none if it is complete and unchanged. */
    public List<String> problems() throws IOException {
        List<String> problems = new ArrayList<>();
        if (!isIn(folder)) {
            return List.of("There is no bagit.txt in " + folder);
        }
        if (!Files.readString(folder.resolve("bagit.txt")).matches("(?s)BagIt-Version: \\d+\\.\\d+\\s.*")) {
            problems.add("bagit.txt names no version of BagIt");
        }
        Map<String, String> payload = manifest("manifest-sha256.txt", problems);
        Map<String, String> tags = manifest("tagmanifest-sha256.txt", problems);
        compare(payload, problems);
        compare(tags, problems);
        TreeSet<String> unlisted = new TreeSet<>();
        for (String file : Folders.files(folder)) {
            boolean ofPayload = file.startsWith("data/");
            if (!(ofPayload ? payload : tags).containsKey(file) && !file.equals("tagmanifest-sha256.txt")) {
                unlisted.add(file);
            }
        }
        unlisted.forEach(file -> problems.add(file + " is in no manifest"));
        Optional.ofNullable(info().get("Payload-Oxum")).ifPresent(stated -> {
            String counted = payload.keySet().stream()
                            .mapToLong(path -> folder.resolve(path).toFile().length())
                            .sum()
                    + "." + payload.size();
            if (!stated.equals(counted)) {
                problems.add("bag-info.txt says Payload-Oxum " + stated + ", and there are " + counted);
            }
        });
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
            String path = Sha256.read(matcher.group(2));
            if (!folder.resolve(path).normalize().startsWith(folder.normalize())) {
                problems.add(name + " leads out of the package: " + path);
            } else if (digests.put(path, matcher.group(1).toLowerCase(Locale.ROOT)) != null) {
                problems.add(name + " has " + path + " twice");
            }
        }
        return digests;
    }

    private void compare(Map<String, String> digests, List<String> problems) throws IOException {
        for (Map.Entry<String, String> entry : digests.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            if (!Files.isRegularFile(file)) {
                problems.add(entry.getKey() + " is missing");
            } else if (!Sha256.of(file).equals(entry.getValue())) {
                problems.add(entry.getKey() + " has been changed: its SHA-256 is another");
            }
        }
    }

    /** What {@code bag-info.txt} says, by its labels. */
    public Map<String, String> info() throws IOException {
        Map<String, String> info = new LinkedHashMap<>();
        Path file = folder.resolve("bag-info.txt");
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                Matcher matcher = LABEL.matcher(line);
                if (matcher.matches()) {
                    info.put(matcher.group(1), matcher.group(2));
                }
            }
        }
        return info;
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
