package fr.ecolhuma.etreprof.classification.word;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Reads which elements of a text a reader does not see: deleted, moved away, hidden, or the other form of what is shown. */
final class UnseenElements extends DefaultHandler {

    private final HiddenStyles styles;
    private final BitSet unseen = new BitSet();
    private final List<OpenElement> open = new ArrayList<>();
    private String root = "";
    private int place;

    UnseenElements(HiddenStyles styles) {
        this.styles = styles;
    }

    /** The places of the elements that are not seen, in the order in which elements begin. */
    BitSet places() {
        return unseen;
    }

    /** The name of the outermost element. */
    String root() {
        return root;
    }

    @Override
    public void startElement(String uri, String local, String qName, Attributes attributes) {
        OpenElement element = new OpenElement(WordNames.of(uri, local), place, around(1));
        root = place == 0 ? element.name : root;
        place++;
        if (WordNames.GONE.contains(element.name)) {
            unseen.set(element.place);
        }
        if (element.name.equals(WordNames.RUN)) {
            element.hiddenByStyle = element.isInHiddenParagraph();
        }
        property(element.name, attributes);
        open.add(element);
    }

    /** Properties say something of the element that their group stands in. */
    private void property(String name, Attributes attributes) {
        OpenElement group = around(1);
        OpenElement owner = around(2);
        if (group == null || owner == null) {
            return;
        }
        switch (group.name + " " + name) {
            case "w:trPr w:del", "w:tcPr w:cellDel" -> unseen.set(owner.place);
            case "w:rPr w:vanish" -> owner.hidden = WordAttributes.isOn(attributes);
            case "w:rPr w:rStyle", "w:pPr w:pStyle" ->
                owner.hiddenByStyle |= styles.contains(WordAttributes.of(attributes, "val"));
            default -> {
                // changes nothing that is read
            }
        }
    }

    private @Nullable OpenElement around(int steps) {
        return open.size() < steps ? null : open.get(open.size() - steps);
    }

    @Override
    public void characters(char[] text, int start, int length) {
        OpenElement element = around(1);
        if (element != null && element.name.equals(WordNames.TEXT) && !new String(text, start, length).isBlank()) {
            element.text = true;
        }
    }

    @Override
    public void endElement(String uri, String local, String qName) {
        OpenElement element = open.removeLast();
        if (element.name.equals(WordNames.RUN) && element.isHidden()) {
            unseen.set(element.place);
        }
        if (element.name.equals(WordNames.ALTERNATES)
                && element.chosen == OpenElement.NONE
                && element.fallback != OpenElement.NONE) {
            unseen.clear(element.fallback);
        }
        OpenElement parent = around(1);
        if (parent != null && !unseen.get(element.place)) {
            parent.text |= element.text;
            choose(parent, element);
        }
    }

    /** The first form with a text is read; without any, the one for those who understand no other. */
    private void choose(OpenElement parent, OpenElement form) {
        boolean fallback = form.name.equals(WordNames.FALLBACK);
        if (!parent.name.equals(WordNames.ALTERNATES) || !(fallback || form.name.equals(WordNames.CHOICE))) {
            return;
        }
        if (form.text && parent.chosen == OpenElement.NONE) {
            parent.chosen = form.place;
        } else {
            unseen.set(form.place);
            parent.fallback = fallback ? form.place : parent.fallback;
        }
    }
}
