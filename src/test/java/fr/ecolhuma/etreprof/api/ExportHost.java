package fr.ecolhuma.etreprof.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Hands out a folder's files over HTTP, and holds an answer back for as long as a test wants. */
public final class ExportHost {

    private final Path folder;
    private final HttpServer server;
    private volatile Hold hold = new Hold();

    /** One request that waits. */
    public static final class Hold implements AutoCloseable {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);

        /** Returns as soon as the file is asked for. */
        public void awaitRequest() throws InterruptedException {
            asked.await();
        }

        @Override
        public void close() {
            released.countDown();
        }
    }

    private ExportHost(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
        hold.close();
    }

    static ExportHost of(Path folder) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ExportHost host = new ExportHost(folder, server);
            server.setExecutor(Executors.newCachedThreadPool(
                    task -> Thread.ofPlatform().daemon().unstarted(task)));
            server.createContext("/", host::answer);
            server.start();
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** From now on files are held back, until the hold is closed. */
    public Hold hold() {
        hold = new Hold();
        return hold;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            hold.asked.countDown();
            hold.released.await();
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            if (!Files.exists(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] bytes = Files.readAllBytes(file);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
