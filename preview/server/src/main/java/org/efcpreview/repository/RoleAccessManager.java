package org.efcpreview.repository;

import javax.jcr.AccessDeniedException;
import javax.jcr.RepositoryException;
import javax.jcr.UnsupportedRepositoryOperationException;
import javax.jcr.security.Privilege;
import org.apache.jackrabbit.core.HierarchyManager;
import org.apache.jackrabbit.core.id.ItemId;
import org.apache.jackrabbit.core.id.PropertyId;
import org.apache.jackrabbit.core.security.AMContext;
import org.apache.jackrabbit.core.security.SystemPrincipal;
import org.apache.jackrabbit.core.security.authorization.AccessControlProvider;
import org.apache.jackrabbit.core.security.authorization.Permission;
import org.apache.jackrabbit.core.security.authorization.WorkspaceAccessManager;
import org.apache.jackrabbit.core.security.principal.AdminPrincipal;
import org.apache.jackrabbit.core.security.simple.SimpleAccessManager;
import org.apache.jackrabbit.spi.Name;
import org.apache.jackrabbit.spi.Path;
import org.apache.jackrabbit.spi.commons.conversion.NamePathResolver;
import org.apache.jackrabbit.spi.commons.name.PathFactoryImpl;
import org.efcpreview.repository.User.UserPrincipal;

/**
 * Decides what a session reads and writes, by the access list of its user in its workspace. Made by Jackrabbit, one for
 * each session.
 *
 * <p>The rules are those of Magnolia's {@code DefaultACLBasedPermissions} and {@code RootOnlyPermissions}:
 *
 * <ul>
 *   <li>A subject with an {@link AdminPrincipal} may do everything, and so may the user {@code superuser}, whatever roles that
 *       has ({@code info.magnolia.jaas.sp.jcr.JackrabbitAuthenticationModule}).
 *   <li>The root node can always be read.
 *   <li>A property met at its node is readable where the node is; one that is asked for by its absolute path only if an
 *       entry matches that path, so {@code /x} 8 alone does not open {@code /x/title} to
 *       {@link javax.jcr.Session#getProperty}.
 *   <li>Without an access list for the workspace the root node is readable, and nothing else.
 *   <li>Writing is looked up at the path of the very item: setting {@code /x/title} needs an entry that matches
 *       {@code /x/title}.
 * </ul>
 */
public final class RoleAccessManager extends SimpleAccessManager {
    /** Jackrabbit's kinds of access and what each needs of a permission of Magnolia. */
    private static final long[][] NEEDS = {
        {Permission.READ, AccessEntry.READ},
        {Permission.SET_PROPERTY, AccessEntry.SET},
        {Permission.ADD_NODE | Permission.NODE_TYPE_MNGMT | Permission.MODIFY_CHILD_NODE_COLLECTION, AccessEntry.ADD},
        {Permission.REMOVE_NODE | Permission.REMOVE_PROPERTY, AccessEntry.REMOVE},
        {Permission.READ_AC | Permission.MODIFY_AC | Permission.VERSION_MNGMT, AccessEntry.EXECUTE},
        {Permission.LOCK_MNGMT | Permission.LIFECYCLE_MNGMT | Permission.RETENTION_MNGMT, AccessEntry.EXECUTE},
    };

    private HierarchyManager hierarchy;
    private NamePathResolver resolver;
    private AccessList access;
    private boolean everything;
    /** The node that was asked for last: its properties follow one after the other. */
    private ItemId last;

    private boolean readable;

    /** Called by Jackrabbit. */
    public RoleAccessManager() {}

    /** Lets everybody enter every workspace: Magnolia does not restrict that, it restricts what is seen inside. */
    @Override
    public void init(AMContext context, AccessControlProvider provider, WorkspaceAccessManager workspaces)
            throws Exception {
        super.init(context, null, null);
        hierarchy = context.getHierarchyManager();
        resolver = context.getNamePathResolver();
        everything = !context.getSubject().getPrincipals(SystemPrincipal.class).isEmpty()
                || !context.getSubject().getPrincipals(AdminPrincipal.class).isEmpty();
        for (UserPrincipal principal : context.getSubject().getPrincipals(UserPrincipal.class)) {
            everything |= principal.user().isSystem() || principal.user().isSuperuser();
            access = principal.access();
        }
    }

    @Override
    public boolean canRead(Path itemPath, ItemId itemId) throws RepositoryException {
        checkInitialized();
        if (everything) {
            return true;
        }
        if (itemPath != null) {
            return canRead(itemPath);
        }
        ItemId node = itemId.denotesNode() ? itemId : ((PropertyId) itemId).getParentId();
        if (!node.equals(last)) {
            readable = canRead(hierarchy.getPath(node));
            last = node;
        }
        return readable;
    }

    private boolean canRead(Path path) throws RepositoryException {
        return path.denotesRoot() || access != null && access.grants(resolver.getJCRPath(path), AccessEntry.READ);
    }

    @Override
    public boolean isGranted(Path absPath, int permissions) throws RepositoryException {
        checkInitialized();
        if (!absPath.isAbsolute()) {
            throw new RepositoryException("Not an absolute path: " + absPath);
        }
        if (everything) {
            return true;
        }
        // It may be about to move.
        last = null;
        if (access == null) {
            return absPath.denotesRoot();
        }
        long wanted = 0;
        for (long[] need : NEEDS) {
            if ((permissions & need[0]) != 0) {
                wanted |= need[1];
            }
        }
        return access.grants(resolver.getJCRPath(absPath), wanted);
    }

    @Override
    public boolean isGranted(Path parentPath, Name childName, int permissions) throws RepositoryException {
        return isGranted(PathFactoryImpl.getInstance().create(parentPath, childName, true), permissions);
    }

    @Override
    @SuppressWarnings("deprecation") // Jackrabbit still asks with the three kinds of access that it had first
    public boolean isGranted(ItemId id, int actions) throws RepositoryException {
        boolean node = id.denotesNode();
        int write = node ? Permission.SET_PROPERTY | Permission.ADD_NODE : Permission.SET_PROPERTY;
        int remove = node ? Permission.REMOVE_NODE : Permission.REMOVE_PROPERTY;
        return isGranted(
                hierarchy.getPath(id),
                ((actions & READ) == 0 ? 0 : Permission.READ)
                        | ((actions & WRITE) == 0 ? 0 : write)
                        | ((actions & REMOVE) == 0 ? 0 : remove));
    }

    @Override
    public void checkPermission(Path absPath, int permissions) throws RepositoryException {
        if (!isGranted(absPath, permissions)) {
            throw new AccessDeniedException("Access denied at " + resolver.getJCRPath(absPath));
        }
    }

    @Override
    public void checkRepositoryPermission(int permissions) throws AccessDeniedException {
        checkInitialized();
        if (!everything) {
            throw new AccessDeniedException("Access denied: namespaces, node types, workspaces and privileges are"
                    + " registered by the system only");
        }
    }

    @Override
    protected void checkPermission(String absPath, int permission) throws RepositoryException {
        checkValidNodePath(absPath);
        checkPermission(resolver.getQPath(absPath), permission);
    }

    @Override
    public boolean hasPrivileges(String absPath, Privilege[] wanted) throws RepositoryException {
        throw unsupported();
    }

    @Override
    public Privilege[] getPrivileges(String absPath) throws RepositoryException {
        throw unsupported();
    }

    private static RepositoryException unsupported() {
        return new UnsupportedRepositoryOperationException(
                "Access is ruled by the role nodes of the workspace userroles, not by JCR policies");
    }
}
