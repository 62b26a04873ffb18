package fr.ecolhuma.etreprof.classification.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The words of a markdown text and their places, without code, addresses, tags and front matter. */
final class MarkdownReader {

    private static final int DEEPEST_BLOCKS = 60;
    private static final int DEEPEST_INLINES = 40;
    private static final char CURLY = '\u2019';
    private static final Set<Class<? extends Node>> SILENT =
            Set.of(Code.class, FencedCodeBlock.class, IndentedCodeBlock.class, HtmlBlock.class, HtmlInline.class);

    private final Parser parser = parser(List.of(TablesExtension.create()));
    private final Parser withoutTables = parser(List.of());

    private static Parser parser(List<Extension> extensions) {
        return Parser.builder()
                .extensions(extensions)
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST_BLOCKS)
                .maxInlineNesting(DEEPEST_INLINES)
                .build();
    }

    List<Passage> read(String text) {
        String opened = OuterFence.blanked(text);
        List<Passage> passages = FrontMatter.headings(opened);
        passages.addAll(body(FrontMatter.blanked(opened)));
        return passages;
    }

    private List<Passage> body(String text) {
        String body = text;
        Walk walk = walked(body);
        if (walk.isOnlyIndented()) {
            body = PlainText.withoutCode(body);
            walk = walked(body);
        } else if (!walk.indented.isEmpty()) {
            body = IndentedProse.opened(body, walk.indented);
            walk = walked(body);
        }
        return walk.html.isEmpty() ? walk.passages : walked(HtmlBlocks.opened(body, walk.html)).passages;
    }

    private Walk walked(String body) {
        Walk walk = new Walk(body);
        Node node = parsed(body);
        while (node != null) {
            boolean inside = walk.enter(node);
            Node next = inside ? node.getFirstChild() : null;
            node = next != null ? next : after(node);
        }
        return walk;
    }

    private Node parsed(String body) {
        return (TableCells.areFew(body) ? parser : withoutTables).parse(body);
    }

    private static @Nullable Node after(Node node) {
        Node at = node;
        while (at != null && at.getNext() == null) {
            at = at.getParent();
        }
        return at == null ? null : at.getNext();
    }

    /** The passages read so far. */
    private static final class Walk {

        private final String source;
        private final List<Passage> passages = new ArrayList<>();
        private final List<HtmlBlock> html = new ArrayList<>();
        private final List<IndentedCodeBlock> indented = new ArrayList<>();
        private int block;

        Walk(String source) {
            this.source = source;
        }

        /** Whether all of it is indented: nobody sends code alone, but texts as people type them. */
        boolean isOnlyIndented() {
            return !indented.isEmpty() && passages.isEmpty() && html.isEmpty();
        }

        /** Reads a node and returns whether its children must be read too. */
        boolean enter(Node node) {
            if (node instanceof Block) {
                block++;
            }
            if (node instanceof Text text) {
                add(text);
            }
            if (node instanceof IndentedCodeBlock code) {
                indented.add(code);
            }
            if (node instanceof HtmlBlock found) {
                html.add(found);
            }
            boolean breaks = node instanceof SoftLineBreak || node instanceof HardLineBreak;
            return !breaks && !SILENT.contains(node.getClass()) && !isBareAddress(node);
        }

        private void add(Text node) {
            List<SourceSpan> spans = node.getSourceSpans();
            int start = spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
            int end = spans.isEmpty()
                    ? 0
                    : spans.getLast().getInputIndex() + spans.getLast().getLength();
            String literal = node.getLiteral();
            Alignment alignment = Alignment.of(literal, source, start, end);
            passages.add(new Passage(literal.replace(CURLY, '\''), alignment, place(node), block));
        }

        private Passage.Place place(Node node) {
            boolean emphasis = false;
            for (Node at = node; at != null; at = at.getParent()) {
                if (at instanceof Heading heading) {
                    return heading.getLevel() == 1 ? Passage.Place.TITLE : Passage.Place.HEADING;
                }
                emphasis |= at instanceof StrongEmphasis || at instanceof Emphasis;
            }
            return emphasis ? Passage.Place.EMPHASIS : Passage.Place.BODY;
        }

        private static boolean isBareAddress(Node node) {
            return node instanceof Link link
                    && link.getFirstChild() instanceof Text text
                    && link.getDestination().endsWith(text.getLiteral())
                    && text.getLiteral().indexOf('.') > 0
                    && text.getLiteral().indexOf(' ') < 0;
        }
    }
}
