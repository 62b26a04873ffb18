package fr.ecolhuma.etreprof.ingestion.google;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The service account of the machine or container that this process runs in. */
record MetadataServer(String host) implements TokenSource {

    @Override
    public HttpRequest request(String scope, Instant now) {
        String address = "http://%s/computeMetadata/v1/instance/service-accounts/default/token?scopes=%s"
                .formatted(host, URLEncoder.encode(scope, StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Metadata-Flavor", "Google")
                .build();
    }

    @Override
    public String label() {
        return "Google's metadata server";
    }

    @Override
    public String advice() {
        return "outside of Google Cloud set GOOGLE_APPLICATION_CREDENTIALS to the key file of a service account; inside, give"
                + " the service one";
    }
}
