package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Fetches an export from an http(s) address.
 *
 * @param role the role of the export
 * @param name its name for messages, without a query and so without a token
 * @param limit the longest time in all: a server that stops sending must not hold an extraction forever
 */
public record Download(String role, String name, Duration limit) {

    private static final Duration CONNECT = Duration.ofSeconds(20);

    /**
     * Writes the answer of the address to a file.
     *
     * @throws ExportException if it does not answer 200, or the answer breaks off
     * @throws IllegalArgumentException if it is not an address
     */
    public void fetch(URI address, Path target) {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            int status = status(client, request, target);
            if (status != 200) {
                throw new ExportException(
                        "%s: the address of the %s export answered %d, expected 200".formatted(name, role, status));
            }
        }
    }

    private int status(HttpClient client, HttpRequest request, Path target) {
        try {
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofFile(target))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
        } catch (ExecutionException e) {
            throw new ExportException(
                    "%s: the address of the %s export cannot be read; check it and try again".formatted(name, role));
        } catch (TimeoutException e) {
            client.shutdownNow();
            throw new ExportException("%s: the %s export was not fetched within %d s; check its address and try again"
                    .formatted(name, role, limit.toSeconds()));
        } catch (InterruptedException e) {
            client.shutdownNow();
            Thread.currentThread().interrupt();
            throw new ExportException("%s: fetching the %s export was interrupted".formatted(name, role));
        }
    }
}
