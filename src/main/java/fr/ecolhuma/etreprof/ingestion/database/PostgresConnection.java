package fr.ecolhuma.etreprof.ingestion.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/** Connects to PostgreSQL; every wait for the network ends. */
final class PostgresConnection {

    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration LOGIN = Duration.ofSeconds(30);
    /** A query that sorts may think for long before its first row. */
    private static final Duration SILENCE = Duration.ofMinutes(10);

    private PostgresConnection() {}

    static PgConnection open(PostgresServer server, DatabaseAccess access) throws SQLException {
        String url = "jdbc:postgresql://%s:%d/%s"
                .formatted(
                        server.host(),
                        server.port(),
                        URLEncoder.encode(server.name(), StandardCharsets.UTF_8).replace("+", "%20"));
        return Objects.requireNonNull(new Driver().connect(url, properties(server, access)))
                .unwrap(PgConnection.class);
    }

    private static Properties properties(PostgresServer server, DatabaseAccess access) {
        Properties properties = new Properties();
        set(properties, PGProperty.USER, server.user() == null ? access.user() : server.user());
        set(properties, PGProperty.PASSWORD, access.password());
        set(properties, PGProperty.CONNECT_TIMEOUT, seconds(CONNECT));
        set(properties, PGProperty.LOGIN_TIMEOUT, seconds(LOGIN));
        set(properties, PGProperty.SOCKET_TIMEOUT, seconds(SILENCE));
        set(properties, PGProperty.TCP_KEEP_ALIVE, "true");
        set(properties, PGProperty.APPLICATION_NAME, "etreprof");
        set(properties, PGProperty.GSS_ENC_MODE, "disable");
        // a pool in between may give each statement another connection
        set(properties, PGProperty.PREPARE_THRESHOLD, "0");
        server.tls().forEach(properties::setProperty);
        if (server.verifies() && !server.tls().containsKey("sslrootcert")) {
            set(properties, PGProperty.SSL_FACTORY, DefaultJavaSSLFactory.class.getName());
        }
        return properties;
    }

    private static String seconds(Duration duration) {
        return String.valueOf(duration.toSeconds());
    }

    private static void set(Properties properties, PGProperty property, @Nullable String value) {
        if (value != null) {
            properties.setProperty(property.getName(), value);
        }
    }
}
