package fr.ecolhuma.etreprof.ingestion.google;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.Map;

/** A person by the file that {@code gcloud auth application-default login} leaves; the scopes are those of the login. */
record LoggedInUser(String client, String secret, String refreshToken, URI tokens) implements TokenSource {

    @Override
    public HttpRequest request(String scope, Instant now) {
        return TokenCall.form(
                tokens,
                Map.of(
                        "grant_type", "refresh_token",
                        "client_id", client,
                        "client_secret", secret,
                        "refresh_token", refreshToken));
    }

    @Override
    public String label() {
        return "Google's token service";
    }

    @Override
    public String advice() {
        return "log in again by gcloud auth application-default login";
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "LoggedInUser";
    }
}
