package org.definitioncheck.message;

import static org.definitioncheck.problem.Severity.SILENT;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.definitioncheck.problem.Location;
import org.definitioncheck.problem.Problems;
import org.definitioncheck.resource.Resources;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * The texts of all modules' {@code i18n} folders, looked up as Magnolia does ({@code DefaultMessageBundlesLoader},
 * {@code TranslationServiceImpl}). Immutable: load again when the files change. Magnolia's own bundles are not in it.
 */
public final class Messages {

    /** What a bundle without a locale in its name is for, and where a lookup ends (Magnolia: fallbackLanguage). */
    public static final Locale FALLBACK = Locale.ENGLISH;

    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Map<Locale, Map<String, String>> bundles;

    private Messages(Map<Locale, Map<String, String>> bundles) {
        this.bundles = bundles;
    }

    /**
     * Reads all bundles; of two with the same key the one wins whose path comes first.
     *
     * @throws IllegalArgumentException if one cannot be read
     */
    public static Messages load(Resources resources) {
        Map<BundleFile, List<BundleFile.Entry>> files = new LinkedHashMap<>();
        BundleFile.all(resources).forEach(file -> files.put(file, file.entries()));
        return of(files);
    }

    /**
     * As {@link #load}, but takes down what is wrong in the files: what lacks a text in the language where a lookup ends is read as
     * a key.
     *
     * @param untranslated takes what another language lacks, in which visitors then read that language
     */
    public static Messages read(Resources resources, Problems problems, Problems untranslated) {
        Map<BundleFile, List<BundleFile.Entry>> files = new LinkedHashMap<>();
        BundleFile.all(resources).forEach(file -> files.put(file, file.check(problems)));
        for (BundleFile file : files.keySet()) {
            for (BundleFile other : files.keySet()) {
                if (file != other && file.bundle().equals(other.bundle())) {
                    Set<String> keys = new TreeSet<>();
                    files.get(other).forEach(entry -> keys.add(entry.key()));
                    files.get(file).forEach(entry -> keys.remove(entry.key()));
                    if (!keys.isEmpty()) {
                        (file.locale().equals(FALLBACK) ? problems : untranslated)
                                .add(
                                        Location.of(file.file().path()),
                                        SILENT,
                                        "is it whole? " + other.file().path() + " has texts that it has not: "
                                                + String.join(", ", keys));
                    }
                }
            }
        }
        return of(files);
    }

    /** @param files in the order of their paths */
    static Messages of(Map<BundleFile, List<BundleFile.Entry>> files) {
        Map<Locale, Map<String, String>> bundles = new HashMap<>();
        Cleaner cleaner = new Cleaner(Safelist.basic());
        files.forEach((file, entries) -> {
            Map<String, String> texts = new LinkedHashMap<>();
            entries.forEach(entry -> texts.put(entry.key(), entry.text()));
            Map<String, String> bundle = bundles.computeIfAbsent(file.locale(), l -> new TreeMap<>());
            texts.forEach((key, text) -> bundle.putIfAbsent(key, cleaned(text, cleaner)));
        });
        bundles.replaceAll((locale, bundle) -> Collections.unmodifiableMap(bundle));
        return new Messages(Map.copyOf(bundles));
    }

    private static String cleaned(String text, Cleaner cleaner) {
        Document document = Jsoup.parseBodyFragment(text, "");
        return cleaner.isValid(document) ? text : cleaner.clean(document).body().html();
    }

    /** The locale that a bundle's file name ends in: {@code app_fr.properties}, {@code app_pt_BR.properties}. */
    static Locale locale(String fileName) {
        String[] parts = fileName.substring(0, fileName.lastIndexOf('.')).split("_");
        int last = parts.length - 1;
        if (last == 0) {
            return FALLBACK;
        }
        if (last == 1) {
            return validOr(guess(parts[1]), FALLBACK);
        }
        Locale both = of(parts[last - 1], parts[last], "");
        if (isValid(both)) {
            return both;
        }
        Locale one = last == 2 ? of(parts[2], "", "") : guess(parts[last]);
        if (isValid(one)) {
            return one;
        }
        return last > 2 && isValid(of(parts[last - 2], parts[last - 1], ""))
                ? of(parts[last - 2], parts[last - 1], parts[last])
                : FALLBACK;
    }

    private static Locale guess(String part) {
        boolean upper = !part.isEmpty() && part.chars().allMatch(Character::isUpperCase);
        return upper ? of("", part, "") : of(part, "", "");
    }

    private static Locale of(String language, String country, String variant) {
        return new Locale(language, country, variant);
    }

    private static Locale validOr(Locale locale, Locale other) {
        return isValid(locale) ? locale : other;
    }

    private static boolean isValid(Locale locale) {
        return Arrays.asList(Locale.getAvailableLocales()).contains(locale)
                || LANGUAGES.contains(locale.getLanguage())
                        && (locale.getCountry().isEmpty() || COUNTRIES.contains(locale.getCountry()));
    }

    /** These, and of the others those whose keys are not among these. */
    public Messages and(Messages others) {
        Map<Locale, Map<String, String>> all = new HashMap<>();
        for (Messages part : List.of(others, this)) {
            part.bundles.forEach((locale, bundle) ->
                    all.computeIfAbsent(locale, l -> new TreeMap<>()).putAll(bundle));
        }
        all.replaceAll((locale, bundle) -> Collections.unmodifiableMap(bundle));
        return new Messages(Map.copyOf(all));
    }

    /** The locales that some bundle is for. */
    public Set<Locale> locales() {
        return bundles.keySet();
    }

    /** All texts of exactly this locale, by key; empty if there is no bundle for it. */
    public Map<String, String> bundle(Locale locale) {
        return bundles.getOrDefault(locale, Map.of());
    }

    /**
     * The text of the first key that has one: all keys in the locale itself, then in its language and country, its language,
     * and {@link #FALLBACK}.
     */
    public Optional<String> find(List<String> keys, Locale locale) {
        Set<Locale> tried = new HashSet<>();
        for (Locale candidate : List.of(
                locale,
                of(locale.getLanguage(), locale.getCountry(), ""),
                of(locale.getLanguage(), "", ""),
                FALLBACK)) {
            if (tried.add(candidate)) {
                Map<String, String> bundle = bundle(candidate);
                for (String key : keys) {
                    if (bundle.containsKey(key)) {
                        return Optional.of(bundle.get(key));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The text of a key; the key itself if it has none. */
    public String get(String key, Locale locale) {
        return find(List.of(key), locale).orElse(key);
    }

    /**
     * The text of a key as a {@link MessageFormat} pattern with its arguments put in. Without arguments use
     * {@link #get(String, Locale)}: a single {@code '} is then text. A pattern that is none comes back as it is.
     */
    public String get(String key, Locale locale, List<?> arguments) {
        String text = get(key, locale);
        try {
            return new MessageFormat(text, locale).format(arguments.toArray());
        } catch (IllegalArgumentException e) {
            // As in Magnolia, which logs a warning.
            return text;
        }
    }

    /** What templates know as {@code i18n}: {@code i18n['key']}, {@code i18n.get('key')}, {@code i18n.get('key', [args])}. */
    public InLocale in(Locale locale) {
        return new InLocale(this, locale);
    }

    /** The texts in one locale (Magnolia: {@code info.magnolia.freemarker.MessagesWrapper}). */
    public static final class InLocale {
        private final Messages messages;
        private final Locale locale;

        private InLocale(Messages messages, Locale locale) {
            this.messages = messages;
            this.locale = locale;
        }

        /** As {@link Messages#get(String, Locale)}. */
        public String get(String key) {
            return messages.get(key, locale);
        }

        /** As {@link Messages#get(String, Locale, List)}. */
        public String get(String key, List<?> arguments) {
            return messages.get(key, locale, arguments);
        }
    }
}
