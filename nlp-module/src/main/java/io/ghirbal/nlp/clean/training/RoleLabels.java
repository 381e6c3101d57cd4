package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedLines;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedPart;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The labels of a document read as roles. Roles are finer than labels: of a block of links the heading, the links and a single link are
 * told apart by where they stand and by their phrases. What cannot be told is left open, and the field chooses.
 */
final class RoleLabels {
    /** Fewer words make a line that opens a block of links its heading. */
    private static final int LONGEST_HEADING = 4;

    private static final int SHORTEST_INLINE_LINK = 4;
    private static final int SHORTEST_REPETITION = 4;

    private final ObservedPage page;
    private final @Nullable BoilerplateKind[] kinds;
    private final boolean composed;

    private RoleLabels(ObservedPage page, @Nullable BoilerplateKind[] kinds, boolean composed) {
        this.page = page;
        this.kinds = kinds;
        this.composed = composed;
    }

    /**
     * Reads the labels of {@code document}.
     *
     * @param page the document as the field observes it
     * @param composed whether nobody labelled the lines of its article, so that repetitions may hide in it
     * @throws IllegalArgumentException when a range has no kind
     */
    static RoleLabels of(LabelledDocument document, ObservedPage page, boolean composed) {
        return new RoleLabels(page, kinds(document, page), composed);
    }

    /** The kind of each line, null where it stays; of identical copies of which one stays, the first one stays. */
    private static @Nullable BoilerplateKind[] kinds(LabelledDocument document, ObservedPage page) {
        @Nullable BoilerplateKind[] kinds = new BoilerplateKind[page.size()];
        for (int i = 0; i < kinds.length; i++) {
            for (RemovedLines range : document.removed()) {
                if (range.first() <= page.number(i) && page.number(i) <= range.last()) {
                    kinds[i] = kind(range, document);
                }
            }
            for (RemovedPart part : document.inline()) {
                if (page.isMostly(i, part.line(), part.text())) {
                    kinds[i] = part.kind();
                }
            }
        }
        for (int i = 0; i < kinds.length; i++) {
            int first = page.copyOf(i);
            if (first >= 0 && kinds[i] == null && kinds[first] == BoilerplateKind.DUPLICATE) {
                kinds[i] = BoilerplateKind.DUPLICATE;
                kinds[first] = null;
            }
        }
        return kinds;
    }

    private static BoilerplateKind kind(RemovedLines range, LabelledDocument document) {
        BoilerplateKind kind = range.kind();
        if (kind == null) {
            throw new IllegalArgumentException(
                    "document " + document.id() + ": lines " + range.first() + " to " + range.last() + " have no kind");
        }
        return kind;
    }

    /** The roles that the labels allow the line. */
    Set<Role> of(int line) {
        BoilerplateKind kind = kinds[line];
        if (kind == null) {
            return kept(line);
        }
        return switch (kind) {
            case RELATED_LINKS -> EnumSet.of(link(line));
            case RELATED_ARTICLE -> EnumSet.of(otherArticle(line));
            default -> EnumSet.of(Role.valueOf(kind.name()));
        };
    }

    private Set<Role> kept(int line) {
        Set<Role> roles = isTitle(line) ? EnumSet.of(Role.TITLE) : EnumSet.of(Role.BODY, Role.RESUMED);
        if (composed && page.copyOf(line) >= 0 && page.wordCount(line) >= SHORTEST_REPETITION) {
            roles.add(Role.DUPLICATE);
        }
        return roles;
    }

    /** The first line that stays is the title when it says the headline. */
    private boolean isTitle(int line) {
        for (int earlier = 0; earlier < line; earlier++) {
            if (kinds[earlier] == null) {
                return false;
            }
        }
        return page.saysTitle(line);
    }

    private Role link(int line) {
        if (page.isLinksPhrase(line)) {
            return Role.LINKS_HEADING;
        }
        if (page.opensWithLinksPhrase(line) && page.wordCount(line) >= SHORTEST_INLINE_LINK) {
            return Role.INLINE_LINK;
        }
        boolean opens = line == 0 || kinds[line - 1] != BoilerplateKind.RELATED_LINKS;
        if (opens && page.wordCount(line) <= LONGEST_HEADING) {
            return Role.LINKS_HEADING;
        }
        boolean goesOn = line + 1 < kinds.length && kinds[line + 1] == BoilerplateKind.RELATED_LINKS;
        return opens && !goesOn ? Role.INLINE_LINK : Role.LINK;
    }

    private Role otherArticle(int line) {
        int before = 0;
        for (int earlier = 0; earlier < line; earlier++) {
            before += kinds[earlier] == BoilerplateKind.RELATED_ARTICLE ? 1 : 0;
        }
        return before == 0 ? Role.OTHER_TITLE : before == 1 ? Role.OTHER_LEAD : Role.OTHER_BODY;
    }
}
