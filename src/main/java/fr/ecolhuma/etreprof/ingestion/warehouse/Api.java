package fr.ecolhuma.etreprof.ingestion.warehouse;

import fr.ecolhuma.etreprof.ingestion.remote.Fetch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls of BigQuery's API for one export. What fails for a moment is tried again, a bounded number of times. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** It includes the right to run queries; what an account may read is decided by its roles. */
    private static final String SCOPE = "https://www.googleapis.com/auth/bigquery";

    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final int MOST_IN_VAIN = 5;
    /** Pages of rows have at most 20 MB, but for a single wide row. */
    private static final long LONGEST_ANSWER = 256L << 20;

    private final HttpClient client;
    private final WarehouseAccess access;
    private final TableRefusal refusal;
    private Instant answered = Instant.EPOCH;

    Api(HttpClient client, WarehouseAccess access, TableRefusal refusal) {
        this.client = client;
        this.access = access;
        this.refusal = refusal;
    }

    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(Fetch.CONNECT).build();
    }

    /** The instant of the last answer by BigQuery's clock, to the second. */
    Instant answered() {
        return answered;
    }

    /** The answer to a GET. */
    JsonNode get(String path) throws ApiFailure, InterruptedException {
        return answer(request(path).GET().build());
    }

    /** The answer to a POST; whoever posts sees to it that posting twice does no harm. */
    JsonNode post(String path, Map<String, ?> body) throws ApiFailure, InterruptedException {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(access.endpoint() + "/bigquery/v2" + path))
                .timeout(SILENCE)
                .header("Authorization", "Bearer " + access.tokens().token(SCOPE));
    }

    private JsonNode answer(HttpRequest request) throws ApiFailure, InterruptedException {
        for (int inVain = 1; ; inVain++) {
            try {
                return once(request);
            } catch (ApiFailure e) {
                if (!e.isPassing() || inVain >= MOST_IN_VAIN) {
                    throw e;
                }
            } catch (IOException e) {
                if (inVain >= MOST_IN_VAIN) {
                    throw refusal.unreachable(e);
                }
            }
            Thread.sleep(access.pause().multipliedBy(1L << (inVain - 1)));
        }
    }

    private JsonNode once(HttpRequest request) throws ApiFailure, IOException, InterruptedException {
        HttpResponse<byte[]> response =
                client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        answered = response.headers().firstValue("Date").map(Api::instant).orElseGet(Instant::now);
        JsonNode body = body(response);
        if (response.statusCode() != 200) {
            throw new ApiFailure(
                    response.statusCode(),
                    body.path("error").path("errors").path(0).path("reason").asString(""));
        }
        return body;
    }

    private static Instant instant(String date) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
    }

    private JsonNode body(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (JacksonException e) {
            if (response.statusCode() == 200) {
                throw refusal.unexpected();
            }
            return JSON.createObjectNode();
        }
    }
}
