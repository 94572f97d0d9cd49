package org.efcevents.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.FieldInfo.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermDocs;
import org.apache.lucene.index.TermEnum;
import org.apache.lucene.store.RAMDirectory;
import org.apache.lucene.util.ReaderUtil;
import org.apache.lucene.util.Version;
import org.efcevents.search.SearchTerms;
import org.efcevents.search.Words;

/**
 * Which of many texts a word is in, by Lucene. Texts have the numbers in which order they were added, from 0, for good.
 *
 * <p>It is kept in memory. On disk it would be rebuilt at each start all the same, because nothing tells what has changed while
 * nobody observed, and a process that is killed would leave it behind.
 *
 * <p>Several threads may search at the same time, while none adds.
 */
final class WordIndex {

    private static final String WORD = "word";
    private static final String STRETCH = "stretch";

    /** How much is collected before it becomes a part of the index. */
    private static final double BUFFER_MEGABYTES = 8;

    private final IndexWriter writer;
    private final Tokens words = new Tokens();
    private final Tokens stretches = new Tokens();
    private final Document document = new Document();
    private IndexReader reader;

    WordIndex() throws IOException {
        // Texts keep their numbers: none is deleted, and only neighbours are brought together, in this thread.
        LogByteSizeMergePolicy neighbours = new LogByteSizeMergePolicy();
        neighbours.setUseCompoundFile(false);
        writer = new IndexWriter(
                new RAMDirectory(),
                new IndexWriterConfig(Version.LUCENE_36, null)
                        .setMergePolicy(neighbours)
                        .setMergeScheduler(new SerialMergeScheduler())
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES));
        document.add(field(WORD, words));
        document.add(field(STRETCH, stretches));
        reader = IndexReader.open(writer, true);
    }

    /** Only which words there are is kept, neither how often nor where. */
    private static Field field(String name, TokenStream tokens) {
        Field field = new Field(name, tokens);
        field.setOmitNorms(true);
        field.setIndexOptions(IndexOptions.DOCS_ONLY);
        return field;
    }

    /** Hands on the words of a text, one after the other. */
    private static final class Tokens extends TokenStream {

        private final CharTermAttribute token = addAttribute(CharTermAttribute.class);
        private Iterator<String> left;

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!left.hasNext()) {
                return false;
            }
            token.append(left.next());
            return true;
        }
    }

    /** What is found of a text, which takes longer to cut than to add. */
    record CutText(List<String> words, List<String> stretches) {

        static CutText of(String text) {
            CutText cut = new CutText(new ArrayList<>(), new ArrayList<>());
            Words.cut(SearchTerms.searchable(text), cut.words::add, cut.stretches::add);
            return cut;
        }
    }

    /** Adds a text, which is not found before {@link #refresh}. */
    void add(CutText text) {
        words.left = text.words().iterator();
        stretches.left = text.stretches().iterator();
        try {
            writer.addDocument(document);
        } catch (IOException e) {
            throw new UncheckedIOException("A text cannot be kept for searches: " + e.getMessage(), e);
        }
    }

    /** Makes the index as small as it can be, which takes seconds for many texts. */
    void compact() throws IOException {
        writer.forceMerge(1);
    }

    /** Lets the texts be found that have been added. */
    void refresh() throws IOException {
        IndexReader present = IndexReader.openIfChanged(reader, writer, true);
        if (present != null) {
            reader.close();
            reader = present;
        }
    }

    /** The numbers of the texts that a word of {@link SearchTerms#words} is in. */
    BitSet having(String word) throws IOException {
        return Words.isSoughtAnywhere(word)
                ? having(STRETCH, "", stretch -> stretch.contains(word))
                : having(WORD, word, any -> true);
    }

    private BitSet having(String field, String beginning, Predicate<String> sought) throws IOException {
        BitSet texts = new BitSet(reader.maxDoc());
        List<IndexReader> parts = new ArrayList<>();
        ReaderUtil.gatherSubReaders(parts, reader);
        int first = 0;
        for (IndexReader part : parts) {
            try (TermEnum terms = part.terms(new Term(field, beginning));
                    TermDocs found = part.termDocs()) {
                while (terms.term() != null
                        && terms.term().field().equals(field)
                        && terms.term().text().startsWith(beginning)) {
                    if (sought.test(terms.term().text())) {
                        found.seek(terms);
                        add(found, first, texts);
                    }
                    if (!terms.next()) {
                        break;
                    }
                }
            }
            first += part.maxDoc();
        }
        return texts;
    }

    private static void add(TermDocs found, int first, BitSet texts) throws IOException {
        int[] numbers = new int[256];
        int[] frequencies = new int[numbers.length];
        for (int count = found.read(numbers, frequencies); count > 0; count = found.read(numbers, frequencies)) {
            for (int i = 0; i < count; i++) {
                texts.set(first + numbers[i]);
            }
        }
    }
}
