package io.ghirbal.nlp.clean;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a line does in its page: the labels of the sequence model. Finer than {@link BoilerplateKind}, so that order can be learned. Public
 * for {@code io.ghirbal.nlp.clean.training} alone.
 */
@SuppressWarnings("EnumOrdinal") // a role is a bit of a mask; nothing stored depends on it
public enum Role {
    /** The headline of the article. */
    TITLE(null),
    /** A line of the article. */
    BODY(null),
    /** The line with which the article goes on after a block of links. */
    RESUMED(null),
    /** "Read also", on a line of its own. */
    LINKS_HEADING(BoilerplateKind.RELATED_LINKS),
    /** A headline in a block of links. */
    LINK(BoilerplateKind.RELATED_LINKS),
    /** "Read also: headline", on one line. */
    INLINE_LINK(BoilerplateKind.RELATED_LINKS),
    /** The headline of a second article. */
    OTHER_TITLE(BoilerplateKind.RELATED_ARTICLE),
    /** The first paragraph of a second article. */
    OTHER_LEAD(BoilerplateKind.RELATED_ARTICLE),
    /** A further paragraph of a second article. */
    OTHER_BODY(BoilerplateKind.RELATED_ARTICLE),
    SOURCE(BoilerplateKind.SOURCE),
    DATE(BoilerplateKind.DATE),
    BYLINE(BoilerplateKind.BYLINE),
    CAPTION(BoilerplateKind.CAPTION),
    PROMO(BoilerplateKind.PROMO),
    SHARE(BoilerplateKind.SHARE),
    FEEDBACK(BoilerplateKind.FEEDBACK),
    NAVIGATION(BoilerplateKind.NAVIGATION),
    TAGS(BoilerplateKind.TAGS),
    AD(BoilerplateKind.AD),
    LEGAL(BoilerplateKind.LEGAL),
    DUPLICATE(BoilerplateKind.DUPLICATE),
    OTHER(BoilerplateKind.OTHER);

    static final int COUNT = values().length;
    private static final Role[] ALL = values();

    /** The roles of lines that stay, as bits. */
    static final int KEPT = bits(null);

    private static final int[] BITS_OF_KIND =
            Arrays.stream(BoilerplateKind.values()).mapToInt(Role::bits).toArray();

    private final @Nullable BoilerplateKind kind;

    Role(@Nullable BoilerplateKind kind) {
        this.kind = kind;
    }

    /** The kind of boilerplate; null for lines that stay. */
    public @Nullable BoilerplateKind kind() {
        return kind;
    }

    /** The bit of the role in a set of roles. */
    int bit() {
        return 1 << ordinal();
    }

    /** The roles of the kind, as bits. */
    static int all(BoilerplateKind kind) {
        return BITS_OF_KIND[kind.ordinal()];
    }

    /** A set of roles, as bits. */
    static int set(Role... roles) {
        return Arrays.stream(roles).mapToInt(Role::bit).sum();
    }

    private static int bits(@Nullable BoilerplateKind kind) {
        return Arrays.stream(ALL)
                .filter(role -> role.kind == kind)
                .mapToInt(Role::bit)
                .sum();
    }

    static Role of(int ordinal) {
        return ALL[ordinal];
    }
}
