package fr.ecolhuma.etreprof.classification.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTests {

    private static List<Passage> passages(String markdown) {
        return new MarkdownReader().read(markdown);
    }

    private static String read(String markdown) {
        return String.join("|", passages(markdown).stream().map(Passage::text).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avant\n\n```\nint secret;\n```\n\naprès",
                "avant\n\n    int secret;\n\naprès",
                "avant \n\n<table class='secret'></table>\n\naprès",
                "avant\n\n![](https://secret.fr/a.png)\n\naprès",
                "avant\n\n<https://secret.fr/a>\n\naprès"
            })
    void codeTagsAndAddressesAreNotWords(String markdown) {
        assertThat(read(markdown)).contains("avant").contains("après").doesNotContain("secret");
    }

    /** Chat assistants put a text that is to be copied into a fence. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "```markdown\n# Titre\n\nun mot\n```",
                "\n\n```\n# Titre\n\nun mot\n```\n\n",
                "~~~~ md\n# Titre\n\nun mot\n~~~~",
                "```texte\n# Titre\n\nun mot\n````  ",
                "```markdown\n# Titre\n\nun mot",
                "```Markdown\n---\nauteur: secret\n---\n# Titre\n```\nsecret\n```\nun mot\n```"
            })
    void aFenceAroundTheWholeTextIsNoCode(String markdown) {
        assertThat(read(markdown)).isEqualTo("Titre|un mot");
        assertThat(passages(markdown).stream().map(MarkdownReaderTests::start))
                .containsExactly(markdown.indexOf("Titre"), markdown.indexOf("un mot"));
        assertThat(passages(markdown).getFirst().place()).isEqualTo(Passage.Place.TITLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```java\nsecret\n```\n\nmot\n\n```\nsecret\n```",
                "```\nsecret\n```\nmot",
                "mot\n\n```markdown\nsecret\n```",
                "`mot` mot"
            })
    void aFenceInATextIsCode(String markdown) {
        assertThat(read(markdown)).contains("mot").doesNotContain("secret");
    }

    /** Paragraphs that begin with a tab, in a text that does not say that it is plain. */
    @Test
    void indentedProseIsReadAndIndentedCodeIsNot() {
        String markdown = "Fiche\n\n\tAccueillir un élève autiste : des repères, un coin calme.\n\tEt l’AESH.\n\n"
                + "    for (int secret = 0; secret < 9; secret++) { run(secret); }\n\nfin";
        assertThat(read(markdown).replaceAll("\\h+", " "))
                .isEqualTo("Fiche| Accueillir un élève autiste : des repères, un coin calme.| Et l'AESH.|fin");
        Passage prose = passages(markdown).get(1);
        assertThat(prose.alignment().start(prose.text().indexOf("Accueillir")))
                .isEqualTo(markdown.indexOf("Accueillir"));
    }

    /** A text that is indented throughout, such as one from a mail, has no code. */
    @ParameterizedTest
    @ValueSource(strings = {"\tun mot", "     un mot\n\n     deux", "\n\n\tun mot\n\tdeux\n"})
    void aTextOfNothingButIndentedLinesIsRead(String markdown) {
        assertThat(read(markdown).replaceAll("[|\\h]+", " ").strip()).startsWith("un mot");
        Passage first = passages(markdown).getFirst();
        assertThat(first.alignment().start(first.text().indexOf("un"))).isEqualTo(markdown.indexOf("un"));
    }

    @Test
    void inlineCodeAndTagsAreNotWords() {
        assertThat(read("un `secret` et <b class='secret'>deux</b>")).isEqualTo("un | et |deux");
    }

    @Test
    void aLinkIsItsWordsAndAnImageItsDescription() {
        assertThat(read("voir [la fiche](https://secret.fr 'secret')")).isEqualTo("voir |la fiche");
        assertThat(read("![une cour](secret.png)")).isEqualTo("une cour");
    }

    @Test
    void tablesAndListsAreWordsInBlocksOfTheirOwn() {
        assertThat(read("| a | b |\n|---|---|\n| c | d |")).isEqualTo("a|b|c|d");
        assertThat(passages("- a\n- b\n\n1. c").stream().map(Passage::block).distinct())
                .hasSize(3);
    }

    @Test
    void placesAreTold() {
        assertThat(passages("# Titre\n\n## Partie\n\nun *mot* **fort**").stream()
                        .map(Passage::place))
                .containsExactly(
                        Passage.Place.TITLE,
                        Passage.Place.HEADING,
                        Passage.Place.BODY,
                        Passage.Place.EMPHASIS,
                        Passage.Place.BODY,
                        Passage.Place.EMPHASIS);
    }

    @Test
    void startsAreThoseOfTheSource() {
        assertThat(passages("# Vie\n\nun").stream().map(MarkdownReaderTests::start))
                .containsExactly(2, 7);
        // the entity at 3 is one character in the text and five in the source
        assertThat(passages("ab &amp; cd")).singleElement().satisfies(passage -> {
            assertThat(passage.text()).isEqualTo("ab & cd");
            assertThat(passage.alignment().start(5)).isEqualTo(9);
            assertThat(passage.alignment().end(7)).isEqualTo(11);
        });
    }

    private static int start(Passage passage) {
        return passage.alignment().start(0);
    }

    @Test
    void theWordsInBlocksOfHtmlAreRead() {
        String html = "<p>un</p>\n<div class='secret'>\n        deux <b>trois</b><br/>quatre\n</div>\n\ncinq";
        assertThat(read(html).replaceAll("\\h+", " ")).isEqualTo("un| deux trois|quatre|cinq");
    }

    @Test
    void aSignInAnAttributeEndsNoTag() {
        assertThat(read("<p title=\"secret > b\" data-x='<i>'>un</p>").strip()).isEqualTo("un");
    }

    @Test
    void cellsAndItemsOutsideTheirTableAreBlocksOfTheirOwn() {
        String html = "<table>\n<tr>\n\n<td>un</td><td>d&eacute;</td>\n\n</tr><li>trois<li>quatre";
        assertThat(read(html).replaceAll("\\h+", "")).isEqualTo("un|dé|trois|quatre");
        assertThat(passages(html).stream().map(Passage::block).distinct()).hasSize(4);
        assertThat(passages(html).stream().map(MarkdownReaderTests::start))
                .containsExactly(html.indexOf("un"), html.indexOf("d&"), html.indexOf("trois"), html.indexOf("quatre"));
    }

    @Test
    void blocksOfHtmlMoveNothingAndTheirHeadingsWeighMore() {
        String html = "> <H1 id='a'>un</H1><h2>deux</h2><ul><li>caf&eacute;</li></ul>\n\nquatre";
        assertThat(passages(html).stream().map(Passage::place))
                .containsExactly(Passage.Place.TITLE, Passage.Place.HEADING, Passage.Place.BODY, Passage.Place.BODY);
        assertThat(read(html)).isEqualTo("un|deux|café|quatre");
        assertThat(passages(html).stream().map(MarkdownReaderTests::start))
                .containsExactly(html.indexOf("un"), html.indexOf("deux"), html.indexOf("caf"), html.indexOf("quatre"));
        assertThat(passages(html).stream().map(Passage::block).distinct()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div><!-- secret > -->mot</div>",
                "<div><script>secret()</script>mot</div>",
                "<style>\n\nsecret\n</style>\n\nmot",
                "<pre>secret</pre>\n\nmot",
                "<div>mot<CODE>secret</CODE></div>",
                "<?php secret ?>\n\nmot",
                "<div>mot</div><!-- secret",
                "<p>mot <img src='secret.png' alt='secret'></p>"
            })
    void whatHtmlDoesNotShowIsNotRead(String markdown) {
        assertThat(read(markdown)).contains("mot").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"---\nauthor: secret\n---\nmot", "+++\nslug = 'secret'\n+++\nmot", "---\nclé: secret\n...\nmot"})
    void frontMatterIsNotWordsAndMovesNothing(String markdown) {
        assertThat(read(markdown)).isEqualTo("mot");
        assertThat(start(passages(markdown).getFirst())).isEqualTo(markdown.indexOf("mot"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ---#title: Le bruit en classe#tags: [calme]#---#mot                        | Le bruit en classe
            ---#tags: calme#Titre: "L’heure : 8 h"#---#mot                             | L'heure : 8 h
            +++#description = 'Trois idées'#+++#mot                                    | Trois idées
            """)
    void theTitleAndDescriptionOfFrontMatterAreHeadings(String markdown, String heading) {
        String text = markdown.replace('#', '\n');
        Passage first = passages(text).getFirst();
        assertThat(first.text()).isEqualTo(heading);
        assertThat(first.place()).isEqualTo(Passage.Place.HEADING);
        assertThat(start(first)).isEqualTo(text.replace('’', '\'').indexOf(heading));
        assertThat(passages(text).getLast().text()).isEqualTo("mot");
    }

    @Test
    void whatOnlyLooksLikeFrontMatterIsRead() {
        assertThat(read("---\ntitle: ouvert\n\nmot")).contains("ouvert").contains("mot");
        assertThat(read("---\nUne phrase.\n\n---\nmot")).contains("Une phrase.");
    }

    @Test
    @Timeout(20)
    void hugeAndDeepHtmlTakesBoundedTime() {
        for (String many : List.of("<b>x", "<a><b>x", "<table><tr><td>x", "</p></b>x", "<td>x</td>")) {
            String huge = "<div>" + many.repeat((1 << 19) / many.length());
            assertThat(passages(huge)).as(many).isNotEmpty();
        }
    }

    @Test
    void loneEndsOfEmphasisEndNoBlock() {
        assertThat(read("<div><h2></b>un</i> deux</h2></span>trois</div>").replaceAll("\\h+", " "))
                .isEqualTo("un deux| trois");
        assertThat(passages("<div><h2></b>un</h2></div>").getFirst().place()).isEqualTo(Passage.Place.HEADING);
    }

    @Test
    @Timeout(20)
    void hugeAndDeepTextsTakeBoundedTime() {
        WordReader words = new WordReader(List.of());
        for (String huge : List.of(
                ">".repeat(500) + " mot",
                "[".repeat(5_000) + "mot",
                "*a **b ".repeat(20_000),
                "mot ".repeat(1 << 18),
                "m".repeat(1 << 20),
                "a@".repeat(1 << 19),
                "|".repeat(1000) + "\n" + "|-".repeat(1000) + "\n" + "|\n".repeat(1100) + "mot",
                "<p>a".repeat(1 << 18),
                "<!--<script ".repeat(80_000),
                "<div <p ".repeat(130_000),
                "<div>\n" + "&".repeat(1 << 19),
                "&eacute;\\*".repeat(100_000),
                "---\n" + "a: b\n".repeat(200_000))) {
            assertThat(words.tokens(passages(huge))).isNotNull();
        }
    }
}
