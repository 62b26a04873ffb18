package fr.ecolhuma.etreprof.spark;

import fr.ecolhuma.etreprof.domain.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** SHA-256 of a file on any file system of the cluster. */
final class FileDigest {

    private FileDigest() {}

    /** The digest of a file, in hexadecimal digits. */
    static String of(String file, Configuration configuration) throws IOException {
        Path path = new Path(file);
        MessageDigest digest = Digests.sha256();
        try (InputStream in = new DigestInputStream(path.getFileSystem(configuration).open(path), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Digests.hexadecimal(digest);
    }
}
