package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.definitioncheck.resource.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Damages every file of the module and of the light modules, one after the other, each in one way in which files are damaged; {@code
 * -Dbroken.files=all} in each. Files that come later are damaged as well.
 */
@Tag("server")
class BrokenFilesTest {
    private static final boolean ALL = "all".equals(System.getProperty("broken.files"));
    private static final int LARGE = 6_000_000;

    @TempDir
    Path directory;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Path module;
    private Path light;

    @BeforeEach
    void copyFiles() throws IOException {
        module = copy(Options.DEFAULT.module(), directory.resolve("module"));
        light = copy(Options.DEFAULT.light(), directory.resolve("light"));
        Files.write(
                Files.createDirectories(light.resolve("efc-site/webresources")).resolve("dot.png"),
                java.util.Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5E"
                                        + "rkJggg=="));
        log.start();
        ((Logger) LoggerFactory.getLogger(LiveModules.class)).addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ((Logger) LoggerFactory.getLogger(LiveModules.class)).detachAppender(log);
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.toString().endsWith(".class")) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return to;
    }

    private Resources resources() {
        return new Resources(List.of(light), List.of(module));
    }

    /** What happens to files of every kind, and to those of this one; of what Java reads, bytes alone can be looked at. */
    private static Map<String, UnaryOperator<byte[]>> damages(String path, String extension) {
        Map<String, UnaryOperator<byte[]>> damages = new LinkedHashMap<>();
        damages.put("cut at a quarter", good -> cut(good, 1));
        damages.put("empty", good -> new byte[0]);
        damages.put("cut at the half", good -> cut(good, 2));
        damages.put("garbage", good -> {
            byte[] bytes = new byte[good.length];
            new Random(good.length).nextBytes(bytes);
            return bytes;
        });
        damages.put("cut at three quarters", good -> cut(good, 3));
        if (extension.equals("png")) {
            return damages;
        }
        damages.put("Latin-1", good -> insert(good, (byte) 0xE9));
        damages.put("NUL", good -> insert(good, (byte) 0));
        damages.put("UTF-16", good -> text(good).getBytes(StandardCharsets.UTF_16LE));
        damages.put("too large", good -> Arrays.copyOf(good, LARGE));
        Map<String, List<String>> added = Map.of(
                "yaml",
                List.of(
                        "zz: &a [*a]",
                        "zz: 1\nzz: 2",
                        "zz:\n\ty: 1",
                        "zz: *nowhere",
                        "zz: !!javax.script.ScriptEngineManager [x]",
                        "zz: " + "[".repeat(200) + "]".repeat(200),
                        "z0: &z0 [x,x,x,x,x,x,x,x,x]\n"
                                + Stream.iterate(1, i -> i < 7, i -> i + 1)
                                        .map(i -> "z%1$d: &z%1$d [*z%2$d,*z%2$d,*z%2$d,*z%2$d,*z%2$d,*z%2$d,*z%2$d]"
                                                .formatted(i, i - 1))
                                        .reduce("", (all, line) -> all + line + "\n")),
                "ftl",
                List.of("[#if true]<#if true>", "${'abc", "[#include '/nowhere/x.ftl']<#include '/nowhere/x.ftl'>"),
                "properties",
                List.of("zz=\\u12G4", "half.of.a.ke", "zz=1\nzz=2"),
                "json",
                List.of("{}", "}"),
                "xml",
                List.of("<more/>"),
                "cnd",
                List.of("[efc:zz] > ", "%"));
        added.getOrDefault(path.startsWith("/org/") ? "" : extension, List.of())
                .forEach(line -> damages.put(
                        "with " + line, good -> (text(good) + line + "\n").getBytes(StandardCharsets.UTF_8)));
        if (extension.equals("ftl")) {
            damages.put("without its first character", good -> Arrays.copyOfRange(good, 1, good.length));
        }
        return damages;
    }

    /** Within a line: what is cut between two lines is often whole. */
    private static byte[] cut(byte[] good, int quarters) {
        int end = good.length * quarters / 4;
        while (end > 1 && (good[end - 1] == '\n' || good[end] == '\n')) {
            end--;
        }
        return Arrays.copyOf(good, end);
    }

    private static byte[] insert(byte[] good, byte added) {
        byte[] bad = new byte[good.length + 1];
        int at = good.length / 3;
        System.arraycopy(good, 0, bad, 0, at);
        bad[at] = added;
        System.arraycopy(good, at, bad, at + 1, good.length - at);
        return bad;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private interface Damaged {
        void file(String path, String how) throws Exception;
    }

    /**
     * Each file, by its path among the resources, in its kinds' damages by turns; afterwards it is as before. What goes wrong is
     * told at the end, of all files.
     */
    private void eachDamaged(boolean every, Damaged damaged) throws IOException {
        Map<String, Integer> turns = new TreeMap<>();
        SoftAssertions all = new SoftAssertions();
        for (Path root : List.of(module, light)) {
            List<Path> files;
            try (Stream<Path> walk = Files.walk(root)) {
                files = walk.filter(Files::isRegularFile).sorted().toList();
            }
            for (Path file : files) {
                String path = "/" + root.relativize(file);
                String extension = path.substring(path.lastIndexOf('.') + 1);
                byte[] good = Files.readAllBytes(file);
                List<Map.Entry<String, UnaryOperator<byte[]>>> ways =
                        List.copyOf(damages(path, extension).entrySet());
                int turn = turns.merge(extension, 1, Integer::sum) - 1;
                if (!every && turn % 8 != 0) {
                    continue;
                }
                for (Map.Entry<String, UnaryOperator<byte[]>> way :
                        ALL ? ways : List.of(ways.get(turn % ways.size()))) {
                    Files.write(file, way.getValue().apply(good));
                    String how = path + " " + way.getKey();
                    all.assertThatCode(() -> damaged.file(path, how)).as(how).doesNotThrowAnyException();
                }
                Files.write(file, good);
            }
        }
        all.assertAll();
    }

    @Test
    void while_running_all_stays_and_the_log_names_the_file_once() throws Exception {
        try (Resources resources = resources()) {
            LiveModules modules = new LiveModules(resources);
            AtomicReference<LiveModules.State> good = new AtomicReference<>(modules.current());
            eachDamaged(true, (path, how) -> {
                int before = log.list.size();
                LiveModules.State now = modules.current();
                List<String> said = log.list.stream()
                        .skip(before)
                        .map(ILoggingEvent::getFormattedMessage)
                        .toList();
                assertThat(now).isSameAs(good.getAndSet(now));
                assertThat(said).as(path).hasSize(1).first(STRING).contains("\n" + path + ":");
            });
            log.list.clear();

            LiveModules.State mended = modules.current();
            assertThat(modules.current()).isSameAs(mended);
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly("The files are in order again.");
        }
    }

    @Test
    void a_start_ends_with_the_file_and_changes_nothing() throws Exception {
        eachDamaged(false, (path, how) -> {
            Path home = directory.resolve(UUID.randomUUID().toString());
            Options options = new Options(0, home, true, module, light);
            assertThatThrownBy(() -> PreviewServer.start(options).close())
                    .isInstanceOf(StartException.class)
                    .message()
                    .satisfies(said -> assertThat(said.lines())
                            .anySatisfy(line -> assertThat(line).startsWith(path + ":")));
            assertThat(home).doesNotExist();
        });
    }

    @Test
    void what_is_shown_stays_pages_and_style_sheets() throws Exception {
        InstalledHome.at(directory.resolve("home"));
        Path layout = light.resolve("efc-site/templates/layout.ftl");
        Path sheet = light.resolve("efc-site/webresources/css/site.css");
        Path bundle = module.resolve("efc-events/i18n/site-efc-events-messages_en.properties");
        Path macros = module.resolve("efc-events/templates/macros/events.ftl");
        try (PreviewServer server =
                PreviewServer.start(new Options(0, directory.resolve("home"), false, module, light))) {
            String css = "/.resources/efc-site/webresources/css/site.css";
            HttpResponse<String> page = Fixture.get(server, "/events.html");
            HttpResponse<String> style = Fixture.get(server, css);
            assertThat(page.body()).contains("site.css");

            for (Path file : List.of(layout, sheet, bundle, macros)) {
                byte[] good = Files.readAllBytes(file);
                Files.write(file, cut(good, 2));
                assertThat(Fixture.get(server, "/events.html").body()).isEqualTo(page.body());
                HttpResponse<String> now = Fixture.get(server, css);
                assertThat(now.body()).isEqualTo(style.body());
                assertThat(now.headers().firstValue("ETag"))
                        .isEqualTo(style.headers().firstValue("ETag"));
                assertThat(Fixture.get(server, css, "Range", "bytes=0-9").body())
                        .isEqualTo(style.body().substring(0, 10));
                Files.write(file, good);
            }
            Files.writeString(sheet, "body { color: red }\n");
            assertThat(Fixture.get(server, css).body()).isEqualTo("body { color: red }\n");
        }
        assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                .filteredOn(line -> line.startsWith("All stays"))
                .hasSize(4);
    }

    @Test
    void a_macro_a_layout_and_a_node_type_that_are_gone_are_missed_where_they_are_called() throws Exception {
        Path people = module.resolve("efc-events/templates/macros/people.ftl");
        Files.writeString(people, Files.readString(people).replaceFirst("#macro \\w+", "#macro other"));
        assertWrong("/efc-events/templates/macros/people.ftl does not define; is that file whole?");

        copyAgain("efc-events/templates/macros/people.ftl");
        Path decoration = light.resolve("efc-site/decorations/efc-events/templates/pages/event.yaml");
        Files.writeString(decoration, "parameters:\n  layout: /efc-site/templates/nowhere.ftl\n");
        assertWrong("event.yaml:2: layout /efc-site/templates/nowhere.ftl does not exist");

        Files.writeString(decoration, "parameters:\n  layout: /efc-site/templates/layout.ftl\n");
        Path types = module.resolve("mgnl-nodetypes/efc-events.cnd");
        String whole = Files.readString(types);
        Files.writeString(types, whole.substring(0, whole.indexOf("// A person")));
        assertWrong("/mgnl-nodetypes/efc-events.cnd: does not define efc:speaker");

        copyAgain("mgnl-nodetypes/efc-events.cnd");
        Path role = module.resolve("mgnl-bootstrap/efc-events-content/roles/userroles.efc-events-member.yaml");
        String permissions = Files.readString(role);
        Files.writeString(role, permissions.substring(0, permissions.lastIndexOf("      permissions")));
        assertWrong("userroles.efc-events-member.yaml:98: needs a path and permissions");

        copyAgain("mgnl-bootstrap/efc-events-content/roles/userroles.efc-events-member.yaml");
        Path english = module.resolve("efc-events/i18n/site-efc-events-messages_en.properties");
        Files.writeString(english, Files.readString(english).lines().limit(3).reduce("", (a, b) -> a + b + "\n"));
        assertWrong("/efc-events/i18n/site-efc-events-messages_en.properties: is it whole?");
    }

    /** What a repository alone takes for wrong. */
    @Test
    void node_types_that_cannot_be_read_are_noticed_while_it_runs_too() throws Exception {
        Path types = module.resolve("mgnl-nodetypes/efc-events.cnd");
        try (Resources resources = resources()) {
            LiveModules modules = new LiveModules(resources);
            LiveModules.State good = modules.current();

            Files.writeString(types, Files.readString(types) + "%\n");

            assertThat(modules.current()).isSameAs(good);
            assertThat(log.list)
                    .singleElement()
                    .extracting(ILoggingEvent::getFormattedMessage, STRING)
                    .contains("\n/mgnl-nodetypes/efc-events.cnd:");
        }
        assertWrong("/mgnl-nodetypes/efc-events.cnd:");
    }

    @Test
    void a_table_that_is_cut_short_is_noticed() throws Exception {
        Path table = module.resolve("org/efcevents/migration/encoding-damage.txt");
        byte[] whole = Files.readAllBytes(table);
        for (int quarters = 1; quarters < 4; quarters++) {
            Files.write(table, cut(whole, quarters));
            assertWrong("/org/efcevents/migration/encoding-damage.txt:");
        }
    }

    private void copyAgain(String file) throws IOException {
        Files.copy(
                Options.DEFAULT.module().resolve(file),
                module.resolve(file),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertWrong(String said) {
        try (Resources resources = resources()) {
            assertThatThrownBy(() -> new LiveModules(resources)).hasMessageContaining(said);
        }
    }
}
