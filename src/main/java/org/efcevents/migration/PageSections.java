package org.efcevents.migration;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Box;
import org.efcevents.pagetext.Furniture;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.Passage;
import org.efcevents.pagetext.WordForms;

/**
 * What a page has below and between its entries under headings of their kind: “Contact us”, “Links to events of 2003”, what stands in a box of
 * another kind, or is told in another way than any entry that has a date. It is told as unread.
 */
record PageSections(PageText page, Furniture furniture) {

    /** Of fewer entries nothing can be said. */
    private static final int FEWEST = 3;

    /** Of so many dated entries the kinds of boxes are looked at. */
    private static final int MOST_ALIKE = 40;

    private static final int LONGEST_NAME = 60;

    /** What sections are called, and no event is; folded. What Furniture knows besides is called so, too. */
    private static final Set<String> NAMES = Set.of(
            ("links|link|related|related links|useful links|related events|related content|see also|further information|further reading|further links|resources"
                            + "|contacts|contact information|contact details|contact person|who we are|about this site|our team|our partners|partners|sponsors|our sponsors|supporters"
                            + "|committee members|target audience|opening hours|how to find us|getting here|directions|address|newsletter|newsletters|mailing list|mailing lists|stay in touch"
                            + "|get in touch|keep in touch|stay informed|follow|social media|news archive|older news|event archives|categories|recent posts|recent comments|photos|pictures|gallery"
                            + "|archive|quick links|credits|acknowledgements|acknowledgments|membership|join us|donate|support us"
                            + "|liens|lien|liens utiles|liens externes|sites amis|voir aussi|pour en savoir plus|contactez nous|pour nous contacter|coordonnees|qui sommes nous|a propos"
                            + "|notre equipe|l equipe|nos partenaires|partenaires|informations|renseignements|informations complementaires|plan d acces|adresse|horaires d ouverture|acces"
                            + "|lettre d information|suivez nous|reseaux sociaux|articles recents|commentaires recents|derniers articles|rubriques|dans la meme rubrique|photos et videos"
                            + "|galerie|soutenez nous|adhesion|adherer|remerciements|mentions legales"
                            + "|kontakt|verweise|weitere informationen|weiterfuhrende links|siehe auch|uber uns|impressum|archiv")
                    .split("\\|"));

    /** “Archives 2003–2009”, “Liens vers les pages de 2001” */
    private static final Pattern NAMED = Pattern.compile(
            "(?:(?:useful |related |other )?links? (?:to|of|for) .*|liens? (?:vers|sur|avec) .*|(?:archives?|archiv)(?: (?:of|from|for|de|des|du|d|to|and|\\d{4}))* ?"
                    + "(?:\\d{4}|events|past events|news|evenements)?)");

    /** The headings that furniture is called by and that have something below them which is none, each named once: no entry goes on over one. */
    BitSet heads(BitSet ofPage) {
        BitSet heads = new BitSet();
        List<Block> blocks = page.blocks();
        IntStream.range(0, blocks.size() - 1)
                .filter(i -> ofPage.get(i)
                        && !ofPage.get(i + 1)
                        && blocks.get(i).kind() == Block.Kind.HEADING
                        && furniture.is(words(i))
                        && areTogether(page.boxes().get(i), page.boxes().get(i + 1)))
                .forEach(heads::set);
        long names = heads.stream()
                .mapToObj(i -> WordForms.letters(words(i)))
                .distinct()
                .count();
        return names == heads.cardinality() ? heads : new BitSet();
    }

    private static boolean areTogether(Box heading, Box below) {
        return heading == null
                || heading.parent() == null
                || below != null && heading.parent().holds(below);
    }

    private String words(int block) {
        Passage passage = page.blocks().get(block).passage();
        return passage.length() < LONGEST_NAME ? passage.in(page.text()) : "";
    }

    /**
     * The entries without them.
     *
     * @param dated whether some blocks tell when something was, however little
     */
    List<int[]> without(List<int[]> entries, Predicate<int[]> dated) {
        List<int[]> whole = entries.stream().filter(dated).toList();
        if (whole.size() < FEWEST || whole.size() * 2 < entries.size()) {
            return entries;
        }
        Set<Block.Kind> told = whole.stream()
                .flatMapToInt(PageSections::body)
                .mapToObj(i -> page.blocks().get(i).kind())
                .collect(Collectors.toSet());
        boolean bare = whole.stream().anyMatch(blocks -> blocks.length == 1);
        Collection<Box> begun = whole.stream()
                .flatMapToInt(this::beginnings)
                .mapToObj(page.boxes()::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(Box::path, box -> box, (one, other) -> one))
                .values();
        return entries.stream()
                .filter(blocks -> dated.test(blocks)
                        || !isNamed(blocks[0])
                                && (page.blocks().get(blocks[0]).kind() != Block.Kind.HEADING
                                        || isLike(begun, page.boxes().get(blocks[0]))
                                                && (blocks.length == 1
                                                        ? bare
                                                        : body(blocks)
                                                                .anyMatch(i -> told.contains(page.blocks()
                                                                        .get(i)
                                                                        .kind())))))
                .toList();
    }

    /** Where an entry begins, and its heading, above which its date may stand. */
    private IntStream beginnings(int[] blocks) {
        return IntStream.concat(
                IntStream.of(blocks).limit(1),
                IntStream.of(blocks)
                        .filter(i -> page.blocks().get(i).kind() == Block.Kind.HEADING)
                        .limit(1));
    }

    private static IntStream body(int[] blocks) {
        return IntStream.of(blocks).skip(1);
    }

    private boolean isNamed(int block) {
        String name = WordForms.letters(words(block));
        return furniture.is(words(block)) && !name.isEmpty()
                || NAMES.contains(name)
                || NAMED.matcher(name).matches();
    }

    private static boolean isLike(Collection<Box> begun, Box box) {
        return box == null || begun.stream().limit(MOST_ALIKE).anyMatch(other -> areAlike(other, box));
    }

    /** Whether two have the same names up to the box that holds both, and where both have classes one in common. */
    private static boolean areAlike(Box one, Box other) {
        Box left = one;
        Box right = other;
        while (left != right && left != null && right != null) {
            if (!left.tag().equals(right.tag()) || !haveOneInCommon(left, right)) {
                return false;
            }
            left = left.parent();
            right = right.parent();
        }
        return left == right;
    }

    private static boolean haveOneInCommon(Box one, Box other) {
        List<String> classes = classes(one);
        List<String> others = classes(other);
        return classes.isEmpty() || others.isEmpty() || classes.stream().anyMatch(others::contains);
    }

    private static List<String> classes(Box box) {
        List<String> signature = List.of(box.signature().split("\\."));
        return signature.subList(1, signature.size());
    }
}
