package fr.ecolhuma.etreprof.api.classify;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ecolhuma.etreprof.api.DemoService;
import fr.ecolhuma.etreprof.api.request.ApiException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A caller of a batch who sends and never reads. */
class SlowReaderTests extends DemoService {

    private static final long MOST_ON_DISK = 32L << 20;
    private static final long WRITE = 1 << 20;

    private final ApplicationContext context;
    private final AtomicLong sent = new AtomicLong();

    SlowReaderTests(@Autowired ApplicationContext context) {
        this.context = context;
    }

    private void sendWithoutEnd(Socket socket) {
        byte[] line = "{\"text\": \"lire\"}\n".getBytes(US_ASCII);
        byte[] chunk = "%x\r\n%s\r\n"
                .formatted(line.length, new String(line, US_ASCII))
                .getBytes(US_ASCII);
        try {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /classify/batch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-ndjson\r\n"
                            + "Transfer-Encoding: chunked\r\n\r\n")
                    .getBytes(US_ASCII));
            while (true) {
                out.write(chunk);
                sent.incrementAndGet();
            }
        } catch (IOException closed) {
            // by the service
        }
    }

    /** The bytes in the files of answers; they are open and have no name any more. */
    private static long onDisk() {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            long size = 0;
            for (Path file : open) {
                size += sizeOfAnswers(file);
            }
            return size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sizeOfAnswers(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().contains("/answers") ? Files.size(file) : 0;
        } catch (IOException closed) {
            return 0;
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(120)
    void itHoldsBoundedDiskAndNoThreadAndIsCutOff() throws Exception {
        long before = onDisk();
        long largest = 0;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.setReceiveBufferSize(1 << 16);
            Thread sender = Thread.ofPlatform().start(() -> sendWithoutEnd(socket));
            while (sender.isAlive()) {
                largest = Math.max(largest, onDisk() - before);
                assertThat(calls().send("POST", "/classify?content=les%20fractions")
                                .status())
                        .isEqualTo(200);
                Thread.sleep(100);
            }
        }
        assertThat(largest).isBetween(WRITE, MOST_ON_DISK + WRITE);
        assertThat(allPlacesAreFree(context.getBean(BatchPlaces.class))).isTrue();
        assertThat(onDisk()).isEqualTo(before);
    }

    /** Soon after the connection's end. */
    private static boolean allPlacesAreFree(BatchPlaces places) throws InterruptedException {
        List<BatchPlaces.Place> taken = new ArrayList<>();
        try {
            for (int i = 0; i < 500 && taken.size() < 8; i++) {
                try {
                    taken.add(places.take(""));
                } catch (ApiException full) {
                    Thread.sleep(10);
                }
            }
            return taken.size() == 8;
        } finally {
            taken.forEach(BatchPlaces.Place::close);
        }
    }
}
