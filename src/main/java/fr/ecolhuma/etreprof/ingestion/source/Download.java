package fr.ecolhuma.etreprof.ingestion.source;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

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
     * Writes the answer of the address to a file. A user and password in it are sent as Basic authentication, to its own
     * host alone.
     *
     * @throws ExportException if it does not answer 200, or the answer breaks off
     * @throws IllegalArgumentException if it is not an address
     */
    public void fetch(URI address, Path target) {
        HttpRequest request = request(address);
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            int status = status(client, request, target);
            if (status != 200) {
                throw new ExportException("%s: the address of the %s export answered %d, expected 200%s"
                        .formatted(name, role, status, advice(status)));
            }
        }
    }

    /** The client drops the header where a redirect leads to another host. */
    private static HttpRequest request(URI address) {
        String user = address.getUserInfo();
        if (user == null) {
            return HttpRequest.newBuilder(address).build();
        }
        String bare = address.toString().replaceFirst(Pattern.quote(address.getRawUserInfo() + "@"), "");
        String basic = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(bare))
                .header("Authorization", "Basic " + basic)
                .build();
    }

    private static String advice(int status) {
        return status == 401 ? "; check the user and password in the address (https://user:password@host/…)" : "";
    }

    private int status(HttpClient client, HttpRequest request, Path target) {
        try {
            return client.sendAsync(request, HttpResponse.BodyHandlers.ofFile(target))
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
        } catch (ExecutionException e) {
            if (String.valueOf(e.getMessage()).contains("No space left")) {
                throw ExportException.diskFull(name);
            }
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
