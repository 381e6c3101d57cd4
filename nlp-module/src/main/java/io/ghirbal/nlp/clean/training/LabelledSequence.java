package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.States;
import io.ghirbal.nlp.clean.Vocabulary;
import java.util.Set;

/**
 * A document to learn from, as the field sees it.
 *
 * @param features by line: the numbers of its features
 * @param admissible by line and state: whether the model allows the state, whatever the labels say
 * @param allowed by line and state: whether the labels allow the state as well
 * @param kept by line: whether the labels allow nothing but to keep it
 * @param weight how much the document counts
 */
@SuppressWarnings("ArrayRecordComponent") // kept to this package, never compared
record LabelledSequence(int[][] features, boolean[][] admissible, boolean[][] allowed, boolean[] kept, double weight) {
    /**
     * Reads a document.
     *
     * @param lesson the document
     * @param vocabulary the phrases that are known
     * @param weight how much it counts, read this way
     * @throws IllegalArgumentException when no sequence of states fits its labels
     */
    static LabelledSequence of(CleanerCorpus.Lesson lesson, Vocabulary vocabulary, double weight) {
        LabelledDocument document = lesson.document();
        ObservedPage page = ObservedPage.of(document.text(), document.title(), vocabulary);
        RoleLabels labels = RoleLabels.of(document, page, lesson.composed());
        int lines = page.size();
        int[][] features = new int[lines][];
        boolean[][] admissible = new boolean[lines][States.COUNT];
        boolean[][] labelled = new boolean[lines][States.COUNT];
        boolean[] kept = new boolean[lines];
        for (int i = 0; i < lines; i++) {
            features[i] = page.features(i);
            Set<Role> roles = labels.of(i);
            kept[i] = roles.stream().allMatch(role -> role.kind() == null);
            for (int s = 0; s < States.COUNT; s++) {
                Role role = States.role(s);
                admissible[i][s] = page.admits(i, role);
                labelled[i][s] = roles.contains(role);
            }
        }
        int stuck = firstLineWithoutState(labelled);
        if (stuck >= 0) {
            throw new IllegalArgumentException("document " + document.id()
                    + ": its labels cannot be, no role of the model fits line " + page.number(stuck)
                    + " and the lines around it");
        }
        boolean[][] allowed = allowed(labelled, admissible, kept);
        return new LabelledSequence(features, admissible, allowed, kept, weight);
    }

    /**
     * The states that are both labelled and admissible. Where nothing in a line speaks for its label the model can't learn it and is told
     * nothing of the line; where that breaks the order of states, it is told only what stays.
     */
    private static boolean[][] allowed(boolean[][] labelled, boolean[][] admissible, boolean[] kept) {
        boolean[][] allowed = new boolean[labelled.length][];
        for (int i = 0; i < allowed.length; i++) {
            boolean[] both = new boolean[States.COUNT];
            boolean any = false;
            for (int s = 0; s < States.COUNT; s++) {
                both[s] = labelled[i][s] && admissible[i][s];
                any |= both[s];
            }
            allowed[i] = any ? both : admissible[i];
        }
        if (firstLineWithoutState(allowed) >= 0) {
            for (int i = 0; i < allowed.length; i++) {
                allowed[i] = kept[i] ? allowed[i] : admissible[i];
            }
        }
        return allowed;
    }

    int lines() {
        return features.length;
    }

    /** The first line that no sequence of allowed states reaches, or the last when none may end there; -1 when there is a sequence. */
    private static int firstLineWithoutState(boolean[][] allowed) {
        boolean[] reached = new boolean[States.COUNT];
        for (int i = 0; i < allowed.length; i++) {
            boolean[] next = new boolean[States.COUNT];
            boolean any = false;
            for (int s = 0; s < States.COUNT; s++) {
                boolean ends = i < allowed.length - 1 || States.ends(s);
                next[s] = allowed[i][s] && ends && (i == 0 ? States.starts(s) : follows(s, reached));
                any |= next[s];
            }
            if (!any) {
                return i;
            }
            reached = next;
        }
        return -1;
    }

    private static boolean follows(int state, boolean[] reached) {
        for (int earlier : States.before(state)) {
            if (reached[earlier]) {
                return true;
            }
        }
        return false;
    }
}
