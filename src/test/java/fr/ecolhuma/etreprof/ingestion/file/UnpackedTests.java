package fr.ecolhuma.etreprof.ingestion.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpackedTests {

    private static final byte[] TEXT = "id,type\n1,article\n".getBytes(StandardCharsets.UTF_8);
    private static final int HEADER = 10;

    private static byte[] packed(byte[] text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (Unpacked in = new Unpacked(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    /** The fields of RFC 1952 in their order: FEXTRA as bgzip writes it, FNAME as gzip, FCOMMENT, FHCRC. */
    private static byte[] packedWith(int fields, byte[] text) throws IOException {
        byte[] usual = packed(text);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        header.write(usual, 0, HEADER);
        if ((fields & 4) != 0) {
            header.writeBytes(new byte[] {6, 0, 'B', 'C', 2, 0, 0, 0});
        }
        if ((fields & 8) != 0) {
            header.writeBytes("événements.csv\0".getBytes(StandardCharsets.ISO_8859_1));
        }
        if ((fields & 16) != 0) {
            header.writeBytes("a comment\0".getBytes(StandardCharsets.ISO_8859_1));
        }
        byte[] bytes = header.toByteArray();
        bytes[3] = (byte) fields;
        CRC32 sum = new CRC32();
        sum.update(bytes);
        byte[] check =
                (fields & 2) == 0 ? new byte[0] : new byte[] {(byte) sum.getValue(), (byte) (sum.getValue() >> 8)};
        return joined(bytes, check, Arrays.copyOfRange(usual, HEADER, usual.length));
    }

    @Test
    void everyFieldOfAHeaderIsSkipped() throws IOException {
        for (int fields = 0; fields < 32; fields++) {
            byte[] packed = packedWith(fields, TEXT);
            assertThat(unpacked(joined(packed, packed))).isEqualTo(joined(TEXT, TEXT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 511, 70_000, 1 << 17})
    void zerosBehindTheLastMemberArePadding(int zeros) throws IOException {
        assertThat(unpacked(joined(packed(TEXT), packed(TEXT), new byte[zeros])))
                .isEqualTo(joined(TEXT, TEXT));
    }

    @Test
    void manyMembersOfAnyLengthAreRead() throws IOException {
        Random random = new Random(7);
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        for (int i = 0; i < 300; i++) {
            byte[] text = new byte[random.nextInt(2_000)];
            random.nextBytes(text);
            texts.writeBytes(text);
            members.writeBytes(packed(text));
        }
        assertThat(unpacked(members.toByteArray())).isEqualTo(texts.toByteArray());
    }

    @Test
    void whateverEndsTooEarlyIsRefused() throws IOException {
        byte[] packed = packedWith(30, TEXT);
        for (int length = 0; length < packed.length; length++) {
            int end = length;
            assertThatExceptionOfType(EOFException.class).isThrownBy(() -> unpacked(Arrays.copyOf(packed, end)));
        }
    }

    @Test
    void everyChangedByteOfTheDataIsNoticed() throws IOException {
        byte[] packed = packed(TEXT);
        for (int place = HEADER; place < packed.length; place++) {
            byte[] damaged = packed.clone();
            damaged[place] ^= 0x55;
            assertThatIOException().isThrownBy(() -> unpacked(damaged));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\0x", "\u001fx", "\u001f\u008b\tx", "1,2\n"})
    void anythingElseBehindAMemberIsDamage(String more) throws IOException {
        byte[] packed = joined(packed(TEXT), more.getBytes(StandardCharsets.ISO_8859_1));
        assertThatExceptionOfType(ZipException.class).isThrownBy(() -> unpacked(packed));
    }
}
