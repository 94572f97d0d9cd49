package org.efcpreview.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.efcpreview.web.Browser.UI;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of several who change things until the server is killed, each with entries and files of their own, and who know
 * afterwards what has to be there. Whatever is changed gets a word that nothing else has ever had, in each of its texts.
 */
final class WritingOfficer {
    /** The part of an event's page that an entry says its word in. */
    static final int TEXTS_OF_AN_EVENT = 9;

    private static final String SPEAKER = "6432e770-bba9-464d-a73b-ef102cea769e";
    private static final String WORK_PACKAGE = "2f737234-9c6c-4e1a-9dd5-ea3d309e1ec8";
    private static final String APP = UI + "/app/efc-events";

    /**
     * What there is of an entry or a file.
     *
     * @param written its word on the author instance; empty if it is marked as deleted, null if it is not there
     * @param shown its word on the public instance; null if it is not there
     */
    record State(String written, String shown) {
        static final State NONE = new State(null, null);

        private boolean canBeChanged() {
            return written != null && !written.isEmpty();
        }
    }

    private final char initial;
    private final Random random;
    private final List<String> events;
    private final List<String> files;
    private int words;

    private Browser browser;
    private String token;

    /** By the name of an entry, or of a file. */
    private Map<String, State> answered = new TreeMap<>();
    /** What it is like if a request has been carried out that was not answered; null if there is none. */
    private Map<String, State> asked;

    private Set<String> worn = new LinkedHashSet<>();

    WritingOfficer(char initial, Random random) {
        this.initial = initial;
        this.random = random;
        this.events = List.of("crash-" + initial + "-1", "crash-" + initial + "-2", "crash-" + initial + "-3");
        this.files = List.of("crash-" + initial + "-4.pdf", "crash-" + initial + "-5.pdf");
        Stream.of(events, files).flatMap(List::stream).forEach(name -> answered.put(name, State.NONE));
    }

    Set<String> names() {
        return answered.keySet();
    }

    /** All words since the last time that somebody looked, those of now among them. */
    Set<String> words() {
        Set<String> all = new LinkedHashSet<>(worn);
        answered.values().stream()
                .flatMap(state -> Stream.of(state.written(), state.shown()))
                .filter(word -> word != null && !word.isEmpty())
                .forEach(all::add);
        return all;
    }

    /** Compares what is there with what has to be. */
    void look(Map<String, State> found) {
        Map<String, State> mine = new TreeMap<>(found);
        mine.keySet().retainAll(names());
        assertThat(mine)
                .as("of %s, with %s", answered, asked)
                .isIn(Stream.of(answered, asked).filter(state -> state != null).toList());
        answered = mine;
        asked = null;
    }

    /** To be called once the words have been looked for. */
    void forget() {
        worn = new LinkedHashSet<>();
    }

    /**
     * Changes things until the server does not answer any more.
     *
     * @param begun counts the changes
     */
    void work(Browser signedIn, String itsToken, CountDownLatch begun) throws InterruptedException {
        browser = signedIn;
        token = itsToken;
        try {
            while (true) {
                begun.countDown();
                change();
            }
        } catch (IOException e) {
            // It has been killed.
            return;
        }
    }

    private void change() throws IOException, InterruptedException {
        switch (random.nextInt(10)) {
            case 0, 1 -> importEvents();
            case 2, 3 -> save();
            case 4, 5 -> act("activate", events, (name, state) -> state.canBeChanged(), this::published);
            case 6 -> act(
                    "deactivate",
                    events,
                    (name, state) -> state.canBeChanged() && state.shown() != null,
                    state -> new State(state.written(), null));
            case 7 -> {
                act("delete", events, (name, state) -> state.canBeChanged(), state -> new State("", state.shown()));
                act("activateDeleted", events, (name, state) -> "".equals(state.written()), state -> State.NONE);
            }
            case 8 -> upload();
            default -> publishFile();
        }
    }

    private State published(State state) {
        return new State(state.written(), state.written());
    }

    /** Something that is sent. */
    private interface Sending {
        HttpResponse<String> send() throws IOException, InterruptedException;
    }

    private void send(Map<String, State> changed, Sending sending) throws IOException, InterruptedException {
        Map<String, State> after = new TreeMap<>(answered);
        after.putAll(changed);
        asked = after;
        HttpResponse<String> answer = sending.send();
        asked = null;
        if (answer.statusCode() == 303) {
            answered = after;
        } else {
            // Somebody else has changed the same folder meanwhile. Then nothing has been changed.
            assertThat(answer.statusCode()).as("%s: %s", changed, answer.body()).isIn(409, 422);
        }
    }

    private String word() {
        int number = words++;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            word.append((char) ('a' + number % 26));
            number /= 26;
        }
        worn.add("crash" + initial + word);
        return "crash" + initial + word;
    }

    private State rewritten(String name) {
        State before = answered.get(name);
        if (before.canBeChanged()) {
            worn.add(before.written());
        }
        return new State(word(), before.shown());
    }

    /** Some of them at least, where there are any. */
    private List<String> some(List<String> names, BiPredicate<String, State> which) {
        List<String> some = new ArrayList<>(names.stream()
                .filter(name -> which.test(name, answered.get(name)))
                .toList());
        Collections.shuffle(some, random);
        return some.subList(0, some.isEmpty() ? 0 : 1 + random.nextInt(some.size()));
    }

    private void importEvents() throws IOException, InterruptedException {
        Map<String, State> changed = new LinkedHashMap<>();
        some(events, (name, state) -> !"".equals(state.written())).forEach(name -> changed.put(name, rewritten(name)));
        String yaml = changed.entrySet().stream()
                .map(event -> event(event.getKey(), event.getValue().written()))
                .collect(Collectors.joining());
        if (!changed.isEmpty()) {
            send(
                    changed,
                    () -> browser.upload(
                            APP + "/import",
                            Map.of("_token", token, "action", "import", "existing", "replace"),
                            new Browser.File(
                                    "file", "x.yaml", "application/x-yaml", yaml.getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static String event(String name, String word) {
        return """
                '%1$s':
                  'jcr:primaryType': 'efc:event'
                  'jcr:uuid': '%5$s'
                  title: '%2$s'
                  kind: 'conference'
                  precision: 'day'
                  start: '2014-03-24'
                  teaser: '%2$s'
                  description: '<p>%2$s</p>'
                  workPackages: ['%3$s']
                  links:
                    links0: {title: '%2$s', url: 'https://example.org/%2$s'}
                    links1: {title: '%2$s', url: 'https://example.org/%2$s'}
                  participations:
                    participations0: {'jcr:primaryType': 'efc:participation', speaker: '%4$s', part: 'chair', talkTitle: '%2$s'}
                    participations1: {'jcr:primaryType': 'efc:participation', speaker: '%4$s', part: 'closing', talkTitle: '%2$s'}
                """
                .formatted(
                        name,
                        word,
                        WORK_PACKAGE,
                        SPEAKER,
                        // What is replaced is still the same entry.
                        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    private void save() throws IOException, InterruptedException {
        for (String name : some(events, (event, state) -> state.canBeChanged())) {
            String address = APP + "/detail?path=/events/" + name;
            HttpResponse<String> form = browser.get(address);
            assertThat(form.statusCode()).as(form.body()).isEqualTo(200);
            String former = answered.get(name).written();
            State state = rewritten(name);
            Map<String, List<String>> fields = EveryField.sent(EveryField.form(Browser.page(form)));
            fields.replaceAll((field, values) -> values.stream()
                    .map(value -> value.replace(former, state.written()))
                    .toList());
            fields.put("_do", List.of("save"));
            send(Map.of(name, state), () -> browser.submit(address, fields));
        }
    }

    private void act(String action, List<String> among, BiPredicate<String, State> which, UnaryOperator<State> effect)
            throws IOException, InterruptedException {
        Map<String, State> changed = new LinkedHashMap<>();
        some(among, which).forEach(name -> changed.put(name, effect.apply(answered.get(name))));
        if (!changed.isEmpty()) {
            changed.keySet().forEach(name -> Stream.of(
                            answered.get(name).written(), answered.get(name).shown())
                    .filter(word -> word != null && !word.isEmpty())
                    .forEach(worn::add));
            Map<String, List<String>> fields = new LinkedHashMap<>();
            fields.put("_token", List.of(token));
            fields.put("action", List.of(action));
            fields.put(
                    "item",
                    changed.keySet().stream().map(name -> "/events/" + name).toList());
            send(changed, () -> browser.submit(APP, fields));
        }
    }

    private void upload() throws IOException, InterruptedException {
        String name = files.get(random.nextInt(files.size()));
        boolean added = answered.get(name).written() == null;
        State state = rewritten(name);
        Browser.File file =
                new Browser.File(added ? "files" : "file", name, "application/pdf", content(state.written()));
        String dialog = added ? "upload?path=/" : "replace?path=/" + name;
        send(
                Map.of(name, state),
                () -> browser.upload(UI + "/app/assets/dialog/dam-app:" + dialog, Map.of("_token", token), file));
    }

    private void publishFile() throws IOException, InterruptedException {
        for (String name : some(files, (file, state) -> state.canBeChanged())) {
            send(
                    Map.of(name, published(answered.get(name))),
                    () -> browser.post(
                            UI + "/app/assets", Map.of("_token", token, "action", "activate", "item", "/" + name)));
        }
    }

    /** A file that can only be this one. */
    static byte[] content(String word) {
        return ("%PDF-1.4\n" + (word + "\n").repeat(3000) + "%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }
}
