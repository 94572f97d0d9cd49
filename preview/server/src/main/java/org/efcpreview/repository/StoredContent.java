package org.efcpreview.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import javax.jcr.RepositoryException;
import org.apache.jackrabbit.core.RepositoryImpl;
import org.apache.jackrabbit.core.config.RepositoryConfig;
import org.apache.jackrabbit.core.id.NodeId;
import org.apache.jackrabbit.core.util.db.ConnectionHelper;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.xml.sax.InputSource;

/**
 * A repository as it lies in its directory: a database and the files of binary content, and search indexes that can be made
 * anew. Jackrabbit makes whatever it does not find; so whether all is there is looked at before it opens anything.
 */
public record StoredContent(Path directory) {
    /** The database, in the directory. */
    public static final String FILE = "database/content.mv.db";
    /** The folder of files of binary content, in the directory. */
    public static final String FILES = "datastore";

    /** The search indexes, which are made anew where they are missing. */
    public static final String INDEXES = "workspaces";

    /**
     * How the database is opened. A commit writes to the file before it returns; compaction, which H2 does when it has
     * nothing else to do, never runs, so that nothing but a save writes anything. H2's own shutdown hook would close
     * the database while requests are still being answered; a thread that is interrupted would, without "retry", close the file
     * for all.
     */
    private static final String SETTINGS =
            ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;OPTIMIZE_REUSE_RESULTS=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0";

    /**
     * How Jackrabbit is to store.
     *
     * @param made whether the repository is there; a database that is missing is not made then
     */
    public RepositoryConfig configuration(boolean made) throws RepositoryException {
        Properties variables = new Properties();
        variables.setProperty("rep.home", directory.toAbsolutePath().toString());
        variables.setProperty("database.url", url(made));
        InputSource configuration =
                new InputSource(getClass().getResource("repository.xml").toString());
        return RepositoryConfig.create(configuration, variables);
    }

    private String url(boolean made) {
        String path = directory.resolve(FILE).toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
        return "jdbc:h2:retry:" + path.replace(";", "\\;") + ";IFEXISTS=" + made + SETTINGS;
    }

    /**
     * Whether there is a repository, or none yet.
     *
     * @throws RepositoryException if there is something else
     */
    public boolean isMade() throws RepositoryException {
        if (Files.exists(directory.resolve(FILE))) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.endsWith(".lock"))
                    .toList();
            if (names.contains("repository")) {
                throw new RepositoryException(
                        directory + " holds content of an earlier version of the preview, which kept it in"
                                + " plain files; this version cannot read it. Move the home away, if you need that content, or"
                                + " delete it and install anew with --fresh");
            } else if (!names.isEmpty()) {
                throw missing("there is no " + FILE);
            }
            return false;
        } catch (IOException e) {
            throw new RepositoryException("Cannot read " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * Looks whether everything is there that Jackrabbit would make anew, silently and empty.
     *
     * @return an open connection, which is to be closed once Jackrabbit has its own: the database need not be opened twice
     * @throws RepositoryException if something is missing; says what
     */
    public Connection check() throws RepositoryException, SQLException {
        if (!Files.isDirectory(directory.resolve(FILES))) {
            throw missing("there is no folder " + FILES + ", which has pictures and documents");
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl(url(true));
        source.setUser("sa");
        ConnectionHelper database = new ConnectionHelper(source, false);
        Connection open = open(source);
        try (ResultSet workspaces =
                database.query("select FSENTRY_NAME from REPOSITORY_FSENTRY where FSENTRY_PATH = ?", "/workspaces")) {
            while (workspaces.next()) {
                String workspace = workspaces.getString(1);
                String prefix = database.prepareDbIdentifier("workspace_" + workspace + "_");
                if (!has(database, prefix + "BUNDLE", RepositoryImpl.ROOT_NODE_ID)) {
                    throw missing("the workspace " + workspace + " has no root");
                }
            }
            if (!has(database, "VERSION_BUNDLE", RepositoryImpl.VERSION_STORAGE_NODE_ID)) {
                throw missing("the versions have no root");
            }
            return open;
        } catch (SQLException | RepositoryException e) {
            open.close();
            throw e;
        }
    }

    private Connection open(JdbcDataSource source) throws SQLException {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            String newer =
                    "The database " + directory.resolve(FILE) + " was written by a newer version of the preview, or is"
                            + " none (" + e.getMessage()
                            + "). Nothing was changed. Start it with that version, put it back from a"
                            + " backup, or name another home with --home";
            throw e.getErrorCode() == ErrorCode.FILE_VERSION_ERROR_1 ? new SQLException(newer, e) : e;
        }
    }

    private static boolean has(ConnectionHelper database, String table, NodeId node) throws SQLException {
        if (!database.tableExists(table)) {
            return false;
        }
        try (ResultSet row =
                database.query("select 1 from " + table + " where NODE_ID = ?", (Object) node.getRawBytes())) {
            return row.next();
        }
    }

    private RepositoryException missing(String what) {
        return new RepositoryException("Content is missing in " + directory + ": " + what
                + ". Nothing was changed. Put it back from a backup, or delete the home and install anew with --fresh");
    }
}
