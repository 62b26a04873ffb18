package fr.ecolhuma.etreprof.classification.word;

import java.util.Set;
import org.xml.sax.Attributes;

/** Attributes in Word's namespace, of either standard. */
final class WordAttributes {

    private static final Set<String> OFF = Set.of("0", "false", "off", "none");

    private WordAttributes() {}

    /** The value; empty without one. */
    static String of(Attributes attributes, String local) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if (WordNames.of(attributes.getURI(i), attributes.getLocalName(i)).equals("w:" + local)) {
                return attributes.getValue(i);
            }
        }
        return "";
    }

    /** Whether a property that is there is switched on. */
    static boolean isOn(Attributes attributes) {
        return !OFF.contains(of(attributes, "val"));
    }
}
