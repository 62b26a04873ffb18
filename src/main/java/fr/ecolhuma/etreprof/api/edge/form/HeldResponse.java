package fr.ecolhuma.etreprof.api.edge.form;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Holds an answer until it is whole. Streams, and answers of more than 2 MiB, pass through as they are written; each of
 * their flushes reaches the caller, packed or not.
 */
final class HeldResponse extends HttpServletResponseWrapper {

    private static final int MOST = 2 << 20;

    private final Coding coding;
    private final ServletOutputStream stream = new HeldStream(this);
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream passing;
    private @Nullable Gzip gzip;
    private @Nullable PrintWriter writer;
    private long length = -1;
    private boolean isSheet;

    HeldResponse(HttpServletResponse response, Coding coding) {
        super(response);
        this.coding = coding;
    }

    void write(byte[] bytes, int offset, int count) throws IOException {
        if (passing == null && (Streams.are(type()) || held.size() + count > MOST)) {
            pass(true);
        }
        OutputStream out = passing == null ? held : passing;
        out.write(bytes, offset, count);
    }

    /** Lets through what is written from now on, by whichever thread. */
    void open() throws IOException {
        pass(false);
    }

    private synchronized void pass(boolean mayPack) throws IOException {
        if (passing != null) {
            return;
        }
        boolean packs = Gzip.packs(type());
        if (packs) {
            vary();
        }
        OutputStream out = super.getOutputStream();
        if (packs && mayPack && isPackable(Gzip.LEAST)) {
            setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            gzip = Gzip.stream(out);
            out = gzip;
        } else if (length >= 0) {
            super.setContentLengthLong(length);
        }
        held.writeTo(out);
        held.reset();
        passing = out;
    }

    /** The answer, if it has a body and was not passed through. */
    byte @Nullable [] whole() {
        if (writer != null) {
            writer.flush();
        }
        return passing == null && held.size() > 0 ? held.toByteArray() : null;
    }

    /** Ends an answer that was passed through or has no body. */
    void finish() throws IOException {
        if (gzip != null) {
            gzip.close();
        } else if (passing == null && length >= 0) {
            super.setContentLengthLong(length);
        }
    }

    /** Whether nothing is said about an address that there is not. */
    boolean isSilent() {
        return passing == null && held.size() == 0 && getStatus() == SC_NOT_FOUND && !isCommitted();
    }

    /** Frees what an answer holds that does not come to its end. */
    void abandon() {
        if (gzip != null) {
            gzip.abandon();
        }
    }

    /** The answer's list is sent in its place, which has another tag. */
    void becomeSheet(String fileName) {
        isSheet = true;
        setContentType(SheetFile.TYPE);
        setHeader(HttpHeaders.CONTENT_DISPOSITION, SheetFile.disposition(fileName));
    }

    /** Sends a whole answer that has neither tag nor condition. */
    void send(byte[] body) throws IOException {
        boolean packs = Gzip.packs(type());
        if (packs) {
            vary();
        }
        boolean packed = packs && isPackable(body.length);
        transmit(packed ? Gzip.packed(body) : body, packed);
    }

    /** Sends a whole answer with its tag, or a 304 to a caller who has it. */
    void send(byte[] body, HttpServletRequest request, PackedAnswers kept) throws IOException {
        boolean packs = Gzip.packs(type());
        boolean packed = packs && isPackable(body.length);
        if (packs) {
            vary();
        }
        String tag = tag(body);
        setHeader(HttpHeaders.ETAG, packed ? Tags.weak(tag) : tag);
        if (Tags.match(request.getHeaders(HttpHeaders.IF_NONE_MATCH), tag)) {
            setStatus(SC_NOT_MODIFIED);
        } else if (packed) {
            transmit(isShared() ? kept.of(tag, body) : Gzip.packed(body), true);
        } else {
            transmit(body, false);
        }
    }

    private void transmit(byte[] bytes, boolean packed) throws IOException {
        if (packed) {
            setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        super.setContentLengthLong(bytes.length);
        super.getOutputStream().write(bytes);
    }

    private String tag(byte[] body) {
        String known = isSheet ? null : getHeader(HttpHeaders.ETAG);
        return known == null
                ? Tags.of(body, type(), header(HttpHeaders.CONTENT_LANGUAGE), header(HttpHeaders.CONTENT_DISPOSITION))
                : known;
    }

    /** Whether the caller wants this answer packed; one with a token says {@code no-transform} and never is. */
    private boolean isPackable(int size) {
        boolean wanted = coding == Coding.GZIP_ONLY || (coding == Coding.GZIP && size >= Gzip.LEAST);
        return wanted
                && !header(HttpHeaders.CACHE_CONTROL).contains("no-transform")
                && header(HttpHeaders.CONTENT_ENCODING).isEmpty();
    }

    private boolean isShared() {
        String caching = header(HttpHeaders.CACHE_CONTROL);
        return !caching.isEmpty() && !caching.contains("no-store");
    }

    private void vary() {
        addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    }

    private String type() {
        return Objects.requireNonNullElse(getContentType(), "");
    }

    private String header(String name) {
        return Objects.requireNonNullElse(getHeader(name), "");
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        PrintWriter made = writer;
        if (made == null) {
            made = new PrintWriter(new OutputStreamWriter(stream, Charset.forName(getCharacterEncoding())));
            writer = made;
        }
        return made;
    }

    /** Converters flush each answer once it is written; only streams are for callers who wait. */
    @Override
    public void flushBuffer() throws IOException {
        if (passing == null && Streams.are(type())) {
            pass(true);
        }
        if (passing != null) {
            passing.flush();
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        held.reset();
        super.resetBuffer();
    }

    @Override
    public void reset() {
        held.reset();
        length = -1;
        super.reset();
    }

    @Override
    public void setContentLength(int bytes) {
        setContentLengthLong(bytes);
    }

    /** The length of the plain answer; its form may have another. */
    @Override
    public void setContentLengthLong(long bytes) {
        length = bytes;
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (value != null && name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
            length = Long.parseLong(value);
        } else {
            super.addHeader(name, value);
        }
    }
}
