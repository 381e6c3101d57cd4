package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateCleanerTest {
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();

    private static final String TITLE = "مجلس القرية يقر بناء مدرسة جديدة";
    private static final List<String> STORY = List.of(
            "أقر مجلس القرية بناء مدرسة جديدة على أرض تبرع بها أحد الأهالي، على أن تبدأ الأعمال في الربيع.",
            "وقال رئيس مجلس القرية إن المدرسة ستضم عشرين صفا وملعبا ومكتبة.",
            "وأضاف أن كلفة بناء المدرسة تبلغ مليوني دينار توفرها وزارة التربية.",
            "ويتعلم أطفال القرية حاليا في مبنى مستأجر يبعد خمسة كيلومترات.");

    @Test
    void readsTitleDaySourceAndAuthor() {
        CleanedArticle cleaned = CLEANER.clean(page(
                TITLE,
                "كتبت: سارة الحسن",
                "تاريخ النشر: ٩ كانون الأول ٢٠٢٣",
                story(),
                "المصدر: وكالة الأنباء المحلية"));

        assertThat(cleaned.metadata())
                .isEqualTo(new ArticleMetadata(
                        TITLE, 1, LocalDate.of(2023, 12, 9), "وكالة الأنباء المحلية", "سارة الحسن"));
        assertThat(cleaned.body()).isEqualTo(story());
    }

    @Test
    void keepsTheTitleTheSourceGaveEvenWhenTheTextHasAnother() {
        CleanedArticle cleaned = CLEANER.clean(page(TITLE, story()), "عنوان من المصدر");

        assertThat(cleaned.metadata().title()).isEqualTo("عنوان من المصدر");
    }

    @Test
    void findsTheGivenTitleInTheText() {
        CleanedArticle cleaned = CLEANER.clean(page(TITLE, story()), TITLE + " | صحيفة القرية");

        assertThat(cleaned.metadata().titleLine()).isEqualTo(1);
        assertThat(cleaned.body()).isEqualTo(story());
    }

    @Test
    void hasNoTitleWhenTheTextBeginsWithASentence() {
        assertThat(CLEANER.clean(story()).metadata()).isEqualTo(new ArticleMetadata(null, 0, null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    القاهرة - منى حسن        | منى حسن
                    كتب: أحمد عبد الله       | أحمد عبد الله
                    بقلم / خالد العمري       | خالد العمري
                    فاطمة الزهراء – الرباط   | فاطمة الزهراء
                    """)
    void findsTheAuthorInABylineOfMoreThanAName(String byline, String author) {
        assertThat(CLEANER.clean(page(TITLE, byline, story()), TITLE).metadata().author())
                .isEqualTo(author);
    }

    @Test
    void guessesNoDayThatCannotBe() {
        CleanedArticle cleaned = CLEANER.clean(page(TITLE, "تاريخ النشر: 31 فبراير 2021", story()), TITLE);

        assertThat(cleaned.removed().all()).extracting(RemovedBlock::kind).containsExactly(BoilerplateKind.DATE);
        assertThat(cleaned.metadata().publishedOn()).isNull();
    }

    @Test
    void takesTheDayOfPublicationBeforeThatOfAChange() {
        CleanedArticle cleaned =
                CLEANER.clean(page(TITLE, "آخر تحديث: 11/12/2023", "نشر في: 09/12/2023", story()), TITLE);

        assertThat(cleaned.metadata().publishedOn()).isEqualTo(LocalDate.of(2023, 12, 9));
    }

    @Test
    void readsTheDayOfADateline() {
        CleanedArticle cleaned = CLEANER.clean(page("القاهرة 28 نوفمبر 2016: " + story()), TITLE);

        assertThat(cleaned.metadata().publishedOn()).isEqualTo(LocalDate.of(2016, 11, 28));
    }

    @Test
    void saysWhyInWords() {
        CleanedArticle cleaned = CLEANER.clean(
                page(TITLE, story(), "اقرأ أيضا", "- افتتاح معرض الزهور", "- تأجيل سباق الجري", "- وصول أول قطار"),
                TITLE);

        assertThat(cleaned.removed().all()).singleElement().satisfies(block -> {
            assertThat(block.kind()).isEqualTo(BoilerplateKind.RELATED_LINKS);
            assertThat(block.reason()).contains("اقرأ أيضا", "3 headlines");
            assertThat(block.confidence()).isBetween(0.5, 1.0);
        });
    }

    @Test
    void cutsKeyWordsAndAddressesOffTheEndOfAParagraph() {
        String last = "وشكر رئيس المجلس الأهالي على ما تبرعوا به من مال وجهد في السنوات الماضية من أجل أطفالهم.";
        CleanedArticle tagged = CLEANER.clean(page(story(), last + " سمات القرية المدرسة التربية"), TITLE);
        CleanedArticle signed = CLEANER.clean(page(story(), last + " writer@example.org"), TITLE);

        assertThat(tagged.removed().inline()).extracting(RemovedBlock::kind).containsExactly(BoilerplateKind.TAGS);
        assertThat(signed.removed().inline()).extracting(RemovedBlock::kind).containsExactly(BoilerplateKind.BYLINE);
        assertThat(tagged.body()).isEqualTo(story() + "\n" + last);
        assertThat(signed.body()).isEqualTo(story() + "\n" + last);
    }

    @Test
    void findsTheSameInEverySpellingOfAMarker() {
        for (String marker :
                List.of("اقرأ أيضا", "إقرأ أيضاً:", "اقرأ ايضـــاً ..", "◄ اقْرَأ أيضًا ►", "** إقرأ أيضا **")) {
            CleanedArticle cleaned =
                    CLEANER.clean(page(STORY.get(0), STORY.get(1), marker, STORY.get(2), STORY.get(3)), TITLE);

            assertThat(removedLines(cleaned)).as(marker).containsExactly(3);
        }
    }

    @Test
    void removesLinesThatOnlyLookEmpty() {
        CleanedArticle cleaned = CLEANER.clean(page(story(), "\ufeff", "\u200f\u200f"), TITLE);

        assertThat(cleaned.removed().all()).extracting(RemovedBlock::kind).containsOnly(BoilerplateKind.OTHER);
        assertThat(cleaned.body()).isEqualTo(story());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "\ufeff", "،", "1", "اقرأ أيضا", "\ud800", "المصدر:", "::::", "©"})
    void takesTextsThatAreHardlyAny(String text) {
        CleanedArticle cleaned = CLEANER.clean(text, "");

        assertThat(cleaned.metadata().title())
                .satisfiesAnyOf(
                        title -> assertThat(title).isNull(),
                        title -> assertThat(title).isNotBlank());
        checkSpans(cleaned);
    }

    /** Pieces of pages in any order, with any line ends: whatever comes, the answer is well formed and the same each time. */
    @Test
    void answersWellFormedSpansForAnyText() throws Exception {
        SplittableRandom random = new SplittableRandom(11);
        List<String> pieces = List.of(
                "اقرأ أيضا",
                ":",
                " ",
                "\t\t\t",
                "\n",
                "\r\n",
                "\r",
                "المصدر: رويترز",
                "\u200f",
                "{}",
                "<a href=x>",
                "٢٠٢٣/١٢/٩",
                "…",
                STORY.get(0),
                STORY.get(1),
                TITLE,
                "الرئيسية",
                "- ",
                "1. ",
                "a@b.c",
                "#وسم",
                "شارك",
                "\ud83d\ude00",
                "😀",
                "ﻻ",
                "ـ");
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = 0; k < 1 + random.nextInt(40); k++) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            String title = random.nextBoolean() ? TITLE : null;
            CleanedArticle cleaned = CLEANER.clean(text.toString(), title);
            CleanedArticle again = CLEANER.clean(text.toString(), title);

            checkSpans(cleaned);
            assertThat(again.removed().all()).isEqualTo(cleaned.removed().all());
            assertThat(again.metadata()).isEqualTo(cleaned.metadata());
            assertThat(again.body()).isEqualTo(cleaned.body());
        }
    }

    @Test
    void answersTheSameOnManyThreads() {
        String text = page(TITLE, story(), "اقرأ أيضا", "افتتاح معرض الزهور", "تأجيل سباق الجري");
        List<RemovedBlock> expected = CLEANER.clean(text, TITLE).removed().all();

        assertThat(IntStream.range(0, 200)
                        .parallel()
                        .mapToObj(i -> CLEANER.clean(text, TITLE).removed().all()))
                .allMatch(expected::equals);
    }

    private static void checkSpans(CleanedArticle cleaned) {
        int last = 0;
        for (RemovedBlock block : cleaned.removed().wholeLines()) {
            assertThat(block.first()).isGreaterThan(last);
            assertThat(block.last()).isBetween(block.first(), cleaned.lines().count());
            assertThat(cleaned.lines().isBlank(block.first())).isFalse();
            assertThat(cleaned.lines().isBlank(block.last())).isFalse();
            assertThat(block.reason()).isNotBlank();
            assertThat(block.confidence()).isBetween(0.0, 1.0);
            last = block.last();
        }
        int line = 0;
        int end = 0;
        for (RemovedBlock span : cleaned.removed().inline()) {
            RemovedBlock.Columns columns = Objects.requireNonNull(span.columns());
            assertThat(span.first()).isGreaterThanOrEqualTo(line);
            assertThat(columns.start()).isGreaterThanOrEqualTo(span.first() == line ? end : 0);
            assertThat(columns.end()).isGreaterThan(columns.start());
            assertThat(columns.end())
                    .isLessThanOrEqualTo(cleaned.lines().line(span.first()).length());
            assertThat(removedLines(cleaned)).doesNotContain(span.first());
            line = span.first();
            end = columns.end();
        }
        assertThat(cleaned.body()).isEqualTo(whatStays(cleaned));
    }

    /** The body by its definition, line by line: what is neither removed nor the title, without the spans. */
    private static String whatStays(CleanedArticle cleaned) {
        List<Integer> removed = removedLines(cleaned);
        return IntStream.rangeClosed(1, cleaned.lines().count())
                .filter(line -> line != cleaned.metadata().titleLine() && !removed.contains(line))
                .boxed()
                .flatMap(line -> withoutSpans(cleaned, line).lines())
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String withoutSpans(CleanedArticle cleaned, int line) {
        int start = cleaned.lines().start(line);
        StringBuilder text = new StringBuilder();
        int from = start;
        for (RemovedBlock span : cleaned.removed().inline()) {
            if (span.first() == line) {
                RemovedBlock.Columns columns = Objects.requireNonNull(span.columns());
                text.append(cleaned.readable().between(from, start + columns.start()));
                from = start + columns.end();
            }
        }
        return text.append(cleaned.readable().between(from, cleaned.lines().end(line)))
                .toString();
    }

    private static List<Integer> removedLines(CleanedArticle cleaned) {
        return cleaned.removed().wholeLines().stream()
                .flatMap(block ->
                        IntStream.rangeClosed(block.first(), block.last()).boxed())
                .toList();
    }

    private static String story() {
        return String.join("\n", STORY);
    }

    private static String page(String... lines) {
        return String.join("\n", Stream.of(lines).toList());
    }
}
