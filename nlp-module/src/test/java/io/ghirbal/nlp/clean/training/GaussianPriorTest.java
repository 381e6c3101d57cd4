package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ghirbal.nlp.clean.Role;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GaussianPriorTest {
    private static final GaussianPrior PRIOR = GaussianPrior.standard();

    @Test
    void costsNothingAtItsMean() {
        double[] mean = PRIOR.mean();
        for (int i = 0; i < mean.length; i++) {
            assertThat(PRIOR.cost(i, mean[i])).isZero();
            assertThat(PRIOR.slope(i, mean[i])).isZero();
        }
    }

    @Test
    void hasTheSlopeOfItsCost() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < Parameters.SIZE; i++) {
            double x = random.nextDouble(-9, 9);
            double difference = (PRIOR.cost(i, x + 1e-3) - PRIOR.cost(i, x - 1e-3)) / 2e-3;

            assertThat(PRIOR.slope(i, x)).as("parameter %d", i).isEqualTo(difference, within(1e-6));
        }
    }

    @Test
    void letsComparisonsOfSectionsWeighMoreThanOtherFeatures() {
        int section = Parameters.feature("section-known-from-before-heading=0-2%/1/goes-on", Role.OTHER_LEAD);
        int words = Parameters.feature("words=3", Role.OTHER_LEAD);

        assertThat(PRIOR.cost(section, 1)).isEqualTo(0.05, within(1e-12));
        assertThat(PRIOR.cost(words, 1)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void expectsWhatTheDefinitionOfBoilerplateSays() {
        double[] mean = PRIOR.mean();

        assertThat(mean[Parameters.feature("repeats-earlier-paragraph", Role.DUPLICATE)])
                .isEqualTo(20);
        assertThat(mean[Parameters.place("whole")]).isEqualTo(6);
        assertThat(mean[Parameters.place("inside_long")]).isZero();
        assertThat(mean[Parameters.feature("phrase=whole/related_links", Role.LINKS_HEADING)])
                .isEqualTo(6);
        assertThat(mean[Parameters.feature("stops-inside=2+/headline", Role.SHARE)])
                .isEqualTo(-2);
        assertThat(mean[Parameters.feature("stops-inside=2+/headline", Role.LEGAL)])
                .isZero();
    }
}
