package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.TextLines;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A page as the sequence model observes it: the features of each of its lines that are not blank, and what its trainer must know of a line
 * to tell a role from a label. Lines are counted from 0 here, blank ones left out. Public for {@code io.ghirbal.nlp.clean.training} alone.
 */
@SuppressWarnings("EnumOrdinal") // a role is a bit of a mask; nothing stored depends on it
public final class ObservedPage {
    private static final List<String> FEATURE_NAMES =
            IntStream.range(0, Features.COUNT).mapToObj(Features::name).toList();

    private final Evidence evidence;
    private final Page page;
    private final AdmissibleRoles admissible;

    private ObservedPage(Evidence evidence) {
        this.evidence = evidence;
        this.page = evidence.page();
        this.admissible = AdmissibleRoles.of(evidence);
    }

    /**
     * Reads a page, in time linear in its length.
     *
     * @param text its decoded text
     * @param title the headline the source knows; null when it knows none
     * @param vocabulary the phrases and words that are known
     */
    public static ObservedPage of(String text, @Nullable String title, Vocabulary vocabulary) {
        return new ObservedPage(Evidence.of(TextLines.of(text), title, vocabulary));
    }

    /** The names of all features, by their numbers. */
    public static List<String> featureNames() {
        return FEATURE_NAMES;
    }

    /** How many lines are not blank. */
    public int size() {
        return page.count;
    }

    /** The numbers of the features that the line has, each once or more. */
    public int[] features(int line) {
        LineFeatures features = new LineFeatures(evidence, admissible);
        features.read(line);
        return IntStream.range(0, features.size()).map(features::number).toArray();
    }

    /** Where the line stands in the text: its number from 1, blank lines counted. */
    public int number(int line) {
        return page.number[line];
    }

    /** Whether the line may have the role at all, whatever the labels say: whether anything in it speaks for the kind. */
    public boolean admits(int line, Role role) {
        return admissible.admits(line, role.ordinal());
    }

    /**
     * Whether {@code part} covers most of the line.
     *
     * @param number a line of the text, from 1
     * @param part what stands in it, once or more; the first is meant
     */
    public boolean isMostly(int line, int number, String part) {
        if (page.number[line] != number) {
            return false;
        }
        int at = page.lines.line(number).indexOf(part);
        if (at < 0) {
            return false;
        }
        int start = page.lines.start(number) + at;
        int covered = Math.min(page.end[line], start + part.length()) - Math.max(page.start[line], start);
        return covered * 2 > page.end[line] - page.start[line];
    }

    /** How many words the line has. */
    public int wordCount(int line) {
        return page.wordCount(line);
    }

    /** The first line with the same words, which stands above; -1 when there is none. */
    public int copyOf(int line) {
        return evidence.repeated().copyOf(line);
    }

    /** Whether the line says the headline, in all or nearly all of its words, and is no paragraph. */
    public boolean saysTitle(int line) {
        return evidence.title().isSaid(line);
    }

    /** Whether the line opens with a phrase such as "read also". */
    public boolean opensWithLinksPhrase(int line) {
        return page.openingKind(line) == BoilerplateKind.RELATED_LINKS;
    }

    /** Whether such a phrase is all of the line. */
    public boolean isLinksPhrase(int line) {
        return opensWithLinksPhrase(line) && page.openingPlace(line) == Page.Place.WHOLE;
    }

    /** Whether the page ends with paragraphs that share hardly a word with what stands above them. */
    public boolean endsApart() {
        return evidence.cohesion().endsApart();
    }
}
