package fr.ecolhuma.etreprof.classification.text;

import java.util.List;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.SourceSpan;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Shows the words in blocks of HTML, which readers see, to the markdown parser: tags become line ends and signs of
 * markdown of the same length, so that all offsets stay valid.
 */
final class HtmlBlocks {

    private HtmlBlocks() {}

    /** The source with its blocks of HTML as markdown. */
    static String opened(String source, List<HtmlBlock> blocks) {
        StringBuilder opened = new StringBuilder(source);
        for (HtmlBlock block : blocks) {
            List<SourceSpan> spans = block.getSourceSpans();
            int start = spans.getFirst().getInputIndex();
            int end = spans.getLast().getInputIndex() + spans.getLast().getLength();
            opened.replace(start, end, opened(source.substring(start, end)));
        }
        return opened.toString();
    }

    private static String opened(String html) {
        ShownHtml shown = new ShownHtml(html);
        Parser.htmlParser()
                .setTrackPosition(true)
                .parseFragmentInput(html, new Element("body"), "")
                .forEach(node -> node.traverse(shown));
        return PlainText.withoutCode(shown.text());
    }
}
