package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The five seeds of the repository, every line of which was labelled by reading. */
class SeedsTest {
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();

    record Seed(
            String file,
            @Nullable String title,
            int titleLine,
            List<String> removed,
            @Nullable LocalDate publishedOn,
            @Nullable String attribution,
            @Nullable String author) {}

    static Stream<Seed> seeds() {
        return Stream.of(
                new Seed(
                        "000_6706c1630c495875.txt",
                        "مصر تستضيف مؤتمر إعمار غزة نهاية نوفمبر المقبل",
                        1,
                        List.of(
                                "3 DUPLICATE",
                                "11 RELATED_LINKS",
                                "46 FEEDBACK",
                                "48 FEEDBACK",
                                "49 BYLINE",
                                "50 BYLINE"),
                        null,
                        null,
                        "Rabab"),
                new Seed(
                        "001_9fd277db5f56dc45.txt",
                        null,
                        0,
                        Stream.of(
                                        Stream.of("40 SOURCE", "42 RELATED_LINKS"),
                                        lines("RELATED_ARTICLE", 44, 46, 48, 50, 53, 55, 57, 59, 62, 63, 65),
                                        lines("RELATED_LINKS", 67, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78))
                                .flatMap(s -> s)
                                .toList(),
                        null,
                        "الموقع بوست",
                        null),
                new Seed(
                        "002_010767a4ef82bf03.txt",
                        "رئيس المخابرات المصرية يلتقي نائب رئيس دولة فلسطين لتعزيز جهود إنهاء الأزمة في غزة",
                        1,
                        List.of(),
                        null,
                        null,
                        null),
                new Seed(
                        "003_25fe7f9002335ffe.txt",
                        "الرئيس السيسي يجتمع مع وزير الخارجية الأمريكي لبحث تطورات الوقف الإنساني بغزة",
                        1,
                        lines("RELATED_LINKS", 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)
                                .toList(),
                        null,
                        null,
                        null),
                new Seed(
                        "004_2abccfc8316cc9a4.txt",
                        "السيسي وبوتين يتوافقان على مواصلة التحرك بجدية لوقف إطلاق النار في غزة",
                        1,
                        List.of(
                                "2 DATE",
                                "12 SOURCE",
                                "13 RELATED_LINKS",
                                "14 RELATED_ARTICLE",
                                "15 PROMO",
                                "16 RELATED_ARTICLE",
                                "17 RELATED_ARTICLE",
                                "18 RELATED_ARTICLE",
                                "19 RELATED_ARTICLE"),
                        LocalDate.of(2023, 12, 9),
                        "شبكة الأمة برس",
                        null));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void takesEachSeedApartAsAReaderDoes(Seed seed) throws IOException {
        String text = Files.readString(Path.of("..", "seeds").resolve(seed.file()), StandardCharsets.UTF_8);

        CleanedArticle cleaned = CLEANER.clean(text);

        assertThat(removedLines(cleaned)).containsExactlyElementsOf(seed.removed());
        assertThat(cleaned.metadata())
                .isEqualTo(new ArticleMetadata(
                        seed.title(), seed.titleLine(), seed.publishedOn(), seed.attribution(), seed.author()));
    }

    /** The removed lines that are not blank, each with its kind. */
    private static List<String> removedLines(CleanedArticle cleaned) {
        return cleaned.removed().wholeLines().stream()
                .flatMap(block -> java.util.stream.IntStream.rangeClosed(block.first(), block.last())
                        .filter(n -> !cleaned.lines().isBlank(n))
                        .mapToObj(n -> n + " " + block.kind()))
                .toList();
    }

    private static Stream<String> lines(String kind, int... numbers) {
        return java.util.Arrays.stream(numbers).mapToObj(n -> n + " " + kind);
    }
}
