package fr.ecolhuma.etreprof.classification.language;

/** The languages that the classifier knows. */
public enum Language {
    FR("fr"),
    EN("en"),
    OTHER("other");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
