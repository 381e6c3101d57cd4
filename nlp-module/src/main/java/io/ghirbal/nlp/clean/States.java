package io.ghirbal.nlp.clean;

/**
 * The states of the sequence model: a {@link Role} in a context. A line that interrupts (a promotion, an advertisement) remembers in its
 * context what it interrupted, so that a block of links or a second article goes on after it. After a second article no line is kept.
 */
@SuppressWarnings("EnumOrdinal") // arrays are indexed by role, kind and place; nothing stored depends on it
final class States {
    static final int MAIN = 0;
    static final int IN_BLOCK = 1;
    static final int IN_OTHER = 2;

    static final int COUNT;
    private static final byte[] ROLE;
    private static final byte[] CONTEXT;
    /** For each state the states that may stand before it. */
    static final int[][] BEFORE;

    static {
        int count = 0;
        byte[] roles = new byte[3 * Role.COUNT];
        byte[] contexts = new byte[3 * Role.COUNT];
        for (int context = MAIN; context <= IN_OTHER; context++) {
            for (Role role : Role.values()) {
                if (exists(role, context)) {
                    roles[count] = (byte) role.ordinal();
                    contexts[count++] = (byte) context;
                }
            }
        }
        COUNT = count;
        ROLE = java.util.Arrays.copyOf(roles, count);
        CONTEXT = java.util.Arrays.copyOf(contexts, count);
        BEFORE = new int[count][];
        for (int state = 0; state < count; state++) {
            int[] before = new int[count];
            int n = 0;
            for (int earlier = 0; earlier < count; earlier++) {
                if (follows(earlier, state)) {
                    before[n++] = earlier;
                }
            }
            BEFORE[state] = java.util.Arrays.copyOf(before, n);
        }
    }

    private States() {}

    static Role role(int state) {
        return Role.of(ROLE[state]);
    }

    static int roleIndex(int state) {
        return ROLE[state];
    }

    static int context(int state) {
        return CONTEXT[state];
    }

    /** Whether a page may begin with the state. */
    static boolean starts(int state) {
        return CONTEXT[state] == MAIN && role(state) != Role.RESUMED;
    }

    /** Whether a page may end with the state; a block that was interrupted must go on. */
    static boolean ends(int state) {
        return CONTEXT[state] != IN_BLOCK;
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
            case OTHER_LEAD -> from == Role.OTHER_TITLE || from.interrupts();
            case OTHER_BODY -> from == Role.OTHER_LEAD || from == Role.OTHER_BODY || from.interrupts();
            default -> true;
        };
    }
}
