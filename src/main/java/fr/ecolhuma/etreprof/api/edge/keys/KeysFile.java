package fr.ecolhuma.etreprof.api.edge.keys;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of keys, read again when it changes, so that keys rotate without a restart.
 *
 * <p>Somebody may be writing it. It is looked at once a second at most, and read only after a second without a change. A
 * content that cannot be all of it leaves the keys as they were; see {@link KeyText#trouble}.
 */
final class KeysFile {

    /** What shows that a file has changed. */
    private record Stamp(
            FileTime changed, long size, @Nullable Object id) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime(), found.size(), found.fileKey());
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(KeysFile.class);
    private static final String VARIABLE = "ETREPROF_KEYS_FILE";
    private static final long SECOND = Duration.ofSeconds(1).toMillis();

    private final Path path;
    private final boolean adminElsewhere;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile KeyRing ring;
    private volatile long lookedAt;
    private Stamp judged;
    private @Nullable Stamp seen;
    private boolean unreadable;

    /**
     * Reads the file.
     *
     * @param adminElsewhere whether another setting has an admin's key
     * @throws KeySettingException if it cannot be read, or has a line that is not a key
     */
    KeysFile(Path path, boolean adminElsewhere, Clock clock) {
        this.path = path;
        this.adminElsewhere = adminElsewhere;
        this.clock = clock;
        try {
            judged = Stamp.of(path);
            ring = new KeyRing(whole(KeyText.of(Files.readString(path, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            LOG.debug("the keys file cannot be read", e);
            throw new KeySettingException(
                    VARIABLE, "found no readable file, %s on each line".formatted(KeyLine.EXPECTED));
        }
        lookedAt = clock.millis();
        LOG.info("{} keys read from the keys file", ring.size());
    }

    private static List<KeyLine> whole(KeyText text) {
        if (!text.bad().isEmpty()) {
            throw new KeySettingException(
                    VARIABLE, "found lines that are not keys: %s; %s".formatted(text.bad(), KeyLine.EXPECTED));
        }
        return text.sound();
    }

    /** The keys of the moment. */
    KeyRing keys() {
        // a clock may also be set back
        if (Math.abs(clock.millis() - lookedAt) >= SECOND && looking.tryLock()) {
            try {
                look();
            } finally {
                lookedAt = clock.millis();
                looking.unlock();
            }
        }
        return ring;
    }

    private void look() {
        try {
            Stamp now = Stamp.of(path);
            boolean changed = !now.equals(judged);
            boolean quiet = isQuiet(now);
            seen = now;
            if (changed && quiet) {
                String text = Files.readString(path, StandardCharsets.UTF_8);
                if (now.equals(Stamp.of(path))) {
                    judged = now;
                    judge(KeyText.of(text));
                }
            }
            unreadable = false;
        } catch (IOException _) {
            if (!unreadable) {
                LOG.warn("the keys file cannot be read; the keys read before stay valid");
            }
            unreadable = true;
        }
    }

    /** Whether nobody has changed the file for a second; its time may be that of another clock. */
    private boolean isQuiet(Stamp now) {
        return clock.millis() - now.changed().toMillis() >= SECOND || now.equals(seen);
    }

    private void judge(KeyText text) {
        Optional<String> trouble = text.trouble(ring, adminElsewhere);
        if (trouble.isPresent()) {
            LOG.warn("the keys file {}; the keys read before stay valid", trouble.get());
            return;
        }
        if (!text.bad().isEmpty()) {
            LOG.warn("lines {} of the keys file are not keys and are skipped, {}", text.bad(), KeyLine.EXPECTED);
        }
        ring = new KeyRing(text.sound());
        LOG.info("{} keys read from the keys file", ring.size());
    }
}
