package fr.ecolhuma.etreprof.ingestion.google;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The file of an account, as Google's console and gcloud write it. */
final class KeyFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TOKENS = "https://oauth2.googleapis.com/token";

    private KeyFile() {}

    static TokenSource read(Path file) {
        JsonNode fields = fields(file);
        try {
            return switch (fields.path("type").asString("")) {
                case "service_account" ->
                    new ServiceAccount(
                            text(fields, "client_email"),
                            text(fields, "private_key_id"),
                            key(text(fields, "private_key")),
                            tokens(fields));
                case "authorized_user" ->
                    new LoggedInUser(
                            text(fields, "client_id"),
                            text(fields, "client_secret"),
                            text(fields, "refresh_token"),
                            tokens(fields));
                default -> throw refused("is of another kind");
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw refused("has no private key that can be read");
        }
    }

    private static JsonNode fields(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw refused("cannot be read");
        } catch (JacksonException e) {
            throw refused("is not JSON");
        }
    }

    private static URI tokens(JsonNode fields) {
        return URI.create(fields.path("token_uri").asString(TOKENS));
    }

    private static String text(JsonNode fields, String name) {
        String text = fields.path(name).asString("");
        if (text.isEmpty()) {
            throw refused("has no " + name);
        }
        return text;
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static ExportException refused(String what) {
        return new ExportException(
                "the file of GOOGLE_APPLICATION_CREDENTIALS %s; expected the JSON key of a service account"
                        .formatted(what));
    }
}
