package org.efcevents.pages;

import java.nio.file.Path;
import javax.jcr.RepositoryException;
import org.efcpreview.repository.Accounts;
import org.efcpreview.repository.ContentRepository;
import org.efcpreview.web.InstalledHome;

/** Who works in the author instance of a site. They may open all of its pages; what they may do is up to their other roles. */
final class Editors {

    /** Of each of them. */
    static final String PASSWORD = "long-enough";

    private static final String OPENS = "opens";

    private final ContentRepository author;

    Editors(ContentRepository author) throws RepositoryException {
        this.author = author;
        Accounts.grant(author, OPENS, "acl_uri", "/*", 63);
    }

    /** A site with the samples and with what is put into its author instance, at a place where there is nothing yet. */
    static Site site(Path home, Filling filling) throws Exception {
        InstalledHome.at(home);
        try (ContentRepository author = ContentRepository.open(home.resolve("author"))) {
            filling.fill(author, new Editors(author));
        }
        return Site.again(home);
    }

    /** Puts people, and what they work on, into an author instance. */
    interface Filling {
        void fill(ContentRepository author, Editors editors) throws Exception;
    }

    /** Adds somebody who may keep the archive, and what else a role lets them do. */
    void editor(String name, String... role) throws RepositoryException {
        add(name, "efc-events-editor", role);
    }

    /** Adds somebody who may read what editors read, and change nothing. */
    void reader(String name) throws RepositoryException {
        Accounts.grant(author, "reads", "acl_efc-events", "/*", 8);
        add(name, "reads");
    }

    /** Adds somebody who may open pages, and neither reads nor changes the archive. */
    void onlooker(String name) throws RepositoryException {
        Accounts.add(author, name, PASSWORD, OPENS);
    }

    private void add(String name, String first, String... others) throws RepositoryException {
        String[] roles = new String[others.length + 2];
        roles[0] = first;
        roles[1] = OPENS;
        System.arraycopy(others, 0, roles, 2, others.length);
        Accounts.add(author, name, PASSWORD, roles);
    }
}
