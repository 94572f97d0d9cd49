package org.efcevents.imports;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.content.NodeType;
import org.efcevents.migration.EncodingDamage;
import org.efcevents.pagetext.Finding;
import org.efcevents.participant.FoundPerson;
import org.efcevents.undo.Editing;

/** The people of a page: those that the archive knows, by any of their names, and those that are made. */
final class SpeakerImport {

    /** The last word of a name, with what belongs to it: {@code de Pauw}. */
    private static final Pattern FAMILY = Pattern.compile(
            "(?:^|\\s)((?:(?:de|la|le|van|von|der|den|di|da|dos|du|del|della|ter|ten|zu|af|av|bin|ibn|al|el|y)\\s)*\\S+)$");

    private final Editing editing;
    private final Node folder;
    private final NewNames names;
    private final KnownNames known;
    private final EncodingDamage damage;

    SpeakerImport(Editing editing, Contents contents, EncodingDamage damage) throws RepositoryException {
        this.editing = editing;
        this.folder = editing.session().getNode("/speakers");
        this.names = new NewNames(folder, "speaker", Set.of());
        this.known = KnownNames.of(NodeType.SPEAKER, contents, editing.session());
        this.damage = damage;
    }

    /** The speaker that somebody is, who is made if there is none of the name. */
    Node of(FoundPerson person) throws RepositoryException {
        String printed = person.name().value();
        String name = damage.repaired(printed);
        Optional<Node> there = known.named(name).or(() -> known.named(printed));
        if (there.isPresent()) {
            return there.get();
        }
        Node made = folder.addNode(names.of(name, ""), NodeType.SPEAKER.jcrName());
        made.setProperty("fullName", name);
        made.setProperty("familyName", familyName(name));
        if (!name.equals(printed)) {
            made.setProperty("otherNames", new String[] {printed});
        }
        set(made, "honorific", person.honorific());
        set(made, "role", person.role());
        set(made, "organisation", person.organisation());
        set(made, "country", person.country());
        editing.addMade(made);
        known.add(name, made);
        known.add(printed, made);
        return made;
    }

    private void set(Node speaker, String property, Optional<Finding<String>> found) throws RepositoryException {
        if (found.isPresent()) {
            speaker.setProperty(property, damage.repaired(found.get().value()));
        }
    }

    private static String familyName(String name) {
        Matcher family = FAMILY.matcher(name.strip());
        return family.find() ? family.group(1) : name.strip();
    }
}
