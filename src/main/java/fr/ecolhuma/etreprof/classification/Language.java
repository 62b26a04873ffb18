package fr.ecolhuma.etreprof.classification;

/** The languages that the classifier tells apart. */
enum Language {
    FR("fr"),
    EN("en"),
    OTHER("other");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
