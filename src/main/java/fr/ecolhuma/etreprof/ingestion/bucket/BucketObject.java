package fr.ecolhuma.etreprof.ingestion.bucket;

import fr.ecolhuma.etreprof.ingestion.file.ExportException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object by its address.
 *
 * @param bucket that it is in
 * @param path its name in the bucket
 */
public record BucketObject(String bucket, String path) {

    private static final Pattern ADDRESS = Pattern.compile(
            "gs://([a-z0-9][a-z0-9._-]{1,220}[a-z0-9])/(.*[^/])", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("gs:/.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Whether an address names an object. */
    public static boolean isAddress(String text) {
        return SCHEME.matcher(text).matches();
    }

    /**
     * Reads an address; what stands behind the bucket is the object's name as it is.
     *
     * @throws ExportException if it is none
     */
    public static BucketObject of(String role, String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches()) {
            throw new ExportException(
                    "the address of the %s export names no object; expected gs://bucket/object".formatted(role));
        }
        return new BucketObject(parts.group(1), parts.group(2));
    }

    /** What messages call it: the name of the file alone. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of the object in the API. */
    String resource() {
        return "/storage/v1/b/%s/o/%s".formatted(bucket, encoded(path));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
