package org.efcevents.imports;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.efcevents.archive.Contents;
import org.efcevents.content.NodeType;
import org.efcevents.source.StatedPerson;
import org.efcevents.undo.Editing;

/** The people of a source: those that the archive knows, by any of their names, and those that are made. */
final class SpeakerImport {

    /** The last word of a name, with what belongs to it: {@code de Pauw}. */
    private static final Pattern FAMILY = Pattern.compile(
            "(?:^|\\s)((?:(?:de|la|le|van|von|der|den|di|da|dos|du|del|della|ter|ten|zu|af|av|bin|ibn|al|el|y)\\s)*\\S+)$");

    private final Editing editing;
    private final String suffix;
    private final Node folder;
    private final NewNames names;
    private final KnownNames known;

    SpeakerImport(Editing editing, Contents contents, String suffix) throws RepositoryException {
        this.suffix = suffix;
        this.editing = editing;
        this.folder = editing.session().getNode("/speakers");
        this.names = new NewNames(folder, "speaker", Set.of());
        this.known = KnownNames.of(NodeType.SPEAKER, contents, editing.session());
    }

    /** The speaker that somebody is, who is made if there is none of the name. */
    Node of(StatedPerson person) throws RepositoryException {
        String name = person.name();
        Optional<Node> there = known.named(name);
        if (there.isEmpty() && !person.printed().isEmpty()) {
            there = known.named(person.printed());
        }
        if (there.isPresent()) {
            return there.get();
        }
        Node made = folder.addNode(names.of(name, ""), NodeType.SPEAKER.jcrName());
        editing.addMade(made);
        made.setProperty("fullName", name);
        made.setProperty("familyName", familyName(name));
        known.add(name, made);
        if (!person.printed().isEmpty()) {
            made.setProperty("otherNames", new String[] {person.printed()});
            known.add(person.printed(), made);
        }
        set(made, "honorific", person.honorific());
        set(made, "role" + suffix, person.role());
        set(made, "organisation", person.organisation());
        set(made, "country", person.country());
        return made;
    }

    private static void set(Node speaker, String property, String value) throws RepositoryException {
        if (!value.isEmpty()) {
            speaker.setProperty(property, value);
        }
    }

    private static String familyName(String name) {
        Matcher family = FAMILY.matcher(name.strip());
        return family.find() ? family.group(1) : name.strip();
    }
}
