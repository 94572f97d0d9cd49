package org.efcevents.participant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.efcevents.search.SearchTerms;

/**
 * Which people of several entries are one: those of the same name, without regard to accents and case. Those whose names differ little may
 * be one, which an editor has to say.
 *
 * @param people each once, in the order in which they are found first
 * @param mayBeOne pairs of these, the smaller first
 */
public record SamePeople(List<Person> people, Set<Pair> mayBeOne) {

    /** In shorter names a letter makes another one. */
    private static final int LONG_ENOUGH = 8;

    private static final long BASE = 1_000_003;

    /** Makes defensive copies. */
    public SamePeople {
        people = List.copyOf(people);
        mayBeOne = Set.copyOf(mayBeOne);
    }

    /**
     * Somebody found in an entry.
     *
     * @param entry the index of the entry
     * @param person the index of the person among those of it
     */
    public record Place(int entry, int person) {}

    /**
     * A person.
     *
     * @param name the spelling that says most: with accents, if one has them
     * @param places where they are found
     */
    public record Person(String name, List<Place> places) {

        /** Makes a defensive copy. */
        public Person {
            places = List.copyOf(places);
        }
    }

    /** Two people, by their indices. */
    public record Pair(int one, int other) {}

    /** Puts together the people of entries. */
    public static SamePeople of(List<List<FoundPerson>> entries) {
        Map<String, List<Place>> places = new LinkedHashMap<>();
        for (int entry = 0; entry < entries.size(); entry++) {
            for (int person = 0; person < entries.get(entry).size(); person++) {
                places.computeIfAbsent(key(entries.get(entry).get(person)), key -> new ArrayList<>())
                        .add(new Place(entry, person));
            }
        }
        List<Person> people = places.values().stream()
                .map(found -> new Person(name(entries, found), found))
                .toList();
        return new SamePeople(people, mayBeOne(List.copyOf(places.keySet())));
    }

    /** Pairs of names that are nearly the same, so that their people may be one. */
    public static List<List<String>> namesThatMayBeOne(Stream<String> names) {
        Map<String, String> byKey = new LinkedHashMap<>();
        names.forEach(name -> byKey.putIfAbsent(key(name), name));
        List<String> different = List.copyOf(byKey.values());
        return mayBeOne(List.copyOf(byKey.keySet())).stream()
                .map(pair -> List.of(different.get(pair.one()), different.get(pair.other())))
                .toList();
    }

    /** The words of a name, without accents, case and signs. An honorific that stands for a given name is part of it. */
    private static String key(FoundPerson person) {
        return key(person.name().value());
    }

    private static String key(String name) {
        return Arrays.stream(SearchTerms.searchable(name).split("[^\\p{L}\\p{N}]"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String name(List<List<FoundPerson>> entries, List<Place> places) {
        return places.stream()
                .map(place ->
                        entries.get(place.entry()).get(place.person()).name().value())
                .max(Comparator.comparingLong(
                        name -> name.chars().filter(letter -> letter > 0x7f).count()))
                .orElseThrow();
    }

    private static Set<Pair> mayBeOne(List<String> keys) {
        Map<Long, Integer> first = new HashMap<>();
        Set<Pair> pairs = new LinkedHashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            for (long likeness : likenesses(keys.get(i))) {
                Integer other = first.putIfAbsent(likeness, i);
                if (other != null && other != i) {
                    pairs.add(new Pair(other, i));
                }
            }
        }
        return pairs;
    }

    /**
     * What a name has in common with those that may be the same: a letter was lost or mistyped, the words are turned round, an initial is left
     * out. They are told apart by 64 bits, so that many names need little memory; an editor is asked in any case.
     */
    private static long[] likenesses(String key) {
        List<String> words = List.of(key.split(" "));
        String sorted = "\n" + words.stream().sorted().collect(Collectors.joining(" "));
        String withoutInitials =
                words.stream().filter(word -> word.length() > 1).collect(Collectors.joining(" "));
        int letters = key.length() < LONG_ENOUGH ? 0 : key.length();
        long[] all = Arrays.copyOf(new long[] {hash(sorted), hash(withoutInitials), hash(key)}, letters + 3);
        long before = 0;
        for (int at = 0; at < letters; at++) {
            long without = before;
            for (int i = at + 1; i < letters; i++) {
                without = without * BASE + key.charAt(i);
            }
            all[at + 3] = without;
            before = before * BASE + key.charAt(at);
        }
        return all;
    }

    private static long hash(String text) {
        long hash = 0;
        for (int i = 0; i < text.length(); i++) {
            hash = hash * BASE + text.charAt(i);
        }
        return hash;
    }
}
