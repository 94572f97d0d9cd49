package org.definitioncheck.resource;

import static org.definitioncheck.problem.Severity.SILENT;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.problem.ProblemsException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What shows of a file that it is not what somebody has saved: a disk that was full, a copy that was broken off, an editor with
 * another encoding. Magnolia says nothing of most of it and goes on with what it reads.
 */
public final class Damage {

    /** Texts in whose syntax nothing stands at the end. */
    private static final Set<String> OPEN_ENDED = Set.of("yaml", "yml", "properties", "cnd", "css", "js", "mjs", "txt");

    private static final Set<String> JSON = Set.of("json", "map", "webmanifest");
    private static final Set<String> XML = Set.of("xml", "svg", "xhtml");
    private static final Set<String> OTHER_TEXTS = Set.of("ftl", "html", "csv", "md", "ics", "vtt");

    /** How files of a kind begin and end, each byte a character. */
    private static final Map<String, Pattern> PICTURES = Map.of(
            "png", Pattern.compile("\u0089PNG\r\n\u001a\n.*IEND.{4}", Pattern.DOTALL),
            "gif", Pattern.compile("GIF8.*\0;", Pattern.DOTALL),
            "jpg", Pattern.compile("\u00ff\u00d8\u00ff.*\u00ff\u00d9", Pattern.DOTALL),
            "jpeg", Pattern.compile("\u00ff\u00d8\u00ff.*\u00ff\u00d9", Pattern.DOTALL));

    /** What in a file of node types something has to follow. */
    private static final Pattern OPEN_TYPE = Pattern.compile("[\\[(<>=,]\\s*\\z");

    private static final int MOST_OF_A_TEXT = 5_000_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n\r\f\u0080-\u009f]]");

    private final Resource file;
    /** Whether it ends as no other of its folder does. */
    private final boolean alone;

    private final Problems problems;

    private Damage(Resource file, boolean alone, Problems problems) {
        this.file = file;
        this.alone = alone;
        this.problems = problems;
    }

    /**
     * Takes down the first that is found of each file that has changed, with its line; nothing of files of a kind that is not known
     * here.
     *
     * <p>Magnolia asks of no file that it ends in a line break, and of its own modules' every third does not. So one is taken for cut
     * short only where all the others of its folder, which for a light module is the module, end in one.
     *
     * @param before the same files when they were in order, or these if that is not known
     */
    public static void check(Resources files, Resources before, Problems problems) {
        Map<String, List<Boolean>> ends = files.all()
                .filter(file -> hasLines(file.name()) && file.size() <= MOST_OF_A_TEXT)
                .collect(Collectors.groupingBy(
                        Damage::folder, Collectors.mapping(Damage::endsWithinALine, Collectors.toList())));
        files.all().forEach(file -> {
            Optional<Resource> known = before.find(file.path());
            if (known.isEmpty() || !known.get().equals(file)) {
                List<Boolean> its = ends.getOrDefault(folder(file), List.of());
                boolean alone =
                        its.size() > 1 && its.stream().filter(within -> within).count() == 1;
                new Damage(file, alone, problems).check(known.flatMap(Resource::held));
            }
        });
    }

    private static String folder(Resource file) {
        return file.path().replaceFirst("(?<=.)/.*", "");
    }

    private static boolean endsWithinALine(Resource file) {
        String text = file.text();
        return text.indexOf('\n') >= 0 && !text.endsWith("\n");
    }

    /** Whether a file is a text of lines, in whose syntax nothing stands at the end. */
    private static boolean hasLines(String name) {
        return OPEN_ENDED.contains(kind(name)) && !name.contains(".min.");
    }

    private static String kind(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /**
     * The text of a file that is no resource.
     *
     * @throws ProblemsException if something shows that it is damaged
     * @throws UncheckedIOException if it cannot be read
     */
    public static String text(Path path) {
        Resource file = new Resource(path.getFileName().toString(), path);
        Problems problems = new Problems();
        new Damage(file, false, problems).check(Optional.empty());
        problems.throwIfAny();
        return file.text();
    }

    private void check(Optional<byte[]> before) {
        String kind = kind(file.name());
        boolean text =
                OPEN_ENDED.contains(kind) || JSON.contains(kind) || XML.contains(kind) || OTHER_TEXTS.contains(kind);
        if (!text && !PICTURES.containsKey(kind)) {
            return;
        }
        if (file.size() == 0) {
            problem(0, "is empty; fill it, or delete it");
        } else if (!text) {
            String bytes = file.size() > MOST_OF_A_TEXT ? "" : new String(file.bytes(), StandardCharsets.ISO_8859_1);
            if (!bytes.isEmpty() && !PICTURES.get(kind).matcher(bytes).matches()) {
                problem(0, "is no whole picture of this kind; save it again");
            }
        } else if (file.size() > MOST_OF_A_TEXT) {
            problem(0, "is larger than the 5 MB that a text may have; is it what its name says?");
        } else {
            text(kind, before);
        }
    }

    private void text(String kind, Optional<byte[]> before) {
        OptionalInt badEncoding = file.lineOfBadEncoding();
        if (badEncoding.isPresent()) {
            problem(badEncoding.getAsInt(), "is not UTF-8, which Magnolia takes it for; save it in that encoding");
            return;
        }
        String text = file.text();
        Matcher control = CONTROL.matcher(text);
        if (control.find()) {
            problem(
                    line(text, control.start()),
                    "holds the character U+%04X, which is in no text; delete it"
                            .formatted((int) control.group().charAt(0)));
        } else if (text.isBlank()) {
            problem(0, "is empty; fill it, or delete it");
        } else if (alone && hasLines(file.name()) && endsWithinALine(file)) {
            problem(
                    line(text, text.length()),
                    "ends within a line, as a file does that was cut short, and as no other does in " + folder(file)
                            + "; is it whole? End it with a line break then");
        } else if (!text.endsWith("\n") && before.filter(this::isBeginning).isPresent()) {
            problem(line(text, text.length()), "ends here, within a line, and went on before; is it whole?");
        } else if (kind.equals("cnd") && OPEN_TYPE.matcher(text).find()) {
            problem(line(text, text.stripTrailing().length()), "ends within a node type; is it whole?");
        } else if (JSON.contains(kind)) {
            json(text);
        } else if (XML.contains(kind)) {
            xml();
        }
    }

    private boolean isBeginning(byte[] before) {
        return file.size() < before.length
                && Arrays.equals(file.bytes(), 0, (int) file.size(), before, 0, (int) file.size());
    }

    private void json(String text) {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (int depth = 0; parser.nextToken() != null; ) {
                depth += parser.currentToken().isStructStart()
                        ? 1
                        : parser.currentToken().isStructEnd() ? -1 : 0;
                if (depth == 0 && parser.nextToken() != null) {
                    problem(parser.currentLocation().getLineNr(), "holds more than one value, which is no JSON");
                    return;
                }
            }
        } catch (JsonProcessingException e) {
            problem(e.getLocation().getLineNr(), "is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from a string cannot fail", e);
        }
    }

    private void xml() {
        try {
            SAXParserFactory.newInstance().newSAXParser().parse(new InputSource(file.reader()), new DefaultHandler() {
                @Override
                public InputSource resolveEntity(String publicId, String systemId) {
                    return new InputSource(new StringReader(""));
                }

                @Override
                public void fatalError(SAXParseException e) throws SAXException {
                    throw e;
                }
            });
        } catch (SAXParseException e) {
            problem(e.getLineNumber(), "is no well-formed XML: " + e.getMessage());
        } catch (SAXException | IOException | ParserConfigurationException e) {
            problem(0, "cannot be read: " + e.getMessage());
        }
    }

    private static int line(String text, int place) {
        return 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    }

    private void problem(int line, String what) {
        problems.add(new Location(file.path(), line), SILENT, what.replaceAll("\\s+", " "));
    }
}
