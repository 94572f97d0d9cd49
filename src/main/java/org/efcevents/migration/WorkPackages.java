package org.efcevents.migration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.efcevents.pagetext.Entry;
import org.efcevents.pagetext.Finding;
import org.efcevents.pagetext.Finding.Certainty;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.Sentences;

/**
 * The work packages of an entry, by their numbers: {@code WP 2}, {@code Work Package 2}, {@code lot de travail 2}, {@code GT2}. Those of the
 * title are its own; without any there, those of the first sentence.
 */
public final class WorkPackages {

    private static final Pattern CODE = Pattern.compile(
            "\\b(?:WPs?|Work ?packages?|lots? de travail|groupes? de travail|GT|LT|working groups?)[\\s-]{0,3}(\\d{1,2})\\b"
                    + "((?:[\\s,&/-]{1,3}(?:and |et )?(?:(?:WP|GT|LT)\\s?)?\\d{1,2}\\b){0,9})",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

    private WorkPackages() {}

    /** Their codes, such as {@code WP2}. */
    public static List<Finding<String>> of(Entry entry) {
        Map<String, List<Passage>> found = new LinkedHashMap<>();
        String rule = "workPackage.title";
        Certainty certainty = Certainty.STATED;
        entry.title().ifPresent(title -> find(entry.text(), title, found));
        if (found.isEmpty()) {
            Optional<Passage> sentence = Sentences.of(entry).stream().findFirst();
            sentence.ifPresent(first -> find(entry.text(), first, found));
            rule = "workPackage.sentence";
            certainty = Certainty.DOUBTFUL;
        }
        List<Finding<String>> findings = new ArrayList<>();
        for (Map.Entry<String, List<Passage>> each : found.entrySet()) {
            findings.add(new Finding<>(each.getKey(), each.getValue(), rule, certainty));
        }
        return findings;
    }

    private static void find(String text, Passage passage, Map<String, List<Passage>> found) {
        Matcher code = CODE.matcher(text).region(passage.from(), passage.to());
        while (code.find()) {
            Passage words = new Passage(code.start(), code.end());
            add(code.group(1), words, found);
            Matcher number = NUMBER.matcher(code.group(2));
            while (number.find()) {
                add(number.group(), words, found);
            }
        }
    }

    private static void add(String number, Passage words, Map<String, List<Passage>> found) {
        List<Passage> passages = found.computeIfAbsent("WP" + Integer.parseInt(number), none -> new ArrayList<>());
        if (!passages.contains(words)) {
            passages.add(words);
        }
    }
}
