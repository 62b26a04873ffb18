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

/** Writes a part anew with what is seen of it, by the names that mammoth reads. */
final class SeenText extends DefaultHandler {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
    private final BitSet unseen;
    private int place;
    private int depth;
    private int unseenFrom;

    SeenText(BitSet unseen) {
        this.unseen = unseen;
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
        if (unseenFrom == 0 && unseen.get(place)) {
            unseenFrom = depth;
        }
        place++;
        if (unseenFrom == 0) {
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
        if (unseenFrom == 0) {
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
