package fr.ecolhuma.etreprof.classification.serving;

/** Why a text gets no theme. */
public enum Abstention {
    /** Too few words to judge. */
    TOO_SHORT("too short"),
    /** A language that the classifier does not read. */
    FOREIGN("neither French nor English"),
    /** No word that points to a theme. */
    NOTHING_RECOGNISED("nothing recognised"),
    /** Several themes are about equally likely. */
    SEVERAL_LIKELY("several equally likely");

    private final String code;

    Abstention(String code) {
        this.code = code;
    }

    /** The reason in answers. */
    public String code() {
        return code;
    }
}
