package io.ghirbal.nlp.clean.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.States;
import io.ghirbal.nlp.clean.Vocabulary;
import io.ghirbal.nlp.clean.training.SmallCorpus.Sheet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal") // parameters are numbered by role
class CrfObjectiveTest {
    private static final GaussianPrior PRIOR = GaussianPrior.standard();
    private static final double MARGIN = 1.5;
    private static final int R = Parameters.ROLES;

    /** A page of three lines, its boilerplate last; few enough to list every path through its states. */
    private static LabelledSequence page(double weight) {
        LabelledDocument document = new Sheet()
                .keep("سباق القوارب يعود إلى ميناء النورس")
                .keep("يعود سباق القوارب إلى ميناء النورس بعد توقف دام ثلاث سنوات بسبب أعمال توسعة الرصيف.")
                .add("شارك", BoilerplateKind.SHARE)
                .document("a", "", null);
        return sequence(document, weight, false);
    }

    private static LabelledSequence sequence(LabelledDocument document, double weight, boolean composed) {
        return LabelledSequence.of(new CleanerCorpus.Lesson(document, weight, composed), Vocabulary.standard(), weight);
    }

    private static double[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, Parameters.SIZE)
                .mapToDouble(i -> random.nextDouble(-1, 1))
                .toArray();
    }

    @Test
    void isTheNegativeLogLikelihoodOfTheLabelsSummedOverEveryAdmissiblePath() {
        LabelledSequence page = page(0.5);
        double[] x = random(1);
        double all = 0;
        double right = 0;
        for (int[] path : paths(page.lines())) {
            if (!IntStream.range(0, path.length).allMatch(i -> page.admissible()[i][path[i]])) {
                continue;
            }
            double score = Math.exp(score(page, path, x));
            long lost = IntStream.range(0, path.length)
                    .filter(i -> page.kept()[i] && States.role(path[i]).kind() != null)
                    .count();
            all += score * Math.exp(MARGIN * lost);
            right += IntStream.range(0, path.length).allMatch(i -> page.allowed()[i][path[i]]) ? score : 0;
        }
        double prior = 0;
        for (int i = 0; i < x.length; i++) {
            prior += PRIOR.cost(i, x[i]);
        }

        double loss = new CrfObjective(List.of(page), PRIOR, MARGIN).at(x, new double[x.length]);

        assertThat(loss).isEqualTo(0.5 * (Math.log(all) - Math.log(right)) + prior, within(1e-9 * prior));
    }

    /** Every path that begins and ends as pages may, and goes from state to state as they may follow. */
    private static List<int[]> paths(int lines) {
        List<int[]> paths = new ArrayList<>();
        for (int s = 0; s < States.COUNT; s++) {
            if (States.starts(s)) {
                extend(new int[] {s}, lines, paths);
            }
        }
        return paths;
    }

    private static void extend(int[] path, int lines, List<int[]> paths) {
        int last = path[path.length - 1];
        if (path.length == lines) {
            if (States.ends(last)) {
                paths.add(path);
            }
            return;
        }
        for (int next = 0; next < States.COUNT; next++) {
            if (Arrays.stream(States.before(next)).anyMatch(before -> before == last)) {
                int[] longer = Arrays.copyOf(path, path.length + 1);
                longer[path.length] = next;
                extend(longer, lines, paths);
            }
        }
    }

    private static double score(LabelledSequence page, int[] path, double[] x) {
        double score = x[Parameters.first(role(path[0]))] + x[Parameters.last(role(path[path.length - 1]))];
        for (int i = 0; i < path.length; i++) {
            int role = role(path[i]);
            for (int feature : page.features()[i]) {
                score += x[Parameters.feature(feature, role)];
                score += Parameters.placeSpeaksFor(feature, role) ? x[Parameters.place(feature)] : 0;
            }
            if (i > 0) {
                score += x[Parameters.order(role(path[i - 1]), role)];
                score += x[Parameters.context(States.context(path[i - 1]), States.context(path[i]))];
            }
        }
        return score;
    }

    private static int role(int state) {
        return States.role(state).ordinal();
    }

    /** Central differences, for a third of the parameters that are no feature's, and of the features of the pages, each for a role. */
    @Test
    void hasTheGradientThatFiniteDifferencesHave() {
        List<LabelledSequence> pages = new ArrayList<>();
        pages.add(sequence(SmallCorpus.documents().get(0), 0.7, false));
        pages.add(sequence(SmallCorpus.documents().get(1), 3, true));
        pages.add(page(1));
        CrfObjective objective = new CrfObjective(pages, PRIOR, MARGIN);
        double[] x = random(2);
        double[] gradient = new double[x.length];
        objective.at(x, gradient);

        for (int i : parameters(pages)) {
            double difference = derivative(objective, x, i);

            assertThat(gradient[i]).as("parameter %d", i).isEqualTo(difference, within(1e-5));
        }
    }

    private static List<Integer> parameters(List<LabelledSequence> pages) {
        List<Integer> parameters = new ArrayList<>();
        int firstAfterFeatures = Parameters.feature(ObservedPage.featureNames().size(), 0);
        SplittableRandom random = new SplittableRandom(3);
        IntStream.range(firstAfterFeatures, Parameters.SIZE)
                .filter(parameter -> random.nextInt(3) == 0)
                .forEach(parameters::add);
        pages.stream()
                .flatMapToInt(page -> Arrays.stream(page.features()).flatMapToInt(Arrays::stream))
                .distinct()
                .filter(feature -> random.nextInt(3) == 0)
                .forEach(feature -> parameters.add(Parameters.feature(feature, random.nextInt(R))));
        return parameters;
    }

    private static double derivative(CrfObjective objective, double[] x, int i) {
        double step = 1e-4;
        double[] ignored = new double[x.length];
        DoubleUnaryOperator value = at -> {
            double[] moved = x.clone();
            moved[i] += at;
            return objective.at(moved, ignored);
        };
        return (value.applyAsDouble(step) - value.applyAsDouble(-step)) / (2 * step);
    }

    @Test
    void asksForAMarginOnlyWhereTheArticleIsToStay() {
        double[] x = PRIOR.mean();
        double[] ignored = new double[x.length];
        LabelledSequence page = page(1);
        LabelledSequence allBoilerplate = sequence(
                new Sheet()
                        .add("شارك", BoilerplateKind.SHARE)
                        .add("طباعة", BoilerplateKind.SHARE)
                        .document("a", "", null),
                1,
                false);

        assertThat(new CrfObjective(List.of(page), PRIOR, 2).at(x, ignored))
                .isGreaterThan(new CrfObjective(List.of(page), PRIOR, 0).at(x, ignored));
        assertThat(new CrfObjective(List.of(allBoilerplate), PRIOR, 2).at(x, ignored))
                .isEqualTo(new CrfObjective(List.of(allBoilerplate), PRIOR, 0).at(x, ignored));
    }

    @Test
    void hasNoValueWhereTheNumbersAreTooLarge() {
        double[] x = new double[Parameters.SIZE];
        for (Role role : Role.values()) {
            x[Parameters.first(role.ordinal())] = 1000;
        }

        assertThat(new CrfObjective(List.of(page(1)), PRIOR, MARGIN).at(x, new double[x.length]))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void givesTheSameNumbersEachTime() {
        CrfObjective objective = new CrfObjective(List.of(page(1), page(2)), PRIOR, MARGIN);
        double[] x = random(4);
        double[] once = new double[x.length];
        double[] again = random(5);

        assertThat(objective.at(x, again)).isEqualTo(objective.at(x, once));
        assertThat(again).isEqualTo(once);
    }
}
