package fr.ecolhuma.etreprof.classification.text;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.SourceSpan;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Shows the words in blocks of HTML, which readers see, to the markdown parser: tags become line ends and signs of
 * markdown of the same length, so that all offsets stay valid.
 */
final class HtmlBlocks {

    private static final Pattern INDENT = Pattern.compile("^[ \\t]++(?=\\S)", Pattern.MULTILINE);
    private static final String NO_INDENT = "\u00A0";

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
        return INDENT.matcher(shown.text()).replaceAll(found -> NO_INDENT.repeat(found.end() - found.start()));
    }
}
