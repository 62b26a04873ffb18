package fr.ecolhuma.etreprof.ingestion.google;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.remote.Fetch;
import fr.ecolhuma.etreprof.ingestion.remote.NetworkTrouble;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call for a token. */
final class TokenCall {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TokenCall() {}

    /** A form as a request. */
    static HttpRequest form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** A new token of an account. */
    static AccessToken answer(TokenSource source, String scope, Instant now) {
        try (HttpClient client = Fetch.client()) {
            HttpRequest request = HttpRequest.newBuilder(source.request(scope, now), (name, value) -> true)
                    .timeout(Fetch.CONNECT)
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw refused(source, "answered %d, expected 200".formatted(answer.statusCode()));
            }
            return token(source, answer.body(), now);
        } catch (IOException e) {
            throw refused(
                    source,
                    NetworkTrouble.behind(e).map(NetworkTrouble::message).orElse("the connection broke off"));
        } catch (InterruptedException e) {
            throw Cancellation.whileWaiting();
        }
    }

    private static AccessToken token(TokenSource source, String body, Instant now) {
        try {
            JsonNode fields = JSON.readTree(body);
            String value = fields.path("access_token").asString("");
            if (!value.isEmpty()) {
                return new AccessToken(
                        value, now.plusSeconds(fields.path("expires_in").asLong(0)));
            }
        } catch (JacksonException e) {
            // refused below
        }
        throw refused(source, "answered without a token");
    }

    private static ExportException refused(TokenSource source, String what) {
        return new ExportException("no access to Google: %s: %s; %s".formatted(source.label(), what, source.advice()));
    }
}
