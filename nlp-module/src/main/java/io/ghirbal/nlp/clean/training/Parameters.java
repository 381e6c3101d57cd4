package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.States;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where each parameter of the field stands in one array of numbers: what a feature speaks for a role, a role after another, a context
 * after another, a role on the first line and on the last.
 *
 * <p>And one for each place of a phrase in a line, which speaks for every role of the kind that the phrase announces: some kinds are too
 * rare in what we learn from to learn by themselves how much a phrase that is all of a line says.
 */
@SuppressWarnings("EnumOrdinal") // parameters are numbered by role; they are stored by name
final class Parameters {
    static final int ROLES = Role.values().length;

    private static final List<String> FEATURES = ObservedPage.featureNames();
    private static final Map<String, Integer> NUMBERS = numbers();
    /** The places of phrases in a line, as the names of features say them. */
    static final List<String> PLACES = places();

    private static final int ORDER = FEATURES.size() * ROLES;
    private static final int CONTEXT = ORDER + ROLES * ROLES;
    private static final int FIRST = CONTEXT + States.CONTEXTS * States.CONTEXTS;
    private static final int LAST = FIRST + ROLES;
    private static final int PLACE = LAST + ROLES;

    /** How many parameters there are. */
    static final int SIZE = PLACE + PLACES.size();

    /** No parameter. */
    static final int NONE = -1;

    /** By feature. */
    private static final int[] PLACE_OF = new int[FEATURES.size()];
    /** By feature and role, as {@link #feature}. */
    private static final boolean[] PLACE_SPEAKS = new boolean[FEATURES.size() * ROLES];

    static {
        Arrays.fill(PLACE_OF, NONE);
        for (int f = 0; f < FEATURES.size(); f++) {
            PhraseFeature phrase = PhraseFeature.of(FEATURES.get(f));
            // links have roles of their own for every place
            if (phrase != null && phrase.kind() != BoilerplateKind.RELATED_LINKS) {
                PLACE_OF[f] = place(phrase.place());
                for (Role role : Role.values()) {
                    PLACE_SPEAKS[feature(f, role.ordinal())] = role.kind() == phrase.kind();
                }
            }
        }
    }

    private Parameters() {}

    /** What feature {@code feature} speaks for role {@code role}, both by number. */
    static int feature(int feature, int role) {
        return feature * ROLES + role;
    }

    /** What the feature called {@code name} speaks for {@code role}. */
    static int feature(String name, Role role) {
        Integer feature = NUMBERS.get(name);
        if (feature == null) {
            throw new IllegalArgumentException("no feature is called " + name);
        }
        return feature(feature, role.ordinal());
    }

    /** The parameter of the place of the phrase that the feature tells of; {@link #NONE} when it tells of none. */
    static int place(int feature) {
        return PLACE_OF[feature];
    }

    /** Whether the parameter of the place of its phrase speaks, beside {@link #feature}, for the role. */
    static boolean placeSpeaksFor(int feature, int role) {
        return PLACE_SPEAKS[feature * ROLES + role];
    }

    static int order(int earlier, int later) {
        return ORDER + earlier * ROLES + later;
    }

    static int context(int earlier, int later) {
        return CONTEXT + earlier * States.CONTEXTS + later;
    }

    static int first(int role) {
        return FIRST + role;
    }

    static int last(int role) {
        return LAST + role;
    }

    /** What a phrase at {@code place}, one of {@link #PLACES}, speaks for the roles of its kind. */
    static int place(String place) {
        return PLACE + PLACES.indexOf(place);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        FEATURES.forEach(name -> numbers.put(name, numbers.size()));
        return numbers;
    }

    private static List<String> places() {
        List<String> places = new ArrayList<>();
        for (String name : FEATURES) {
            PhraseFeature phrase = PhraseFeature.of(name);
            if (phrase != null && !places.contains(phrase.place())) {
                places.add(phrase.place());
            }
        }
        return List.copyOf(places);
    }
}
