package fr.ecolhuma.etreprof.classification.word;

import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of a Word document with what a reader sees, as mammoth understands them.
 *
 * @param seen the parts by their names in the zip file
 * @param cut whether the text goes on after them
 */
public record WordParts(Map<String, byte[]> seen, boolean cut) {

    private static final String RELATIONSHIPS = "_rels/.rels";
    private static final String USUAL_MAIN = "word/document.xml";
    private static final String DOCUMENT = "w:document";

    /**
     * A text of 50,000 letters that changes its look with each word has as many. For them, mammoth takes half a second
     * and 50 MB.
     */
    private static final int MOST_ELEMENTS = 60_000;

    /** Whether they are not a Word document. */
    public boolean isEmpty() {
        return seen.isEmpty();
    }

    /**
     * Rewrites the parts.
     *
     * @param letters each part ends after so many letters and digits
     * @throws SAXException if one is not sound XML
     */
    public static WordParts seen(Map<String, byte[]> parts, int letters) throws IOException, SAXException {
        String main = main(parts);
        return parts.containsKey(main) ? new Rewriting(main, letters).of(parts) : new WordParts(Map.of(), false);
    }

    /** The rewriting of one document. */
    private static final class Rewriting {

        private final String main;
        private final String folder;
        private final int letters;
        private final HiddenStyles styles = new HiddenStyles();
        private final SeenText.Elements ofMain = new SeenText.Elements(MOST_ELEMENTS);
        private final SeenText.Elements ofOthers = new SeenText.Elements(MOST_ELEMENTS);
        private boolean cut;

        private Rewriting(String main, int letters) {
            this.main = main;
            this.folder = main.substring(0, main.lastIndexOf('/') + 1);
            this.letters = letters;
        }

        private WordParts of(Map<String, byte[]> parts) throws IOException, SAXException {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                if (isText(part.getKey()) && part.getKey().endsWith("tyles.xml")) {
                    XmlPart.read(part.getValue(), styles);
                }
            }
            Map<String, byte[]> seen = new LinkedHashMap<>();
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                String name = part.getKey();
                UnseenElements unseen = new UnseenElements(styles);
                if (isText(name)) {
                    XmlPart.read(part.getValue(), unseen);
                }
                if (name.equals(main) && !unseen.root().equals(DOCUMENT)) {
                    return new WordParts(Map.of(), false);
                }
                if (isText(name) || name.endsWith(".rels")) {
                    seen.put(name, written(name, part.getValue(), unseen.places()));
                }
            }
            return new WordParts(seen, cut);
        }

        private boolean isText(String name) {
            return name.startsWith(folder) && name.endsWith(".xml");
        }

        private byte[] written(String name, byte[] xml, BitSet unseen) throws IOException, SAXException {
            SeenText text = new SeenText(unseen, letters, name.equals(main) ? ofMain : ofOthers);
            XmlPart.read(xml, text);
            cut |= text.isCut();
            return text.bytes();
        }
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
