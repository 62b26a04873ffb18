package fr.ecolhuma.etreprof.ingestion.remote;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fetches an export from an http(s) address.
 *
 * @param role the role of the export
 * @param name its name for messages, without a query and so without a token
 * @param fetch how long it may take
 */
public record Download(String role, String name, Fetch fetch) {

    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration SILENCE = Duration.ofMinutes(2);

    /** A download of usual length. */
    public static Download of(String role, String name) {
        return new Download(role, name, new Fetch(LONGEST, SILENCE));
    }

    /**
     * Writes the answer of the address to a file. A user and password are sent as Basic authentication, to its own host
     * alone.
     *
     * @param password of a user who stands without one in the address; null for none
     * @throws ExportException if it does not answer 200, or the answer breaks off
     * @throws IllegalArgumentException if it is not an address
     */
    public void fetch(URI address, @Nullable String password, Path target) {
        HttpRequest request = request(address, password);
        try (HttpClient client = Fetch.client()) {
            int status = status(client, request, target);
            if (status != 200) {
                throw new ExportException("%s: the address of the %s export answered %d, expected 200%s"
                        .formatted(name, role, status, advice(status)));
            }
        }
    }

    /** The client drops the header where a redirect leads to another host. */
    private static HttpRequest request(URI address, @Nullable String password) {
        String user = address.getUserInfo();
        if (user == null) {
            return HttpRequest.newBuilder(address).build();
        }
        String bare = address.toString().replaceFirst(Pattern.quote(address.getRawUserInfo() + "@"), "");
        String both = user.indexOf(':') < 0 && password != null ? user + ':' + password : user;
        String basic = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(bare))
                .header("Authorization", "Basic " + basic)
                .build();
    }

    private static String advice(int status) {
        return switch (status) {
            case 401 ->
                "; check the user in the address (https://user@host/…) and the password in ETREPROF_EXPORTS_PASSWORD";
            case 403 -> "; its user may not read it, or a signed address has expired";
            case 404, 410 -> "; there is no such file, check the path in the address";
            default -> status == 429 || status >= 500 ? "; its server is in trouble, try again later" : "";
        };
    }

    private int status(HttpClient client, HttpRequest request, Path target) {
        try {
            return fetch.into(target, client, request);
        } catch (IOException e) {
            if (ScratchWriting.isFull(e)) {
                throw ExportException.diskFull(name);
            }
            throw new ExportException("%s: the address of the %s export cannot be read: %s"
                    .formatted(
                            name,
                            role,
                            NetworkTrouble.behind(e)
                                    .map(NetworkTrouble::message)
                                    .orElse("the connection broke off; try again")));
        } catch (Fetch.TooLate e) {
            client.shutdownNow();
            throw new ExportException(
                    "%s: the %s export %s; check its address and try again".formatted(name, role, e.getMessage()));
        } catch (InterruptedException e) {
            client.shutdownNow();
            Thread.currentThread().interrupt();
            throw new ExportException("%s: fetching the %s export was interrupted".formatted(name, role));
        }
    }
}
