package org.efcevents.imports;

import java.util.HashSet;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.efcevents.pagetext.WordForms;

/** The names of new nodes in a folder, made from titles: slugs that nothing there has. */
final class NewNames {

    /** As the form has it ({@code includes/address-field.yaml}: 120), with room for a date and a number. */
    private static final int LONGEST = 100;

    private final String otherwise;
    private final Set<String> taken;

    /**
     * Begins.
     *
     * @param otherwise the name where no letter of a title can stand in one
     * @param taken names besides those in the folder that are not to be given
     */
    NewNames(Node folder, String otherwise, Set<String> taken) throws RepositoryException {
        this.otherwise = otherwise;
        this.taken = new HashSet<>(taken);
        for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
            this.taken.add(nodes.nextNode().getName());
        }
    }

    /**
     * A name, which is given once.
     *
     * @param day what tells it from others of the same title, such as a day; empty if there is nothing
     */
    String of(String title, String day) {
        String slug = WordForms.key(title).replace(' ', '-');
        String stem = slug.isEmpty()
                ? otherwise
                : slug.substring(0, Math.min(slug.length(), LONGEST)).replaceAll("-+$", "");
        String wanted = taken.contains(stem) && !day.isEmpty() ? stem + "-" + day : stem;
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + "-" + number;
        }
        return name;
    }
}
