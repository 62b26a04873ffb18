package fr.ecolhuma.etreprof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Keys with a certificate for {@code localhost} that nobody trusts. */
public final class SelfSigned {

    /** The name of the key. */
    public static final String ALIAS = "key";

    private static final String WORD = "secret";

    private SelfSigned() {}

    /** The password of the store and of its key. */
    public static char[] password() {
        return WORD.toCharArray();
    }

    /** Makes a key in a store of its own. */
    public static KeyStore make(Path store) throws IOException, InterruptedException, GeneralSecurityException {
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        WORD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, password());
        }
        return keys;
    }
}
