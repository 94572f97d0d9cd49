package org.efcevents.migration;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.efcevents.datephrase.PageDates;
import org.efcevents.pagetext.Block;
import org.efcevents.pagetext.Box;
import org.efcevents.pagetext.PageText;
import org.efcevents.pagetext.TableColumns;
import org.efcevents.pagetext.WordForms;

/**
 * The headings of the parts of a page: “Upcoming” and “Past”, “À venir” and “Passés”, a year. No entry goes on over one, and what stands below
 * one may be laid out in another way than what stands below the next.
 *
 * @param furniture the blocks that are known as such; the words of such a heading may be, too, which stand in menus
 */
record PageParts(PageText page, PageDates dates, BitSet furniture) {

    /** With more of them a page has no parts that each have a layout of their own. */
    private static final int MOST = 60;

    private static final int LONGEST = 50;

    /** One of these is in the name of a part; folded. */
    private static final Set<String> PERIODS = words(
            "upcoming coming future forthcoming next past previous archive archives archived latest recent"
                    + " earlier older current ongoing venir avenir prochain prochaine prochains prochaines passe passee passes passees precedent precedente"
                    + " precedents precedentes ancien ancienne anciens anciennes anterieurs anterieures recents recentes dernier derniere derniers"
                    + " dernieres termine terminee termines terminees cours kommende bevorstehende nachste vergangene fruhere archiv aktuelle");

    /** And nothing but these beside it. */
    private static final Set<String> BESIDE =
            words("events event meetings meeting activities activity conferences conference workshops workshop"
                    + " seminars seminar courses course webinars calls lectures talks visits dates calendar agenda programme news up soon our the all of and"
                    + " in from on years year evenements evenement manifestations manifestation rencontres rencontre reunions reunion activites activite"
                    + " colloques colloque seminaires seminaire ateliers conferences formations rendez vous rendezvous nos les le la des de du d l en a et"
                    + " calendrier actualites annees veranstaltungen veranstaltung termine tagungen unsere");

    private static Set<String> words(String words) {
        return Set.of(List.of(words.split(" ")).stream().distinct().toArray(String[]::new));
    }

    /** Their numbers; none where one name stands more than once, as of a part of each entry. */
    BitSet heads() {
        Map<String, Integer> named = new HashMap<>();
        BitSet heads = new BitSet();
        for (int i = 0; i < page.blocks().size(); i++) {
            if (isHeading(page.blocks().get(i)) && namesPart(i) && !isOfFurniture(i)) {
                named.merge(letters(i), 1, Integer::sum);
                heads.set(i);
            }
        }
        IntStream.range(0, page.blocks().size())
                .filter(i -> heads.get(i) && named.get(letters(i)) > 1)
                .forEach(heads::clear);
        heads.andNot(ofBoxesBesideOthers(heads));
        return heads.cardinality() <= MOST ? heads : new BitSet();
    }

    /** Those of boxes that are alike and mostly have other headings: “Next dates” beside “Downloads” and “Imprint”. */
    private BitSet ofBoxesBesideOthers(BitSet heads) {
        Map<Integer, Set<Box>> others = new HashMap<>();
        Map<Integer, Set<Box>> alike = new HashMap<>();
        Map<Integer, Integer> pathOf = new HashMap<>();
        for (int i = 0; i < page.blocks().size(); i++) {
            Box own = page.boxes().get(i);
            boolean heading = page.blocks().get(i).kind() == Block.Kind.HEADING || heads.get(i);
            if (heading && own != null && own.parent() != null) {
                Box around = own.parent();
                (heads.get(i) ? alike : others)
                        .computeIfAbsent(around.path(), none -> new HashSet<>())
                        .add(around);
                pathOf.put(i, around.path());
            }
        }
        BitSet beside = new BitSet();
        heads.stream().filter(pathOf::containsKey).forEach(i -> {
            int path = pathOf.get(i);
            Set<Box> rest = new HashSet<>(others.getOrDefault(path, Set.of()));
            rest.removeAll(alike.get(path));
            beside.set(i, rest.size() >= alike.get(path).size());
        });
        return beside;
    }

    /** Whether what stands below it is furniture, too. */
    private boolean isOfFurniture(int heading) {
        int below = heading + 1;
        while (below < page.blocks().size()
                && page.blocks().get(below).labels().contains(TableColumns.COLUMN_HEADING)) {
            below++;
        }
        return furniture.get(heading) && (below == page.blocks().size() || furniture.get(below));
    }

    private boolean isHeading(Block block) {
        return block.passage().length() <= LONGEST
                && (block.kind() == Block.Kind.HEADING
                        || block.kind() == Block.Kind.PARAGRAPH && Titles.isStrong(block));
    }

    private boolean namesPart(int block) {
        List<String> words = List.of(letters(block).split(" "));
        boolean period = words.stream().anyMatch(PERIODS::contains)
                && words.stream()
                        .allMatch(word -> PERIODS.contains(word) || BESIDE.contains(word) || word.matches("\\d{4}"));
        return period || dates.isYear(page.blocks().get(block).passage());
    }

    private String letters(int block) {
        return WordForms.letters(page.blocks().get(block).passage().in(page.text()));
    }
}
