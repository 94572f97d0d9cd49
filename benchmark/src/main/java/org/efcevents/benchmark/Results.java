package org.efcevents.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has been measured, in a file: what is not measured anew stays. */
final class Results {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<TreeMap<String, TreeMap<Integer, Measured>>> TYPE = new TypeReference<>() {};

    private final Path file;
    private final Map<String, TreeMap<Integer, Measured>> measured;

    /**
     * How long something took, in milliseconds.
     *
     * @param median what half of them took at most
     * @param p99 the same of 99 in 100
     * @param busy how long processors were busy for each; 0 if that was not measured
     * @param kilobytes what each allocated; 0 if that was not measured
     */
    record Measured(double median, double p99, double busy, double kilobytes) {

        /** Of single times. */
        static Measured of(double[] milliseconds) {
            double[] sorted = milliseconds.clone();
            Arrays.sort(sorted);
            int count = sorted.length;
            return new Measured(sorted[count / 2], sorted[count * 99 / 100], 0, 0);
        }
    }

    private Results(Path file, Map<String, TreeMap<Integer, Measured>> measured) {
        this.file = file;
        this.measured = measured;
    }

    /** Those in a file; none if it is not there. */
    static Results in(Path file) throws IOException {
        return new Results(file, Files.exists(file) ? JSON.readValue(file.toFile(), TYPE) : new TreeMap<>());
    }

    /** Takes a result, in place of an earlier one of that name and number of events. */
    void put(String name, int events, Measured result) throws IOException {
        measured.computeIfAbsent(name, none -> new TreeMap<>()).put(events, result);
        JSON.writeValue(file.toFile(), measured);
    }

    /** All that was measured of a name, by the number of events. */
    Map<Integer, Measured> of(String name) {
        return measured.getOrDefault(name, new TreeMap<>());
    }

    /** The median of what was measured. */
    Optional<Double> median(String name, int events) {
        return Optional.ofNullable(of(name).get(events)).map(Measured::median);
    }

    /** How often the median of the second goes into that of the first. */
    Optional<Double> ratio(String name, int events, String other, int otherEvents) {
        return median(name, events).flatMap(one -> median(other, otherEvents).map(two -> one / two));
    }

    /** All numbers of events with which something was measured. */
    TreeSet<Integer> sizes() {
        TreeSet<Integer> sizes = new TreeSet<>();
        measured.values().forEach(bySize -> sizes.addAll(bySize.keySet()));
        return sizes;
    }
}
