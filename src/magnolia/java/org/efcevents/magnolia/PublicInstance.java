package org.efcevents.magnolia;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Stands where a public instance would, and answers as one does that has received what was published ({@code PublicationFilter}). */
final class PublicInstance implements AutoCloseable {

    private final HttpServer server;
    private final List<String> received = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> meanwhile = path -> {};
    private volatile int status = 200;

    PublicInstance() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.magnolia/activation", this::receive);
        server.start();
    }

    private void receive(HttpExchange sent) throws IOException {
        try (sent) {
            String path =
                    URLDecoder.decode(sent.getRequestHeaders().getFirst("mgnlExchangePath"), StandardCharsets.UTF_8);
            sent.getRequestBody().readAllBytes();
            meanwhile.accept(path);
            received.add(path);
            sent.getResponseHeaders().set("sa_attribute_status", "sa_success");
            sent.sendResponseHeaders(status, -1);
        }
    }

    /** As the configuration of a receiver has it. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The paths of what it was sent, in that order. */
    List<String> received() {
        return List.copyOf(received);
    }

    /** What happens, from now on, while something is on its way to it. */
    void meanwhile(Consumer<String> happens) {
        meanwhile = happens;
    }

    /** From now on it does not take anything. */
    void refuse() {
        meanwhile(path -> {});
        status = 500;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
