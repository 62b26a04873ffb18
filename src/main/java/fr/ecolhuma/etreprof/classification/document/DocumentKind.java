package fr.ecolhuma.etreprof.classification.document;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The documents that can be read. */
enum DocumentKind {
    TEXT,
    PDF,
    DOCX;

    private static final byte[] ZIP_START = {'P', 'K', 3, 4};
    private static final byte[] OLE_START = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String EXPECTED = "expected md, txt, pdf or docx";

    /**
     * The kind by the first bytes, else by the file's name, else by the media type.
     *
     * @throws DocumentException if it is none of these, or the name and the bytes disagree
     */
    static DocumentKind of(byte[] bytes, DocumentType type) {
        if (PdfHeader.isFirst(bytes)) {
            return PDF;
        }
        if (startsWith(bytes, ZIP_START)) {
            return DOCX;
        }
        if (startsWith(bytes, OLE_START)) {
            throw DocumentException.unsupported(
                    "found an old or locked Office file, %s; save it as docx without a password".formatted(EXPECTED));
        }
        DocumentKind declared = declared(type);
        if (declared == PDF && PdfHeader.place(bytes) >= 0) {
            return PDF;
        }
        if (declared != TEXT && bytes.length > 0) {
            throw DocumentException.broken("found bytes that are not those of a %s; check the file"
                    .formatted(declared.name().toLowerCase(Locale.ROOT)));
        }
        return TEXT;
    }

    private static DocumentKind declared(DocumentType type) {
        String extension = type.extension();
        String mediaType = type.mediaType();
        DocumentKind named = byExtension(extension);
        DocumentKind declared = mediaType == null ? null : byMediaType(mediaType.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (declared != null) {
            return declared;
        }
        if (mediaType == null && extension.isEmpty()) {
            return TEXT;
        }
        throw DocumentException.unsupported("found %s, %s".formatted(shown(extension, mediaType), EXPECTED));
    }

    private static @Nullable DocumentKind byExtension(String extension) {
        return switch (extension) {
            case "md", "markdown", "txt", "text" -> TEXT;
            case "pdf" -> PDF;
            case "docx" -> DOCX;
            default -> null;
        };
    }

    private static @Nullable DocumentKind byMediaType(String mediaType) {
        return switch (mediaType) {
            case "text/markdown", "text/x-markdown", "text/plain" -> TEXT;
            case "application/pdf" -> PDF;
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> DOCX;
            default -> null;
        };
    }

    private static String shown(String extension, @Nullable String mediaType) {
        boolean showable = !extension.isEmpty() && extension.length() <= 10;
        return showable ? "a file ." + extension : "a file of type " + mediaType;
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}
