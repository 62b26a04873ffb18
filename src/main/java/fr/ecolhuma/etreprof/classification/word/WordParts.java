package fr.ecolhuma.etreprof.classification.word;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The parts of a Word document, by their names in its zip file. */
public final class WordParts {

    private static final String RELATIONSHIPS = "_rels/.rels";
    private static final String USUAL_MAIN = "word/document.xml";
    private static final String DOCUMENT = "w:document";

    /** A text of 50,000 letters, each a run of its own, has as many; mammoth takes 2 s and 150 MB for them. */
    private static final int MOST_ELEMENTS = 150_000;

    private WordParts() {}

    /**
     * The parts with what a reader sees, as mammoth understands them; empty when they are not a Word document.
     *
     * @param letters each part ends after so many letters and digits
     * @throws TooManyElementsException if they have more than 150,000 elements before
     * @throws SAXException if one is not sound XML
     */
    public static Map<String, byte[]> seen(Map<String, byte[]> parts, int letters) throws IOException, SAXException {
        String main = main(parts);
        if (!parts.containsKey(main)) {
            return Map.of();
        }
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        HiddenStyles styles = new HiddenStyles();
        Map<String, byte[]> texts = new LinkedHashMap<>();
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            String name = part.getKey();
            if (name.startsWith(folder) && name.endsWith(".xml")) {
                texts.put(name, part.getValue());
            }
            if (name.startsWith(folder) && name.endsWith("tyles.xml")) {
                XmlPart.read(part.getValue(), styles);
            }
        }
        Map<String, byte[]> seen = new LinkedHashMap<>();
        SeenText.Elements elements = new SeenText.Elements(MOST_ELEMENTS);
        for (Map.Entry<String, byte[]> text : texts.entrySet()) {
            UnseenElements unseen = new UnseenElements(styles);
            XmlPart.read(text.getValue(), unseen);
            if (text.getKey().equals(main) && !unseen.root().equals(DOCUMENT)) {
                return Map.of();
            }
            seen.put(text.getKey(), written(text.getValue(), unseen.places(), letters, elements));
        }
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            if (part.getKey().endsWith(".rels")) {
                seen.put(part.getKey(), written(part.getValue(), new BitSet(), letters, elements));
            }
        }
        return seen;
    }

    private static byte[] written(byte[] xml, BitSet unseen, int letters, SeenText.Elements elements)
            throws IOException, SAXException {
        SeenText text = new SeenText(unseen, letters, elements);
        XmlPart.read(xml, text);
        return text.bytes();
    }

    /** The part that the file's own relationships name, by either standard. */
    private static String main(Map<String, byte[]> parts) throws IOException, SAXException {
        byte[] relationships = parts.get(RELATIONSHIPS);
        MainTarget target = new MainTarget();
        if (relationships != null) {
            XmlPart.read(relationships, target);
        }
        return target.found == null ? USUAL_MAIN : target.found;
    }

    private static final class MainTarget extends DefaultHandler {

        private @Nullable String found;

        @Override
        public void startElement(String uri, String local, String qName, Attributes attributes) {
            String type = attributes.getValue("Type");
            String target = attributes.getValue("Target");
            if (found == null && type != null && target != null && type.endsWith("/officeDocument")) {
                found = target.replaceFirst("^(\\./|/)", "");
            }
        }
    }
}
