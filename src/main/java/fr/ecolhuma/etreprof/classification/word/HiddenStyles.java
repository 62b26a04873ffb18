package fr.ecolhuma.etreprof.classification.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads which styles hide their text, themselves or by the style that they are based on. */
final class HiddenStyles extends DefaultHandler {

    private static final String STYLE = "w:style";

    /** Longer rows of styles are not followed, so that many words in them cost no more. */
    private static final int LONGEST_ROW = 100;

    private final Map<String, Boolean> own = new HashMap<>();
    private final Map<String, String> basedOn = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private String style = "";

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
        String name = WordNames.of(uri, local);
        switch (name) {
            case STYLE -> style = WordAttributes.of(attributes, "styleId");
            case "w:basedOn" -> basedOn.put(style, WordAttributes.of(attributes, "val"));
            case "w:vanish" -> {
                if ("w:rPr".equals(open.peek()) && open.size() > 1 && STYLE.equals(secondOpen())) {
                    own.put(style, WordAttributes.isOn(attributes));
                }
            }
            default -> {
                // says nothing of hiding
            }
        }
        open.push(name);
    }

    private @Nullable String secondOpen() {
        return open.stream().skip(1).findFirst().orElse(null);
    }

    @Override
    public void endElement(String uri, String local, String qName) {
        open.pop();
    }

    boolean contains(String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (at != null && seen.size() < LONGEST_ROW && seen.add(at)) {
            Boolean hides = own.get(at);
            if (hides != null) {
                return hides;
            }
            at = basedOn.get(at);
        }
        return false;
    }
}
