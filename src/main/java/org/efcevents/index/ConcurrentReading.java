package org.efcevents.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.efcevents.content.ContentException;

/**
 * Reads many nodes in as many threads as there are processors, the calling one among them, with sessions that see everything. None of
 * them is left when it is done.
 *
 * @param <T> what tells which node, such as its identifier
 */
final class ConcurrentReading<T> {

    /** Few enough that all threads end at about the same time, enough that handing them over costs nothing. */
    private static final int BATCH = 64;

    /** More would wait for the repository. */
    private static final int MOST_THREADS = 8;

    private final Reader<T> reader;
    private final ExecutorService others;
    private final Queue<Session> idle = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();
    private List<T> batch = new ArrayList<>();

    /** Reads what is to be read of a node; called by several threads at the same time. */
    interface Reader<T> {
        void read(T which, Session session) throws RepositoryException;
    }

    /** Tells of the nodes, one after the other. */
    interface Source<T> {
        void forEach(Consumer<T> nodes) throws RepositoryException;
    }

    private ConcurrentReading(Reader<T> reader, ExecutorService others) {
        this.reader = reader;
        this.others = others;
    }

    /**
     * Reads all nodes, in any order, and returns when all have been read.
     *
     * @param session of the repository and workspace; it reads none of them, so that the source may use it
     * @throws ContentException if one of them cannot be read
     */
    static <T> void readAll(Session session, Source<T> nodes, Reader<T> reader) throws RepositoryException {
        int threads = Math.max(2, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
        // When all the others are busy and have something to go on with, the calling thread reads, too.
        ExecutorService others = new ThreadPoolExecutor(
                threads - 1,
                threads - 1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(threads),
                new ThreadPoolExecutor.CallerRunsPolicy());
        ConcurrentReading<T> reading = new ConcurrentReading<>(reader, others);
        List<Session> sessions = new ArrayList<>();
        try {
            while (sessions.size() < threads) {
                sessions.add(ArchiveIndex.openAll(session));
            }
            reading.idle.addAll(sessions);
            nodes.forEach(reading::add);
            reading.begin();
        } finally {
            try {
                reading.finish();
            } finally {
                others.shutdown();
                sessions.forEach(Session::logout);
            }
        }
    }

    private void add(T node) {
        batch.add(node);
        if (batch.size() == BATCH) {
            begin();
        }
    }

    private void begin() {
        List<T> full = batch;
        batch = new ArrayList<>();
        begun.add(CompletableFuture.runAsync(() -> read(full), others));
    }

    private void read(List<T> nodes) {
        Session session = idle.remove();
        try {
            for (T node : nodes) {
                try {
                    reader.read(node, session);
                } catch (RepositoryException e) {
                    throw new ContentException(
                            node + " cannot be read (workspace "
                                    + session.getWorkspace().getName() + "): " + e,
                            e);
                }
            }
        } finally {
            idle.add(session);
        }
    }

    /** Not to be interrupted: a session must not be closed while it reads. */
    private void finish() {
        try {
            CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : e;
        }
    }
}
