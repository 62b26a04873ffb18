package fr.ecolhuma.etreprof.api.edge.form;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** JSON that is kept as bytes, with its tag and, once a caller accepted it, its packed form. */
public final class PreparedBody {

    private final byte[] plain;
    private volatile @Nullable String tag;
    private volatile @Nullable String weak;
    private volatile byte @Nullable [] packed;

    /** @param plain the bytes, which nobody may change */
    public PreparedBody(byte[] plain) {
        this.plain = plain;
    }

    /** The answer of a controller. */
    public ResponseEntity<byte[]> entity() {
        return ResponseEntity.ok()
                .eTag(tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(plain);
    }

    /** The answer of a controller whose callers may keep it and ask whether it is still the same. */
    public ResponseEntity<byte[]> shared() {
        return ResponseEntity.ok()
                .eTag(tag())
                .cacheControl(CacheControl.noCache())
                .contentType(MediaType.APPLICATION_JSON)
                .body(plain);
    }

    /**
     * Writes the answer to a plain read, in the form that the caller accepts.
     *
     * @param coding plain or packed
     */
    public void write(Coding coding, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isPacked = coding == Coding.GZIP && plain.length >= Gzip.LEAST;
        response.setHeader(HttpHeaders.ETAG, isPacked ? weak() : tag());
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (request.getHeader(HttpHeaders.IF_NONE_MATCH) != null
                && Tags.match(request.getHeaders(HttpHeaders.IF_NONE_MATCH), tag())) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        byte[] body = isPacked ? packed() : plain;
        if (isPacked) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private String tag() {
        String known = tag;
        if (known == null) {
            known = Tags.of(plain);
            tag = known;
        }
        return known;
    }

    private String weak() {
        String known = weak;
        if (known == null) {
            known = Tags.weak(tag());
            weak = known;
        }
        return known;
    }

    private byte[] packed() {
        byte[] known = packed;
        if (known == null) {
            known = Gzip.packed(plain);
            packed = known;
        }
        return known;
    }
}
