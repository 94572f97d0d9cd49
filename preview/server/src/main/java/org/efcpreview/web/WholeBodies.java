package org.efcpreview.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeoutException;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IO;

/**
 * Hands a request on when all of its body is there: one that comes slowly, or not to its end, keeps no thread from others. A
 * body waits in memory, a larger one in a file.
 */
final class WholeBodies extends Handler.Wrapper {
    private final Path directory;

    /** @param directory where bodies wait */
    WholeBodies(Handler shown, Path directory) {
        super(shown);
        this.directory = directory;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long length = request.getLength();
        if (length == 0) {
            return super.handle(request, response, callback);
        }
        if (length > 2 * SentForm.MOST) {
            Response.writeError(request, response, callback, 413);
            return true;
        }
        DeferredFileOutputStream body = DeferredFileOutputStream.builder()
                .setThreshold(SentForm.IN_MEMORY)
                .setPrefix("body")
                .setDirectory(directory)
                .get();
        Content.Sink sink = (last, bytes, written) -> {
            try {
                if (body.getByteCount() <= SentForm.MOST) {
                    BufferUtil.writeTo(bytes, body);
                } else if (length < 0) {
                    throw new HttpException.RuntimeException(413);
                }
                // What says how long it is is read to its end: a browser shows no answer before it has sent it all.
                written.succeeded();
            } catch (IOException | RuntimeException e) {
                written.failed(e);
            }
        };
        Content.copy(request, sink, Callback.from(() -> handOn(request, body, response, callback), failure -> {
            IO.close(body);
            if (!body.isInMemory()) {
                IO.delete(body.getPath());
            }
            Response.writeError(request, response, callback, meant(failure));
        }));
        return true;
    }

    private static Throwable meant(Throwable failure) {
        return failure instanceof TimeoutException ? new HttpException.RuntimeException(408, failure) : failure;
    }

    private void handOn(Request request, DeferredFileOutputStream body, Response response, Callback callback) {
        try {
            body.close();
            InputStream in = body.isInMemory()
                    ? new ByteArrayInputStream(body.getData())
                    : Files.newInputStream(body.getPath(), StandardOpenOption.DELETE_ON_CLOSE);
            Callback answered = Callback.from(callback, () -> IO.close(in));
            if (body.getByteCount() > SentForm.MOST) {
                Response.writeError(request, response, answered, 413);
            } else if (!super.handle(new Whole(request, Content.Source.from(in)), response, answered)) {
                Response.writeError(request, response, answered, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static final class Whole extends Request.Wrapper {
        private final Content.Source body;

        Whole(Request request, Content.Source body) {
            super(request);
            this.body = body;
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable reading) {
            body.demand(reading);
        }
    }
}
