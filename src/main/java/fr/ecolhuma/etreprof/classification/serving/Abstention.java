package fr.ecolhuma.etreprof.classification.serving;

/** Why a text gets no theme. */
public enum Abstention {
    /** Too few words to judge. */
    TOO_SHORT("too short"),
    /** A language that the classifier does not read. */
    FOREIGN("neither French nor English"),
    /** No or almost no known word. */
    NOTHING_RECOGNISED("nothing recognised"),
    /** A text that is not about school. */
    OTHER_WORLD("not about school"),
    /** Several themes are about equally likely. */
    SEVERAL_LIKELY("several equally likely"),
    /** One theme leads, but is not likely enough. */
    NOT_SURE("not sure enough");

    private final String code;

    Abstention(String code) {
        this.code = code;
    }

    /** The reason in answers. */
    public String code() {
        return code;
    }
}
