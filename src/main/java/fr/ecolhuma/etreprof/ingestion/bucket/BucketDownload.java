package fr.ecolhuma.etreprof.ingestion.bucket;

import fr.ecolhuma.etreprof.ingestion.file.Cancellation;
import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import fr.ecolhuma.etreprof.ingestion.remote.Fetch;
import fr.ecolhuma.etreprof.ingestion.remote.NetworkTrouble;
import fr.ecolhuma.etreprof.ingestion.remote.ScratchWriting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Copies an object to a file: one state of it from begin to end, resumed where a connection breaks off. */
public final class BucketDownload {

    private static final String SCOPE = "https://www.googleapis.com/auth/devstorage.read_only";
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final Duration SILENCE = Duration.ofMinutes(2);
    /** Tries in a row that bring no byte. */
    private static final int MOST_IN_VAIN = 4;

    private final BucketObject object;
    private final BucketAccess access;
    private final ObjectRefusal refusal;

    /** A download of an object that is the export of a role. */
    public BucketDownload(String role, BucketObject object, BucketAccess access) {
        this.object = object;
        this.access = access;
        this.refusal = new ObjectRefusal(role, object);
    }

    /**
     * Copies it.
     *
     * @throws ExportException if it is not there, may not be read, or changes meanwhile
     */
    public void fetch(Path target) {
        try (HttpClient client = Fetch.client()) {
            try {
                ObjectState state = state(client, target);
                Files.deleteIfExists(target);
                Files.createFile(target);
                bytes(client, state, target);
                if (!state.isWhole(target)) {
                    throw refusal.damaged();
                }
            } catch (InterruptedException e) {
                client.shutdownNow();
                throw Cancellation.whileWaiting();
            } catch (IOException e) {
                throw ScratchWriting.refusal(object.name(), e);
            }
        }
    }

    private ObjectState state(HttpClient client, Path target) throws InterruptedException, IOException {
        Tries tries = new Tries();
        int status = 0;
        while (status != 200) {
            status = status(client, request("?fields=generation,size,crc32c").build(), target, tries);
        }
        try {
            return ObjectState.of(target);
        } catch (IOException e) {
            throw refusal.unexpected();
        }
    }

    private void bytes(HttpClient client, ObjectState state, Path target) throws InterruptedException, IOException {
        Tries tries = new Tries();
        long have = 0;
        while (have < state.size()) {
            HttpRequest request = request("?alt=media&ifGenerationMatch=" + state.generation())
                    .header("Range", "bytes=%d-".formatted(have))
                    // an object that is stored packed comes as it is stored
                    .header("Accept-Encoding", "gzip")
                    .build();
            int status = status(client, request, target, tries);
            long now = Files.size(target);
            if (now > have) {
                tries = new Tries();
            } else if (status != 0) {
                throw refusal.damaged();
            }
            have = now;
        }
    }

    /** The status of a whole answer, or 0 after one that is tried again. */
    private int status(HttpClient client, HttpRequest request, Path target, Tries tries)
            throws InterruptedException, IOException {
        try {
            int status = new Fetch(LONGEST, SILENCE).into(target, client, request);
            if (status == 200 || status == 206) {
                return status;
            }
            if (status != 429 && status < 500) {
                throw refusal.of(status);
            }
            tries.again(refusal.of(status));
        } catch (IOException e) {
            if (ScratchWriting.isFull(e)) {
                throw e;
            }
            tries.again(refusal.unreachable(NetworkTrouble.behind(e)));
        } catch (Fetch.TooLate e) {
            tries.again(refusal.late(e));
        }
        return 0;
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create(access.endpoint() + object.resource() + query))
                .header("Authorization", "Bearer " + access.tokens().token(SCOPE));
    }

    /** Counts the tries in vain and waits between them. */
    private final class Tries {

        private int inVain;

        /** Waits, or gives up. */
        private void again(ExportException last) throws InterruptedException {
            inVain++;
            if (inVain >= MOST_IN_VAIN) {
                throw last;
            }
            Thread.sleep(access.pause().multipliedBy(1L << (inVain - 1)));
        }
    }
}
