package fr.ecolhuma.etreprof.classification.word;

import org.jspecify.annotations.Nullable;

/** An element whose end has not been read yet, and what is known of it by now. */
final class OpenElement {

    static final int NONE = -1;

    final String name;

    /** How many elements begin before it. */
    final int place;

    /** The paragraph around it; null outside of any. */
    final @Nullable OpenElement paragraph;

    /** Whether its style or, for a run, its paragraph's style hides it. */
    boolean hiddenByStyle;

    /** Whether it hides or shows itself; null when it leaves that to its style. */
    @Nullable
    Boolean hidden;

    /** Whether a reader sees a text in it. */
    boolean text;

    /** The first alternative with a text. */
    int chosen = NONE;

    /** The alternative of those who understand no other. */
    int fallback = NONE;

    OpenElement(String name, int place, @Nullable OpenElement parent) {
        this.name = name;
        this.place = place;
        this.paragraph = parent == null || parent.name.equals(WordNames.PARAGRAPH) ? parent : parent.paragraph;
    }

    boolean isInHiddenParagraph() {
        return paragraph != null && paragraph.hiddenByStyle;
    }

    boolean isHidden() {
        return hidden == null ? hiddenByStyle : hidden;
    }
}
