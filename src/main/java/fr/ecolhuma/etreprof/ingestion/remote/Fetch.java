package fr.ecolhuma.etreprof.ingestion.remote;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One request whose answer goes to a file.
 *
 * @param limit the longest time in all: a server that sends slowly must not hold an extraction forever
 * @param silence the longest time without a byte
 */
public record Fetch(Duration limit, Duration silence) {

    /** The address did not answer in time. */
    public static final class TooLate extends Exception {

        private static final long serialVersionUID = 1;

        TooLate(String message) {
            super(message);
        }
    }

    /** The longest wait for a connection. */
    public static final Duration CONNECT = Duration.ofSeconds(20);

    private static final long LOOK_MILLIS = 250;
    private static final int WHOLE = 200;
    private static final int PART = 206;

    /** A client for one export: it follows redirects, but not from https to http. */
    public static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /**
     * Writes the body of an answer 200 to the file, and adds that of an answer 206 to it; others leave it as it is.
     *
     * @return the status
     * @throws IOException if there is no whole answer, or no space on the disk
     * @throws TooLate if it takes longer than the limits
     */
    public int into(Path target, HttpClient client, HttpRequest request)
            throws IOException, TooLate, InterruptedException {
        CompletableFuture<HttpResponse<Path>> answer = client.sendAsync(request, status -> body(status, target));
        try {
            return await(answer, target).statusCode();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static HttpResponse.BodySubscriber<Path> body(HttpResponse.ResponseInfo answer, Path target) {
        return switch (answer.statusCode()) {
            case WHOLE ->
                BodySubscribers.ofFile(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
            case PART ->
                BodySubscribers.ofFile(
                        target, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
            default -> BodySubscribers.replacing(target);
        };
    }

    private HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> answer, Path target)
            throws IOException, ExecutionException, TooLate, InterruptedException {
        long begin = System.nanoTime();
        long heard = begin;
        long size = size(target);
        while (true) {
            try {
                return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = System.nanoTime();
                long grown = size(target);
                heard = grown == size ? heard : now;
                size = grown;
                require(now - begin, limit, "was not fetched within %d s");
                require(now - heard, silence, "was not fetched: its address sent nothing for %d s");
            }
        }
    }

    private static void require(long nanos, Duration most, String message) throws TooLate {
        if (nanos > most.toNanos()) {
            throw new TooLate(message.formatted(most.toSeconds()));
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }
}
