package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import java.util.List;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // parameters are numbered by role
class WeightsFileTest {
    @Test
    void writesWhatIsNotZeroByNameWithTwoDigits() {
        double[] parameters = new double[Parameters.SIZE];
        parameters[Parameters.first(Role.TITLE.ordinal())] = 1.2345;
        parameters[Parameters.last(Role.OTHER.ordinal())] = -0.005;
        parameters[Parameters.order(Role.TITLE.ordinal(), Role.BODY.ordinal())] = 0.5;
        parameters[Parameters.order(Role.TITLE.ordinal(), Role.LINK.ordinal())] = -3;
        parameters[Parameters.context(2, 0)] = -12;
        parameters[Parameters.feature("always", Role.BODY)] = 0.0049;
        parameters[Parameters.feature("words=3", Role.BODY)] = 0.0051;

        assertThat(WeightsFile.lines(parameters))
                .containsExactly(
                        "first TITLE 1.23",
                        "context 0>0 0.00 0>1 0.00 0>2 0.00 1>0 0.00 1>1 0.00 1>2 0.00 2>0 -12.00 2>1 0.00 2>2 0.00",
                        "after:TITLE BODY 0.50 LINK -3.00",
                        "words=3 BODY 0.01");
    }

    @Test
    void addsThePlaceOfAPhraseToTheWeightsOfItsKind() {
        double[] parameters = new double[Parameters.SIZE];
        parameters[Parameters.place("whole")] = 2;
        parameters[Parameters.feature("phrase=whole/share", Role.SHARE)] = 0.25;
        parameters[Parameters.feature("phrase=whole/share", Role.BODY)] = -1;

        assertThat(WeightsFile.lines(parameters))
                .contains("phrase=whole/share BODY -1.00 SHARE 2.25", "phrase=whole/date DATE 2.00")
                .noneMatch(line -> line.startsWith("phrase=whole/related_links"));
    }

    @Test
    void explainsItselfInACommentThatTheCleanerSkips() {
        List<String> lines = WeightsFile.withComment(List.of("first TITLE 1.00"));

        assertThat(lines).last().isEqualTo("first TITLE 1.00");
        assertThat(lines.subList(0, lines.size() - 1)).isNotEmpty().allMatch(line -> line.startsWith("#"));
    }

    @Test
    void namesEveryFeatureOnce() {
        double[] parameters = new double[Parameters.SIZE];
        List<String> features = ObservedPage.featureNames();
        for (int f = 0; f < features.size(); f++) {
            parameters[Parameters.feature(f, Role.BODY.ordinal())] = 1;
        }

        assertThat(WeightsFile.lines(parameters))
                .filteredOn(line -> line.endsWith(" BODY 1.00"))
                .extracting(line -> line.substring(0, line.indexOf(' ')))
                .containsExactlyElementsOf(features);
    }
}
