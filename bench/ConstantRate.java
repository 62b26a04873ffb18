import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks a server at a constant rate, whatever it answers. Latency counts from the moment a request was meant to be sent, so
 * that a server that stands still for a second is seen to be late for every request of that second.
 */
public final class ConstantRate {

    private static final long SECOND = 1_000_000_000L;

    private ConstantRate() {}

    /**
     * Arguments: port, requests a second (0: as many as there can be), seconds, connections, windows, file of paths. Prints
     * a line a window: requests, errors, then median, 99th percentile and greatest latency in microseconds.
     */
    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        double rate = Double.parseDouble(args[1]);
        long nanos = (long) (Double.parseDouble(args[2]) * SECOND);
        int connections = Integer.parseInt(args[3]);
        int windows = Integer.parseInt(args[4]);
        List<byte[]> requests = requests(Path.of(args[5]));
        long start = System.nanoTime() + SECOND / 10;
        List<Client> clients = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            long step = rate == 0 ? 0 : (long) (connections * SECOND / rate);
            Client client = new Client(port, requests, i * requests.size() / connections, windows);
            client.plan(start + step * i / connections, step, start, nanos);
            client.start();
            clients.add(client);
        }
        for (Client client : clients) {
            client.join();
        }
        for (int window = 0; window < windows; window++) {
            print(clients, window);
        }
    }

    private static List<byte[]> requests(Path paths) throws IOException {
        return Files.readAllLines(paths).stream()
                .map(path -> ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII))
                .toList();
    }

    private static void print(List<Client> clients, int window) {
        long[] latencies = clients.stream()
                .flatMapToLong(client -> client.latencies[window].stream())
                .sorted()
                .toArray();
        long errors = clients.stream().mapToLong(client -> client.errors[window]).sum();
        System.out.printf(
                Locale.ROOT,
                "%d %d %d %d %d%n",
                latencies.length,
                errors,
                at(latencies, 0.5),
                at(latencies, 0.99),
                at(latencies, 1));
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1000;
    }

    /** One connection, with the requests that fall to it. */
    private static final class Client extends Thread {

        private final int port;
        private final List<byte[]> requests;
        private final Longs[] latencies;
        private final long[] errors;
        private int next;
        private long first;
        private long step;
        private long start;
        private long nanos;

        Client(int port, List<byte[]> requests, int next, int windows) {
            this.port = port;
            this.requests = requests;
            this.next = next;
            this.errors = new long[windows];
            this.latencies = new Longs[windows];
            Arrays.setAll(latencies, i -> new Longs());
        }

        void plan(long first, long step, long start, long nanos) {
            this.first = first;
            this.step = step;
            this.start = start;
            this.nanos = nanos;
        }

        @Override
        public void run() {
            long due = first;
            Connection connection = null;
            while (due - start < nanos) {
                waitUntil(due);
                int window = (int) ((due - start) * errors.length / nanos);
                try {
                    connection = connection == null ? new Connection(port) : connection;
                    boolean right = connection.ask(requests.get(next++ % requests.size()));
                    errors[window] += right ? 0 : 1;
                    connection = connection.closing ? connection.closed() : connection;
                } catch (IOException broken) {
                    errors[window]++;
                    connection = null;
                }
                long now = System.nanoTime();
                latencies[window].add(now - due);
                due = step == 0 ? now : due + step;
            }
        }

        private static void waitUntil(long due) {
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    /** A connection that is kept open; answers carry their length or come in chunks. */
    private static final class Connection {

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private boolean closing;

        Connection(int port) throws IOException {
            socket = new Socket("127.0.0.1", port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(10_000);
            in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
            out = socket.getOutputStream();
        }

        boolean ask(byte[] request) throws IOException {
            out.write(request);
            String status = line();
            long length = -1;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                closing |= lower.equals("connection: close");
                length = lower.startsWith("content-length:") ? Long.parseLong(lower.substring(15).trim()) : length;
            }
            read(length);
            return status.startsWith("HTTP/1.1 2");
        }

        private void read(long length) throws IOException {
            if (length >= 0) {
                in.skipNBytes(length);
                return;
            }
            for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
                in.skipNBytes(chunk + 2);
            }
            line();
        }

        private long chunk() throws IOException {
            return Long.parseLong(line(), 16);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the connection was cut");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        Connection closed() throws IOException {
            socket.close();
            return null;
        }
    }

    /** A growing list of numbers. */
    private static final class Longs {

        private long[] values = new long[1024];
        private int size;

        void add(long value) {
            values = size == values.length ? Arrays.copyOf(values, size * 2) : values;
            values[size++] = value;
        }

        java.util.stream.LongStream stream() {
            return Arrays.stream(values, 0, size);
        }
    }
}
