package fr.ecolhuma.etreprof.ingestion.google;

import java.net.http.HttpRequest;
import java.time.Instant;

/** The account whose tokens are asked for. */
sealed interface TokenSource permits MetadataServer, ServiceAccount, LoggedInUser {

    /** The request for a token. */
    HttpRequest request(String scope, Instant now);

    /** The account, for messages. */
    String label();

    /** What to do where no token comes. */
    String advice();
}
