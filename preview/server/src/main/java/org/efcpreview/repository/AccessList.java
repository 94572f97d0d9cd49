package org.efcpreview.repository;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.jcr.Session;
import org.apache.jackrabbit.core.SessionImpl;
import org.efcpreview.repository.User.UserPrincipal;

/**
 * What somebody may do in one workspace, or with the addresses of the server: entries of which the longest matching
 * pattern counts and, among matching patterns of one length, the one that allows more. So does
 * {@code info.magnolia.cms.security.AccessManagerImpl}.
 *
 * @param entries those that count before others first
 */
public record AccessList(List<AccessEntry> entries) {
    /** Sorts a copy of the entries. */
    public AccessList {
        entries = entries.stream()
                .sorted(comparing((AccessEntry entry) -> entry.path().length())
                        .thenComparing(AccessEntry::allowed)
                        .reversed())
                .toList();
    }

    /** What a session may do: what its user was allowed when it was opened. Nothing for the system, which is asked for nothing. */
    public static AccessList of(Session session) {
        return ((SessionImpl) session)
                .getSubject().getPrincipals(UserPrincipal.class).stream()
                        .map(UserPrincipal::access)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(new AccessList(List.of()));
    }

    /** Its entries, for templates. */
    public List<AccessEntry> getPermissionList() {
        return entries;
    }

    /** {@return what is allowed at the path; 0 where no pattern matches} */
    long permissions(String path) {
        for (AccessEntry entry : entries) {
            if (entry.path().matches(path)) {
                return entry.allowed();
            }
        }
        return 0;
    }

    /** {@return whether all the wanted permissions are allowed at the path} */
    boolean grants(String path, long wanted) {
        return (permissions(path.isEmpty() ? "/" : path) & wanted) == wanted;
    }

    /**
     * The list as a repository session needs it: the repository's own part, with node types and versions, is readable.
     * As {@code info.magnolia.cms.core.MagnoliaAccessProvider} does, and no more than that: an entry of its own that
     * is longer than, for example, {@code /*} 63, makes it read-only.
     */
    AccessList withSystemPart() {
        List<AccessEntry> all = new ArrayList<>(entries);
        for (String path : List.of("/jcr:system", "/jcr:system/*")) {
            if (entries.stream()
                    .noneMatch(e -> e.allowed() == AccessEntry.READ && e.path().matches(path))) {
                all.add(AccessEntry.of(path, AccessEntry.READ));
            }
        }
        return new AccessList(all);
    }
}
