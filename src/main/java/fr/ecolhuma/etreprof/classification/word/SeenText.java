package fr.ecolhuma.etreprof.classification.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.TreeMap;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Writes parts anew with what is seen of them, by the names that mammoth reads; ends with enough letters. */
final class SeenText extends DefaultHandler {

    /** Blanks and signs count as well, but little. */
    private static final int SIGNS_A_LETTER = 10;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    private final BitSet unseen;
    private final Elements elements;
    private long left;
    private int place;
    private int depth;
    private int unseenFrom;
    private boolean cut;

    /** The number of elements that the parts of one document may still have. */
    static final class Elements {

        private int left;

        Elements(int most) {
            left = most;
        }
    }

    SeenText(BitSet unseen, int letters, Elements elements) {
        this.unseen = unseen;
        this.left = (long) letters * SIGNS_A_LETTER;
        this.elements = elements;
    }

    /** Whether the part goes on after what is written. */
    boolean isCut() {
        return cut;
    }

    byte[] bytes() {
        try {
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
        depth++;
        if (unseenFrom == 0 && (unseen.get(place) || WordNames.isLook(uri, local) || isEnough())) {
            unseenFrom = depth;
        }
        place++;
        if (unseenFrom == 0) {
            elements.left--;
            write("<" + WordNames.readAs(WordNames.of(uri, local)));
            if (depth == 1) {
                new TreeMap<>(WordNames.NAMESPACES)
                        .forEach((prefix, namespace) -> attribute("xmlns:" + prefix, namespace));
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                attribute(attributes.getURI(i), attributes.getLocalName(i), attributes.getValue(i));
            }
            write(">");
        }
    }

    private boolean isEnough() {
        boolean enough = left < 0 || elements.left == 0;
        cut |= enough;
        return enough;
    }

    private void attribute(String uri, String local, String value) {
        if (uri.isEmpty()) {
            attribute(local, local.equals("Type") ? WordNames.relationship(value) : value);
        } else if (WordNames.isKnown(uri)) {
            attribute(WordNames.of(uri, local), value);
        }
    }

    private void attribute(String name, String value) {
        write(" " + name + "=\"" + escaped(value).replace("\"", "&quot;").replace("\n", "&#10;") + "\"");
    }

    @Override
    public void endElement(String uri, String local, String qName) {
        if (unseenFrom == 0) {
            write("</" + WordNames.readAs(WordNames.of(uri, local)) + ">");
        }
        if (unseenFrom == depth) {
            unseenFrom = 0;
        }
        depth--;
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (unseenFrom == 0 && left < 0) {
            cut = true;
        } else if (unseenFrom == 0) {
            for (int i = start; i < start + length; i++) {
                left -= Character.isLetterOrDigit(text[i]) ? SIGNS_A_LETTER : 1;
            }
            write(escaped(new String(text, start, length)));
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
