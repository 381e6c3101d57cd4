package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.States;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // parameters are numbered by role
class ParametersTest {
    private static final List<String> FEATURES = ObservedPage.featureNames();

    @Test
    void hasOnePlaceForEachParameter() {
        int[] uses = new int[Parameters.SIZE];
        for (int a = 0; a < Parameters.ROLES; a++) {
            uses[Parameters.first(a)]++;
            uses[Parameters.last(a)]++;
            for (int b = 0; b < Parameters.ROLES; b++) {
                uses[Parameters.order(a, b)]++;
            }
            for (int f = 0; f < FEATURES.size(); f++) {
                uses[Parameters.feature(f, a)]++;
            }
        }
        for (int a = 0; a < States.CONTEXTS; a++) {
            for (int b = 0; b < States.CONTEXTS; b++) {
                uses[Parameters.context(a, b)]++;
            }
        }
        Parameters.PLACES.forEach(place -> uses[Parameters.place(place)]++);

        assertThat(uses).containsOnly(1);
    }

    @Test
    void knowsFeaturesByName() {
        int feature = FEATURES.indexOf("repeats-earlier-paragraph");

        assertThat(Parameters.feature("repeats-earlier-paragraph", Role.DUPLICATE))
                .isEqualTo(
                        Parameters.feature(feature, Arrays.asList(Role.values()).indexOf(Role.DUPLICATE)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.feature("no-such-feature", Role.BODY))
                .withMessageContaining("no-such-feature");
    }

    @Test
    void letsThePlaceOfAPhraseSpeakForTheRolesOfItsKindOnly() {
        int share = FEATURES.indexOf("phrase=whole/share");

        assertThat(Parameters.place(share)).isEqualTo(Parameters.place("whole"));
        assertThat(speaksFor(share)).containsExactly(Role.SHARE);
        assertThat(speaksFor(FEATURES.indexOf("phrase=end/related_article")))
                .containsExactly(Role.OTHER_TITLE, Role.OTHER_LEAD, Role.OTHER_BODY);
        assertThat(speaksFor(FEATURES.indexOf("phrase=whole/related_links"))).isEmpty();
        assertThat(Parameters.place(FEATURES.indexOf("any-phrase=whole"))).isEqualTo(Parameters.NONE);
    }

    @Test
    void readsPhrasesFromTheNamesOfFeatures() {
        assertThat(FEATURES.stream()
                        .map(PhraseFeature::of)
                        .filter(phrase -> phrase != null)
                        .distinct())
                .hasSize(Parameters.PLACES.size() * BoilerplateKind.values().length);
    }

    private static List<Role> speaksFor(int feature) {
        return IntStream.range(0, Parameters.ROLES)
                .filter(role -> Parameters.placeSpeaksFor(feature, role))
                .mapToObj(role -> Role.values()[role])
                .toList();
    }
}
