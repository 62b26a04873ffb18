package fr.ecolhuma.etreprof.classification.text;

import fr.ecolhuma.etreprof.classification.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.SetKeywordMarkerFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/** Splits passages into words with Lucene's French or English analysis; accents and capitals make no difference. */
final class WordReader {

    /**
     * A word as it is in the text.
     *
     * @param term lower case, accents removed
     * @param start where it begins in the normalised source
     * @param end where it ends there
     * @param passage the passage that holds it
     */
    record Token(String term, int start, int end, Passage passage) {}

    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|www\\.)\\S++|(?<![^\\s@])[^\\s@]{1,64}+@(?=[^\\s.]{1,63}+\\.)\\S++");
    private static final Pattern REP_PLUS = Pattern.compile("(?i)\\brep ?\\+");
    private static final Pattern CYCLE = Pattern.compile("(?i)cycle(?<!\\p{L}cycle) ([1-4])\\b");

    private final CharArraySet whole;
    private final CharArraySet frenchStops = folded(FrenchAnalyzer.getDefaultStopSet());
    private final Analyzer plain = new PlainWords();

    /**
     * A reader.
     *
     * @param whole folded words that are never stemmed
     */
    WordReader(Collection<String> whole) {
        this.whole = new CharArraySet(whole, false);
    }

    /** All words in lower case, without accents and elisions, not stemmed. */
    List<Token> tokens(List<Passage> passages) {
        List<Token> found = new ArrayList<>();
        for (Passage passage : passages) {
            Alignment alignment = passage.alignment();
            read(plain.tokenStream("", named(passage.text())), (term, start, end, kept) -> {
                int first = start + elided(passage.text(), start, end);
                found.add(new Token(term, alignment.start(first), alignment.end(end), passage));
            });
        }
        return found;
    }

    /** The length of an article before an apostrophe in a word. */
    private static int elided(String text, int start, int end) {
        int apostrophe = text.indexOf('\'', start, end);
        boolean article = apostrophe >= start
                && apostrophe < end - 1
                && FrenchAnalyzer.DEFAULT_ARTICLES.contains(text.substring(start, apostrophe));
        return article ? apostrophe + 1 - start : 0;
    }

    /** The words that carry meaning, stemmed. */
    List<Word> words(List<Token> tokens, Language language) {
        List<Word> words = new ArrayList<>();
        Replay replay = new Replay(tokens);
        int[] block = {-1};
        read(language == Language.EN ? english(replay) : french(replay), (term, start, end, kept) -> {
            Passage passage = replay.last().passage();
            words.add(new Word(term, start, end, passage.place(), passage.block() == block[0], kept));
            block[0] = passage.block();
        });
        return words;
    }

    private TokenStream french(TokenStream tokens) {
        return new FrenchLightStemFilter(new SetKeywordMarkerFilter(new StopFilter(tokens, frenchStops), whole));
    }

    private TokenStream english(TokenStream tokens) {
        TokenStream telling =
                new StopFilter(new EnglishPossessiveFilter(tokens), EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        return new KStemFilter(new SetKeywordMarkerFilter(telling, whole));
    }

    private interface Sink {

        void accept(String term, int start, int end, boolean kept);
    }

    private static void read(TokenStream stream, Sink sink) {
        try (TokenStream tokens = stream) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            KeywordAttribute kept = tokens.addAttribute(KeywordAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (isWord(term)) {
                    sink.accept(term.toString(), offset.startOffset(), offset.endOffset(), kept.isKeyword());
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with the same length, without addresses; names with a sign or a space in them become one word. */
    private static String named(String text) {
        String words = text;
        if (text.indexOf('@') >= 0 || text.contains("://") || text.contains("www.")) {
            words = ADDRESS.matcher(words).replaceAll(found -> " ".repeat(found.end() - found.start()));
        }
        if (text.indexOf('+') >= 0) {
            words = REP_PLUS.matcher(words).replaceAll(found -> found.end() - found.start() == 4 ? "repp" : "repp ");
        }
        return mayHoldCycle(text) ? CYCLE.matcher(words).replaceAll("cycle$1 ") : words;
    }

    /** Whether a digit follows a space; this check is quicker than the whole pattern. */
    private static boolean mayHoldCycle(String text) {
        for (int space = text.indexOf(' ');
                space >= 0 && space + 1 < text.length();
                space = text.indexOf(' ', space + 1)) {
            char next = text.charAt(space + 1);
            if (next >= '1' && next <= '4') {
                return true;
            }
        }
        return false;
    }

    private static boolean isWord(CharTermAttribute term) {
        for (int i = 0; i < term.length(); i++) {
            if (Character.isLetter(term.charAt(i))) {
                return term.length() > 1 || Character.isIdeographic(term.charAt(i));
            }
        }
        return false;
    }

    private static CharArraySet folded(CharArraySet stops) {
        CharArraySet folded = new CharArraySet(stops.size(), false);
        for (Object stop : stops) {
            char[] word = (char[]) stop;
            char[] target = new char[word.length * 4];
            int length = ASCIIFoldingFilter.foldToASCII(word, 0, target, 0, word.length);
            folded.add(new String(target, 0, length));
        }
        return folded;
    }

    /** Splits into tokens, removes elisions, lowers case, folds accents. */
    private static final class PlainWords extends Analyzer {

        @Override
        protected TokenStreamComponents createComponents(String field) {
            Tokenizer tokenizer = new StandardTokenizer();
            TokenStream tokens = new ElisionFilter(tokenizer, FrenchAnalyzer.DEFAULT_ARTICLES);
            return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(tokens)));
        }
    }

    /** A token stream of words read before, for the filters of a language. */
    private static final class Replay extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
        private final List<Token> tokens;
        private int next;

        Replay(List<Token> tokens) {
            this.tokens = tokens;
        }

        Token last() {
            return tokens.get(next - 1);
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            clearAttributes();
            Token token = tokens.get(next++);
            term.append(token.term());
            offset.setOffset(token.start(), token.end());
            return true;
        }
    }
}
