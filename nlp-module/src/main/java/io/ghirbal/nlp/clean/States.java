package io.ghirbal.nlp.clean;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The states of the sequence model: a {@link Role} in a context. A line that interrupts (a promotion, an advertisement) remembers in its
 * context what it interrupted, so that a block of links or a second article goes on after it. After a second article no line is kept.
 * Public for {@code io.ghirbal.nlp.clean.training} alone.
 */
@SuppressWarnings("EnumOrdinal") // arrays are indexed by role, kind and place; nothing stored depends on it
public final class States {
    static final int MAIN = 0;
    static final int IN_BLOCK = 1;
    static final int IN_OTHER = 2;

    /** How many there are; they are numbered from 0. */
    public static final int COUNT;

    /** How many contexts there are: the page, a block of links, what comes from a second article on. */
    public static final int CONTEXTS = 3;

    private static final byte[] ROLE;
    private static final byte[] CONTEXT;
    /** For each state the states that may stand before it. */
    static final int[][] BEFORE;

    static {
        int count = 0;
        byte[] roles = new byte[3 * Role.COUNT];
        byte[] contexts = new byte[3 * Role.COUNT];
        for (int context : new int[] {IN_BLOCK, MAIN, IN_OTHER}) {
            for (Role role : rolesOf(context)) {
                roles[count] = (byte) role.ordinal();
                contexts[count++] = (byte) context;
            }
        }
        COUNT = count;
        ROLE = Arrays.copyOf(roles, count);
        CONTEXT = Arrays.copyOf(contexts, count);
        BEFORE = new int[count][];
        for (int state = 0; state < count; state++) {
            int[] before = new int[count];
            int n = 0;
            for (int earlier = 0; earlier < count; earlier++) {
                if (follows(earlier, state)) {
                    before[n++] = earlier;
                }
            }
            BEFORE[state] = Arrays.copyOf(before, n);
        }
    }

    private States() {}

    /** What a line in the state does. */
    public static Role role(int state) {
        return Role.of(ROLE[state]);
    }

    static int roleIndex(int state) {
        return ROLE[state];
    }

    /** The context of the state, from 0 to {@link #CONTEXTS}, not included. */
    public static int context(int state) {
        return CONTEXT[state];
    }

    /** The states that may stand before the state, ascending. */
    public static int[] before(int state) {
        return BEFORE[state].clone();
    }

    /** Whether a page may begin with the state. */
    public static boolean starts(int state) {
        return CONTEXT[state] == MAIN && role(state) != Role.RESUMED;
    }

    /** Whether a page may end with the state; a block that was interrupted must go on. */
    public static boolean ends(int state) {
        return CONTEXT[state] != IN_BLOCK;
    }

    /**
     * The roles of a context; first those that lead to and from the context before it, so that the states that may follow a state lie close
     * together, and so do the states that the same states may follow.
     */
    private static List<Role> rolesOf(int context) {
        List<Role> first = context == IN_OTHER
                ? List.of(Role.OTHER_BODY, Role.OTHER_LEAD, Role.OTHER_TITLE)
                : List.of(Role.LINKS_HEADING, Role.LINK);
        return Arrays.stream(Role.values())
                .filter(role -> exists(role, context))
                .sorted(Comparator.comparing(role -> -first.indexOf(role)))
                .toList();
    }

    private static boolean exists(Role role, int context) {
        return switch (role) {
            case TITLE, BODY, RESUMED -> context == MAIN;
            case LINKS_HEADING, LINK -> context == MAIN || context == IN_OTHER;
            case OTHER_TITLE, OTHER_LEAD, OTHER_BODY -> context == IN_OTHER;
            default -> true;
        };
    }

    private static boolean follows(int earlier, int later) {
        Role from = role(earlier);
        Role to = role(later);
        int before = CONTEXT[earlier];
        int now = CONTEXT[later];
        boolean links = from == Role.LINK || from == Role.LINKS_HEADING;
        if (now == MAIN) {
            return switch (before) {
                case MAIN -> links ? to != Role.BODY : to != Role.RESUMED;
                case IN_BLOCK -> to == Role.LINK;
                default -> false;
            };
        }
        if (now == IN_BLOCK) {
            return before == IN_BLOCK || (before == MAIN && links);
        }
        if (before == IN_BLOCK) {
            return false;
        }
        if (before == MAIN) {
            return to == Role.OTHER_TITLE;
        }
        return switch (to) {
            case OTHER_LEAD -> from != Role.OTHER_LEAD && from != Role.OTHER_BODY;
            case OTHER_BODY -> from != Role.OTHER_TITLE;
            default -> true;
        };
    }
}
