package org.efcevents.migration;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.efcevents.pagetext.WordForms;

/** How words of pages are compared with those of the archive, and made parts of it. */
public final class PageWords {

    /** Letters that are no others with an accent. */
    private static final String[][] LETTERS = {
        {"ø", "o"}, {"ł", "l"}, {"ß", "ss"}, {"æ", "ae"}, {"œ", "oe"}, {"đ", "d"}, {"ð", "d"}, {"þ", "th"}, {"ı", "i"}
    };

    private static final Pattern FAMILY = Pattern.compile(
            "(?:^|\\s)((?:(?:de|la|le|van|von|der|den|di|da|dos|du|del|della|ter|ten|zu|af|av|bin|ibn|al|el|y)\\s)*\\S+)$");

    private PageWords() {}

    /** ASCII letters and digits in lower case, with one space wherever something else is between. */
    public static String key(String words) {
        String folded = WordForms.folded(words);
        for (String[] letter : LETTERS) {
            folded = folded.replace(letter[0], letter[1]);
        }
        return folded.replaceAll("[^a-z0-9]+", " ").strip();
    }

    /** What lists sort a name by: its last word, with what belongs to it, such as {@code de Pauw}. */
    public static String familyName(String name) {
        var family = FAMILY.matcher(name.strip());
        return family.find() ? family.group(1) : name.strip();
    }

    /**
     * The whole of an address that a page has.
     *
     * @param base where the page was; empty if it is not known
     * @return empty if it is no address, or cannot be made whole
     */
    public static Optional<String> absolute(String address, String base) {
        try {
            URI whole = base.isEmpty() ? URI.create(address) : URI.create(base).resolve(address);
            return whole.isAbsolute() ? Optional.of(whole.toString()) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
