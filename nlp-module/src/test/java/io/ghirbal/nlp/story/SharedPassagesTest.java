package io.ghirbal.nlp.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharedPassagesTest {
    @Test
    void findsARunThatBothHaveWithItsPlaces() {
        String first = "قبل ذلك. أعلنت الوزارة فتح باب التسجيل للطلاب الجدد، ثم انصرف الجميع";
        String second = "اعلنت الوزاره فتح\nباب التسجيل للطلاب الجدد";

        List<SharedPassage> shared = shared(first, second);

        assertThat(shared).hasSize(1);
        SharedPassage passage = shared.get(0);
        assertThat(passage.words()).isEqualTo(7);
        assertThat(first.substring(passage.start(), passage.end()))
                .isEqualTo("أعلنت الوزارة فتح باب التسجيل للطلاب الجدد");
        assertThat(second.substring(passage.otherStart(), passage.otherEnd())).isEqualTo(second);
    }

    @Test
    void leavesShorterRunsOut() {
        assertThat(shared("من جهته قال رئيس البلدية سعيدا", "من جهته قال رئيس البلدية غاضبا"))
                .isEmpty();
        assertThat(shared("من جهته قال رئيس البلدية إنه", "من جهته قال رئيس البلدية إنه"))
                .hasSize(1);
        assertThat(shared("", "من جهته قال رئيس البلدية إنه")).isEmpty();
    }

    @Test
    void takesTheLongestFirstAndNoWordTwice() {
        // the second body has the first six words twice, once as the beginning of a longer run
        String longer = "ا ب ت ث ج ح خ د";
        String shorter = "ا ب ت ث ج ح";

        List<SharedPassage> shared = shared(longer, shorter + " ص " + longer);

        assertThat(shared).hasSize(1);
        assertThat(shared.get(0).words()).isEqualTo(8);
        assertThat(shared.get(0).otherStart()).isEqualTo((shorter + " ص ").length());
    }

    @Test
    void keepsTheOrderOfTheFirstWhenPassagesMoved() {
        String one = "ا ب ت ث ج ح خ";
        String two = "د ذ ر ز س ش";

        List<SharedPassage> shared = shared(one + " ص " + two, two + " ض " + one);

        assertThat(shared).extracting(SharedPassage::words).containsExactly(7, 6);
        assertThat(shared.get(0).otherStart()).isGreaterThan(shared.get(1).otherStart());
    }

    /** Against the plain form of the algorithm, which looks at all pairs of words again for each passage. */
    @Test
    void findsWhatTheSlowFormFinds() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int letters = 2 + random.nextInt(4);
            String first = words(random, letters);
            String second = words(random, letters);

            assertThat(shared(first, second)).as("seed %d", seed).isEqualTo(slowly(first, second));
        }
    }

    @Test
    void isQuickWithTextsThatRepeatThemselves() {
        String body = "كرر ".repeat(3_000);

        List<SharedPassage> shared = shared(body, body);

        assertThat(shared).hasSize(1);
        assertThat(shared.get(0).words()).isEqualTo(3_000);
    }

    private static List<SharedPassage> shared(String first, String second) {
        return SharedPassages.of(BodyWords.of(first), BodyWords.of(second));
    }

    private static String words(Random random, int letters) {
        StringBuilder text = new StringBuilder();
        int count = random.nextInt(70);
        for (int i = 0; i < count; i++) {
            text.append("ابتثجح".charAt(random.nextInt(letters))).append(random.nextInt(9) == 0 ? "\n" : " ");
        }
        return text.toString();
    }

    private static List<SharedPassage> slowly(String firstText, String secondText) {
        BodyWords first = BodyWords.of(firstText);
        BodyWords second = BodyWords.of(secondText);
        boolean[] taken = new boolean[first.count()];
        boolean[] takenOfSecond = new boolean[second.count()];
        List<SharedPassage> found = new ArrayList<>();
        while (true) {
            int best = 0;
            int from = 0;
            int other = 0;
            for (int i = 0; i < first.count(); i++) {
                for (int j = 0; j < second.count(); j++) {
                    int run = 0;
                    while (i + run < first.count()
                            && j + run < second.count()
                            && first.word(i + run) == second.word(j + run)
                            && !taken[i + run]
                            && !takenOfSecond[j + run]) {
                        run++;
                    }
                    if (run > best) {
                        best = run;
                        from = i;
                        other = j;
                    }
                }
            }
            if (best < SharedPassage.LEAST_WORDS) {
                Collections.sort(found, (a, b) -> Integer.compare(a.start(), b.start()));
                return found;
            }
            for (int i = 0; i < best; i++) {
                taken[from + i] = true;
                takenOfSecond[other + i] = true;
            }
            found.add(new SharedPassage(
                    first.start(from),
                    first.end(from + best - 1),
                    second.start(other),
                    second.end(other + best - 1),
                    best));
        }
    }
}
