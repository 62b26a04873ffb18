package fr.ecolhuma.etreprof.api;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Makes requests from the description of the API, most of them wrong somewhere; the same seed gives the same ones. */
final class RequestFuzzer {

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");
    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "26",
            "50",
            "51",
            "9999999999999999999999",
            "1e3",
            "0x1F",
            "1.5",
            " 1",
            "+2",
            "null",
            "true",
            "false",
            "article",
            "mental_health",
            "college",
            "fiche_outils/165",
            "a/1,b/2,",
            "../../etc/passwd",
            "%00",
            "é",
            "🙂",
            "'; DROP TABLE users; --",
            "<script>alert(1)</script>",
            "${7*7}",
            "{{7*7}}",
            "%",
            "%zz",
            "\u0000",
            "٣",
            "NaN",
            "2024-02-30",
            "20250710-a5b9eef0f1ba",
            "csv",
            "json",
            "xlsx",
            "first",
            "MjAyNDAxMDEtMDEyMzQ1Njc4OWFiOjI6Nzo1YzVlYmNiNw",
            "A".repeat(300));
    private static final List<String> HEADERS = List.of(
            "Accept: application/json",
            "Accept: text/html",
            "Accept: */*;q=0",
            "Accept: nonsense",
            "Accept: text/csv",
            "Accept: text/event-stream;q=0.1",
            "Accept-Charset: utf-99",
            "Accept-Encoding: gzip, br;q=2",
            "Accept-Encoding: gzip",
            "Accept-Encoding: gzip, identity;q=0",
            "Accept-Encoding: *;q=0",
            "Accept-Encoding: ;q=,,gzip;q=\u00e9",
            "Content-Type: application/json",
            "Content-Type: text/markdown; charset=utf-16",
            "Content-Type: text/plain; charset=nonsense",
            "Content-Type: multipart/form-data",
            "Content-Type: multipart/form-data; boundary=edge",
            "Content-Type: application/x-ndjson",
            "Content-Type: ;;",
            "Content-Type: application/x-www-form-urlencoded",
            "If-None-Match: *",
            "If-None-Match: \"x\", W/\"y\"",
            "If-None-Match: W/\"x\"",
            "If-None-Match: \"",
            "If-None-Match: ,,W/,x",
            "If-Modified-Since: never",
            "If-Match: \"x\"",
            "Range: bytes=0-4",
            "Range: bytes=9-1,-",
            "Origin: https://etreprof.fr",
            "Origin: null",
            "X-Forwarded-For: 203.0.113.7",
            "Forwarded: for=unknown",
            "X-HTTP-Method-Override: DELETE",
            "Authorization: Bearer nonsense",
            "Authorization: Basic Zm9vOmJhcg==",
            "Cookie: JSESSIONID=1; a=b",
            "traceparent: 00-zz",
            "X-Cloud-Trace-Context: /;",
            "Prefer: respond-sometimes",
            "Idempotency-Key: " + "k".repeat(500),
            "Expect: 200-ok",
            "X-Long: " + "x".repeat(4000),
            "Last-Event-ID: -1");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "\"text\"",
            "{\"content\": null}",
            "{\"content\": 3}",
            "{\"content\": \"\"}",
            "{\"contents\": [{\"type\": \"article\"}]}",
            "{\"contents\": {}}",
            "{\"limit\": 1e99, \"contents\": []}",
            "{\"a\": {\"a\": {\"a\": 1}}",
            "[".repeat(3000),
            "{\"id\": 1, \"text\": \"bonjour\"}\n\n{",
            "\u0000\u0001",
            "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7 nothing\r\n--edge--",
            "--edge\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n",
            "# Un titre\n\nUn texte sur les fractions.");

    private final ApiDocument document;
    private final List<ApiDocument.Operation> operations;
    private final SplittableRandom random;

    RequestFuzzer(ApiDocument document, long seed) {
        this.document = document;
        this.operations = document.operations().stream()
                .filter(operation ->
                        !operation.node().path("x-fuzz").asString("").equals("false"))
                .toList();
        this.random = new SplittableRandom(seed);
    }

    /** A request, and the method that its first line names. */
    record Request(String method, byte[] bytes) {

        @Override
        public String toString() {
            return new String(bytes, 0, Math.min(bytes.length, 1500), StandardCharsets.UTF_8);
        }
    }

    Request next() {
        ApiDocument.Operation operation = operations.get(random.nextInt(operations.size()));
        String method = chance(85) ? operation.method() : one(METHODS);
        byte[] body = chance(80) ? one(bodies(operation)).getBytes(StandardCharsets.UTF_8) : noise();
        StringBuilder head = new StringBuilder(method + " " + target(operation) + " HTTP/1.1\r\nHost: localhost\r\n");
        if (chance(50)) {
            operation.node().path("requestBody").path("content").propertyNames().stream()
                    .findFirst()
                    .ifPresent(
                            type -> head.append("Content-Type: ").append(type).append("\r\n"));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            head.append(one(HEADERS)).append("\r\n");
        }
        head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return new Request(method, request.toByteArray());
    }

    private String target(ApiDocument.Operation operation) {
        String path = operation.path();
        boolean harmless = !operation.node().path("x-fuzz").asString("").equals("wrong");
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : document.parameters(operation)) {
            String name = parameter.get("name").stringValue();
            String value = harmless && chance(60) && parameter.has("example")
                    ? parameter.get("example").asString()
                    : one(VALUES);
            if (parameter.get("in").stringValue().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value));
            } else if (chance(40)) {
                query.add(name + "=" + encoded(value));
            }
        }
        if (chance(10)) {
            query.add(encoded(one(VALUES)) + "=" + encoded(one(VALUES)));
        }
        return mutated(query.isEmpty() ? path : path + "?" + String.join("&", query));
    }

    /** Mostly as it is; else a character more, a part doubled, or one in capitals. */
    private String mutated(String target) {
        int at = random.nextInt(target.length());
        return switch (random.nextInt(20)) {
            case 0 -> target.substring(0, at) + (char) ('!' + random.nextInt(94)) + target.substring(at);
            case 1 -> target + "/";
            case 2 -> target.substring(0, at) + target;
            case 3 -> target.toUpperCase(Locale.ROOT);
            default -> target;
        };
    }

    private String encoded(String value) {
        return chance(95) ? URLEncoder.encode(value, StandardCharsets.UTF_8) : value.replaceAll("[\\s\\p{Cntrl}]", "");
    }

    private List<String> bodies(ApiDocument.Operation operation) {
        List<String> bodies = new ArrayList<>(BODIES);
        operation
                .node()
                .path("requestBody")
                .path("content")
                .forEach(media -> media.path("examples").forEach(example -> {
                    JsonNode value = example.get("value");
                    String text = value.isString() ? value.stringValue() : value.toString();
                    bodies.add(text);
                    bodies.add(damaged(text));
                    bodies.add(damaged(damaged(text)));
                }));
        return bodies;
    }

    /** One character less, more or other. */
    private String damaged(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        String other = random.nextBoolean() ? "" : one(VALUES);
        return text.substring(0, at) + other + text.substring(at + random.nextInt(2));
    }

    private byte[] noise() {
        byte[] bytes = new byte[random.nextInt(200)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
