package fr.ecolhuma.etreprof.api;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** An HTTP connection that sends what no well-behaved client would, byte for byte, and stays open where the service lets it. */
public final class RawConnection implements AutoCloseable {

    private static final int PATIENCE_MS = 20_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;

    public RawConnection(int port) {
        this.port = port;
    }

    /** An answer; headers by lower-case name. */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /**
     * Sends a request whose method tells whether its answer has a body.
     *
     * <p>Where the service has closed the connection after the answer before, on a new one.
     */
    public Answer send(String method, byte[] request) throws IOException {
        boolean reused = socket != null;
        try {
            return exchange(method, request);
        } catch (EOFException | SocketException e) {
            if (!reused) {
                throw e;
            }
            close();
            return exchange(method, request);
        }
    }

    private Answer exchange(String method, byte[] request) throws IOException {
        InputStream answers = connected();
        Objects.requireNonNull(socket).getOutputStream().write(request);
        String first = line(answers);
        Map<String, String> headers = headers(answers);
        int status = Integer.parseInt(first.split(" ")[1]);
        boolean hasBody = !method.equals("HEAD") && status != 204 && status != 304;
        String body = hasBody ? new String(unpacked(body(answers, headers), headers), StandardCharsets.UTF_8) : "";
        if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
            close();
        }
        return new Answer(status, headers, body);
    }

    private InputStream connected() throws IOException {
        if (socket == null || in == null) {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
        return in;
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static byte[] body(InputStream in, Map<String, String> headers) throws IOException {
        if (headers.containsKey("content-length")) {
            return in.readNBytes(Integer.parseInt(headers.get("content-length")));
        }
        return headers.containsKey("transfer-encoding") ? chunks(in) : in.readAllBytes();
    }

    private static byte[] unpacked(byte[] body, Map<String, String> headers) throws IOException {
        return headers.getOrDefault("content-encoding", "").equals("gzip")
                ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes()
                : body;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = size(in); size > 0; size = size(in)) {
            body.write(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the service closed the connection");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
        }
        socket = null;
        in = null;
    }
}
