package fr.ecolhuma.etreprof.api.edge.access;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.ecolhuma.etreprof.api.Calls;
import fr.ecolhuma.etreprof.api.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** A real nginx before a service on this machine, with each way to pass a request on at a port of its own. */
final class Nginx implements AutoCloseable {

    private static final Path BINARY = Path.of("/usr/sbin/nginx");

    /** What stands in the location; %d is the port of the service. */
    enum Form {
        DEFAULT("proxy_pass http://127.0.0.1:%d;"),
        DEFAULT_IPV6("proxy_pass http://[::1]:%d;"),
        DEFAULT_NAME("proxy_pass http://localhost:%d;"),
        DEFAULT_UPSTREAM("proxy_pass http://app;"),
        FORWARDED("""
                proxy_pass http://127.0.0.1:%d; include /etc/nginx/proxy_params;"""),
        FORWARDED_HTTP_1_1("""
                proxy_pass http://[::1]:%d; proxy_http_version 1.1; proxy_set_header Connection "";
                proxy_set_header X-Real-IP $remote_addr;"""),
        HOST_HTTP_1_1("""
                proxy_pass http://127.0.0.1:%d; proxy_http_version 1.1; proxy_set_header Connection "";
                proxy_set_header Host $host;"""),
        /** The default of nginx from 1.29.7 on. */
        BARE_HTTP_1_1("""
                proxy_pass http://127.0.0.1:%d; proxy_http_version 1.1; proxy_set_header Connection "";""");

        private final String location;

        Form(String location) {
            this.location = location;
        }
    }

    private static final String CONFIG = """
            worker_processes 1;
            daemon off;
            error_log stderr error;
            pid %1$s/nginx.pid;
            events { worker_connections 64; }
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              upstream app { server 127.0.0.1:%2$d; }
            %3$s
            }
            """;

    private final Map<Form, Integer> ports = new EnumMap<>(Form.class);
    private final Process process;

    private Nginx(int service) throws IOException {
        Path folder = RunningService.emptyFolder("nginx");
        Files.createDirectories(folder);
        for (Form form : Form.values()) {
            ports.put(form, freePort());
        }
        String servers = ports.entrySet().stream()
                .map(entry -> "  server { listen 127.0.0.1:%d; location / { %s } }"
                        .formatted(entry.getValue(), entry.getKey().location.formatted(service)))
                .collect(Collectors.joining("\n"));
        Path config = folder.resolve("nginx.conf");
        Files.writeString(config, CONFIG.formatted(folder, service, servers));
        process = new ProcessBuilder(List.of(BINARY.toString(), "-p", folder.toString(), "-c", config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        ports.values().forEach(this::await);
    }

    /** Starts it; the test is skipped on a machine without nginx. */
    static Nginx before(int service) {
        assumeTrue(Files.isExecutable(BINARY), "this machine has no nginx");
        try {
            return new Nginx(service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(int port) {
        for (int i = 0; i < 500; i++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port));
                return;
            } catch (IOException _) {
                LockSupport.parkNanos(20_000_000);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("nginx did not start; see target/test-services/nginx/output");
    }

    Calls calls(Form form) {
        return new Calls("localhost", ports.get(form));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
