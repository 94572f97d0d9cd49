package org.efcpreview.authoring;

import java.text.Normalizer;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.apache.commons.lang3.StringUtils;
import org.efcpreview.repository.Siblings;

/** Names of nodes, which are the last parts of addresses. */
public final class NodeNames {
    private static final int LONGEST = 100;

    /** What no accent is left out of, and how it is written without. */
    private static final String[] LIGATURES = {"ß", "æ", "Æ", "œ", "Œ", "ø", "Ø", "ł", "Ł", "đ", "Đ"},
            LETTERS = {"ss", "ae", "ae", "oe", "oe", "o", "o", "l", "l", "d", "d"};

    private NodeNames() {}

    /**
     * What Magnolia makes of a name that an editor typed ({@code NodeNameHelper.getValidatedName}, without {@code
     * magnolia.utf8.enabled}): letters, digits, {@code -}, {@code _} and {@code .} stay, all else becomes {@code -}.
     *
     * @param typed not empty
     */
    public static String valid(String typed) {
        String name = typed.replaceAll("[^A-Za-z0-9._-]", "-");
        return name.startsWith(".") ? "-" + name.substring(1) : name;
    }

    /**
     * A name made from a title: small letters, digits and single hyphens, accents left out.
     *
     * @return empty if the title has neither letters nor digits that can be so written
     */
    public static String from(String title) {
        String folded = Normalizer.normalize(StringUtils.replaceEach(title, LIGATURES, LETTERS), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                // An apostrophe joins in English and parts in French: l’Europe, today’s.
                .replaceAll("['’](?=s\\b)", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        if (folded.length() <= LONGEST) {
            return folded;
        }
        int cut = folded.lastIndexOf('-', LONGEST);
        return folded.substring(0, cut > 0 ? cut : LONGEST);
    }

    /** The name itself, or with {@code -2}, {@code -3}, … where the folder has a node of that name already. */
    public static String unique(Node folder, String name) throws RepositoryException {
        String unique = name;
        for (int i = 2; folder.hasNode(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }

    /**
     * Renames a node; it keeps its identifier and its place among its siblings.
     *
     * @param name not the name of a sibling
     * @throws RepositoryException if the user may not, or a sibling has the name
     */
    public static void rename(Node node, String name) throws RepositoryException {
        if (node.getName().equals(name)) {
            return;
        }
        Node parent = node.getParent();
        String next = Siblings.nameAfter(node);
        node.getSession().move(node.getPath(), Paths.within(parent, name));
        Siblings.before(parent.getNode(name), next);
    }
}
