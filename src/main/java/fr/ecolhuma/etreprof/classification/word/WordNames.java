package fr.ecolhuma.etreprof.classification.word;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of elements by fixed prefixes, whichever prefixes and whichever of the two standards a document uses. */
final class WordNames {

    static final String ALTERNATES = "mc:AlternateContent";
    static final String CHOICE = "mc:Choice";
    static final String FALLBACK = "mc:Fallback";
    static final String RUN = "w:r";
    static final String PARAGRAPH = "w:p";
    static final String TEXT = "w:t";

    /** What was taken away or stands aside: deleted and moved text, and how a character is pronounced. */
    static final Set<String> GONE = Set.of("w:del", "w:moveFrom", "w:rt");

    /** Prefix and namespace, as they are written. */
    static final Map<String, String> NAMESPACES = Map.of(
            "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "mc", "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "v", "urn:schemas-microsoft-com:vml",
            "p", "http://schemas.openxmlformats.org/package/2006/relationships",
            "other", "urn:other");

    private static final String STRICT = "http://purl.oclc.org/ooxml/";
    private static final String STRICT_RELATIONSHIPS = STRICT + "officeDocument/relationships";
    private static final String OTHER = "other";

    private static final Map<String, String> PREFIXES = prefixes();

    /** Elements that mammoth skips with all that is in them, and one that it reads in their place. */
    private static final Map<String, String> READ_AS = Map.ofEntries(
            entry("w:moveTo", "w:smartTag"),
            entry("w:fldSimple", "w:smartTag"),
            entry("w:customXml", "w:smartTag"),
            entry("w:dir", "w:smartTag"),
            entry("w:bdo", "w:smartTag"),
            entry("w:ruby", "w:smartTag"),
            entry("w:rubyBase", "w:smartTag"),
            entry("w:cr", "w:br"),
            entry("w:ptab", "w:tab"),
            entry("w:drawing", "w:pict"),
            entry(CHOICE, FALLBACK));

    /** Elements of drawings that may hold a text box, by their local names. */
    private static final Set<String> DRAWN =
            Set.of("inline", "anchor", "graphic", "graphicData", "wsp", "txbx", "wgp", "grpSp", "wpc", "lockedCanvas");

    /** The looks of letters, paragraphs and tables, which most elements of a document are; they change no text. */
    private static final Set<String> LOOKS = Set.of(
            "w:rFonts",
            "w:sz",
            "w:szCs",
            "w:bCs",
            "w:iCs",
            "w:color",
            "w:lang",
            "w:spacing",
            "w:kern",
            "w:w",
            "w:position",
            "w:shd",
            "w:noProof",
            "w:proofErr",
            "w:lastRenderedPageBreak",
            "w:bookmarkEnd",
            "w:ind",
            "w:jc",
            "w:tabs",
            "w:keepNext",
            "w:keepLines",
            "w:widowControl",
            "w:pBdr",
            "w:tcBorders",
            "w:tcMar",
            "w:tcW",
            "w:vAlign",
            "w:tblGrid",
            "w:tblBorders",
            "w:tblCellMar",
            "w:tblW",
            "w:trHeight",
            "w:latentStyles",
            "w:sectPr");

    private WordNames() {}

    /** Whether an element says only how something looks. */
    static boolean isLook(String namespace, String local) {
        return LOOKS.contains(of(namespace, local));
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes =
                NAMESPACES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        prefixes.put(STRICT + "wordprocessingml/main", "w");
        prefixes.put(STRICT_RELATIONSHIPS, "r");
        return Map.copyOf(prefixes);
    }

    /** Whether names of this namespace have a prefix of their own. */
    static boolean isKnown(String namespace) {
        return PREFIXES.containsKey(namespace);
    }

    /** The name with its fixed prefix. */
    static String of(String namespace, String local) {
        return PREFIXES.getOrDefault(namespace, OTHER) + ":" + local;
    }

    /** The name of the element that says the same to mammoth. */
    static String readAs(String name) {
        boolean drawn = name.startsWith(OTHER) && DRAWN.contains(name.substring(OTHER.length() + 1));
        return drawn ? "v:group" : READ_AS.getOrDefault(name, name);
    }

    /** The kind of a relationship as the ordinary standard names it. */
    static String relationship(String type) {
        return type.startsWith(STRICT_RELATIONSHIPS)
                ? NAMESPACES.get("r") + type.substring(STRICT_RELATIONSHIPS.length())
                : type;
    }
}
