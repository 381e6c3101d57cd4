package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.KeyTable;
import io.ghirbal.nlp.text.LineTokenizer;
import io.ghirbal.nlp.text.ResourceLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The phrases of {@code markers.txt} and the word classes of {@code words.txt}, as a table from the hash of a folded word to what the word
 * tells. Built once; a look-up allocates nothing. Public for {@code io.ghirbal.nlp.clean.training} alone.
 */
public final class Vocabulary {
    /** What {@code words.txt} calls a word; the order gives the bit. */
    enum WordClass {
        NETWORK,
        AGENCY,
        CITY,
        NAME,
        SECTION,
        WEEKDAY,
        MONTH,
        TIME,
        SPEECH,
        CONNECTIVE,
        DEICTIC,
        QUESTION,
        HEADLINE,
        BODYLIST,
        OWN_WAW,
        COMMON,
        ADDRESS,
        SITE,
        RIGHTS,
        TRADE,
        WIRE,
        PARTICLE,
        CLAUSE,
        COMMENT;

        @SuppressWarnings("EnumOrdinal") // the order is the bit, within this program only
        int bit() {
            return 1 << ordinal();
        }
    }

    /** How much of a line a phrase must be to count; {@code markers.txt} explains the signs. */
    enum Scope {
        START,
        WHOLE,
        LABEL,
        ANYWHERE,
        /** The start of a line that also has words of a site, see {@code markers.txt}. */
        START_QUALIFIED
    }

    /** A phrase of {@code markers.txt}. */
    record Phrase(String text, BoilerplateKind kind, Scope scope, int words) {}

    private static final char NUMBER = '#';

    private static final long NUMBER_HASH = LineTokenizer.hash(0, NUMBER);

    private final List<Phrase> phrases = new ArrayList<>();

    private KeyTable words = new KeyTable(1 << 12);
    /** By number of the word. */
    private int[] wordBits = new int[1 << 12];
    /** By number of the word: the node of the phrase tree that it leads to from its root; 0 when no phrase begins with it. */
    private int[] wordNodes = new int[1 << 12];
    /** A bit for the hash of each word: most words of a text are not in the table, and this small array says so. */
    private long[] wordSieve = new long[1 << 10];

    /** The edges of the phrase tree, each to a node of its own. */
    private KeyTable edges = new KeyTable(1 << 12);

    private int[] edgeNodes = new int[1 << 12];
    /** The same for the edges: most phrases that begin do not go on. */
    private long[] edgeSieve = new long[1 << 10];

    /** For every node of the phrase tree the phrase that ends there, or -1. */
    private int[] phraseAt = new int[1 << 12];

    private int nodes = 1;

    private Vocabulary() {}

    /** The vocabulary of the resources that come with the cleaner. */
    public static Vocabulary standard() {
        Vocabulary vocabulary = new Vocabulary();
        Arrays.fill(vocabulary.phraseAt, -1);
        vocabulary.readWords();
        vocabulary.readPhrases();
        return vocabulary;
    }

    /**
     * The same vocabulary with a share of its phrases forgotten, the same ones for the same seed: an outlet with formulas of its own.
     *
     * @param share how many to forget, from 0 to 1
     * @param seed of the choice
     */
    public Vocabulary without(double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Vocabulary other = new Vocabulary();
        other.phrases.addAll(phrases);
        other.words = words;
        other.wordBits = wordBits;
        other.wordNodes = wordNodes;
        other.wordSieve = wordSieve;
        other.edges = edges;
        other.edgeNodes = edgeNodes;
        other.edgeSieve = edgeSieve;
        other.phraseAt = phraseAt.clone();
        for (int node = 0; node < nodes; node++) {
            if (random.nextDouble() < share) {
                other.phraseAt[node] = -1;
            }
        }
        return other;
    }

    /** The number of the word; negative when the table does not know it. */
    int find(long hash) {
        return passes(wordSieve, hash) ? words.find(hash) : KeyTable.ABSENT;
    }

    /** The {@link WordClass} bits of the word that {@link #find} found. */
    int bits(int found) {
        return wordBits[found];
    }

    /** The node of the phrase tree the found word begins, or 0. */
    int root(int found) {
        return wordNodes[found];
    }

    /** The node that {@code hash} leads to from {@code node}, or 0. */
    int next(int node, long hash) {
        long key = edgeKey(node, hash);
        int edge = passes(edgeSieve, key) ? edges.find(key) : KeyTable.ABSENT;
        return edge < 0 ? 0 : edgeNodes[edge];
    }

    /** The node that a number, whichever it is, leads to from {@code node}, or 0. */
    int nextNumber(int node) {
        return next(node, NUMBER_HASH);
    }

    /** The number of the phrase that ends at {@code node}, or -1. */
    int phraseAt(int node) {
        return phraseAt[node];
    }

    Phrase phrase(int number) {
        return phrases.get(number);
    }

    /** Whether the words open with the name of a list of key words, however it is set off from them. */
    boolean opensTags(long[] hashes, int from, int to) {
        int found = from == to ? -1 : find(hashes[from]);
        int node = found < 0 ? 0 : root(found);
        for (int w = from + 1; node != 0; w++) {
            int phrase = phraseAt(node);
            if (phrase >= 0 && phrases.get(phrase).kind == BoilerplateKind.TAGS) {
                return true;
            }
            if (w == to) {
                return false;
            }
            node = next(node, hashes[w]);
        }
        return false;
    }

    private static boolean passes(long[] sieve, long hash) {
        return (sieve[sieveSlot(hash)] & (1L << (hash >>> 58))) != 0;
    }

    private static void letPass(long[] sieve, long hash) {
        sieve[sieveSlot(hash)] |= 1L << (hash >>> 58);
    }

    private static int sieveSlot(long hash) {
        return (int) (hash >>> 48) & ((1 << 10) - 1);
    }

    private static long edgeKey(int node, long hash) {
        long key = (hash + node) * 0xC2B2AE3D27D4EB4FL;
        return key ^ (key >>> 29);
    }

    private void readWords() {
        int bit = 0;
        for (String line : ResourceLines.of(Vocabulary.class, "words.txt")) {
            if (line.startsWith("[")) {
                bit = WordClass.valueOf(line.substring(1, line.indexOf(']'))).bit();
                continue;
            }
            for (long word : hashes(line)) {
                wordBits[insert(word)] |= bit;
            }
        }
    }

    private void readPhrases() {
        BoilerplateKind kind = BoilerplateKind.OTHER;
        for (String line : ResourceLines.of(Vocabulary.class, "markers.txt")) {
            if (line.startsWith("[")) {
                kind = BoilerplateKind.valueOf(line.substring(1, line.indexOf(']')));
                continue;
            }
            Scope scope = switch (line.charAt(0)) {
                case '=' -> Scope.WHOLE;
                case ':' -> Scope.LABEL;
                case '*' -> Scope.ANYWHERE;
                case '+' -> Scope.START_QUALIFIED;
                default -> Scope.START;
            };
            String text = (scope == Scope.START ? line : line.substring(1)).strip();
            long[] words = hashes(text);
            if (words.length > 0) {
                add(new Phrase(text, kind, scope, words.length), words);
            }
        }
    }

    private void add(Phrase phrase, long[] words) {
        int first = insert(words[0]);
        if (wordNodes[first] == 0) {
            wordNodes[first] = newNode();
        }
        int node = wordNodes[first];
        for (int w = 1; w < words.length; w++) {
            int next = next(node, words[w]);
            node = next == 0 ? addEdge(node, words[w]) : next;
        }
        // A phrase that stands twice keeps its first kind, and the wider scope of the two.
        int known = phraseAt[node];
        if (known < 0) {
            phraseAt[node] = phrases.size();
            phrases.add(phrase);
        } else if (phrase.scope == Scope.ANYWHERE && phrases.get(known).scope != Scope.ANYWHERE) {
            Phrase old = phrases.get(known);
            phrases.set(known, new Phrase(old.text, old.kind, Scope.ANYWHERE, old.words));
        }
    }

    private int newNode() {
        if (nodes == phraseAt.length) {
            phraseAt = Arrays.copyOf(phraseAt, nodes * 2);
            Arrays.fill(phraseAt, nodes, nodes * 2, -1);
        }
        return nodes++;
    }

    private int addEdge(int node, long hash) {
        long key = edgeKey(node, hash);
        int edge = edges.add(key);
        letPass(edgeSieve, key);
        edgeNodes = withRoom(edgeNodes, edge);
        edgeNodes[edge] = newNode();
        return edgeNodes[edge];
    }

    private int insert(long hash) {
        int word = words.add(hash);
        letPass(wordSieve, hash);
        wordBits = withRoom(wordBits, word);
        wordNodes = withRoom(wordNodes, word);
        return word;
    }

    private static int[] withRoom(int[] values, int at) {
        return at < values.length ? values : Arrays.copyOf(values, at * 2);
    }

    /** The hashes of the words of {@code text}; a number sign stands for any number. */
    private static long[] hashes(String text) {
        char[] letters = text.toCharArray();
        long[] hashes = new long[letters.length];
        int count = 0;
        int from = 0;
        while (from < letters.length) {
            int sign = text.indexOf(NUMBER, from);
            int to = sign < 0 ? letters.length : sign;
            LineTokenizer words = new LineTokenizer(letters, from, to);
            while (words.next()) {
                hashes[count++] = words.hash();
            }
            if (sign >= 0) {
                hashes[count++] = NUMBER_HASH;
            }
            from = to + 1;
        }
        return Arrays.copyOf(hashes, count);
    }
}
