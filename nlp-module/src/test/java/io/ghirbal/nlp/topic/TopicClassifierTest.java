package io.ghirbal.nlp.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicClassifierTest {
    private static final TopicClassifier CLASSIFIER = TopicClassifier.standard();

    static Stream<Path> seeds() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "seeds"))) {
            return files.sorted().toList().stream();
        }
    }

    @Test
    void knowsTheSeventeenTopicsInTheOrderOfTheirCodes() {
        assertThat(CLASSIFIER.topics())
                .hasSize(17)
                .isSortedAccordingTo((a, b) -> a.code().compareTo(b.code()));
        assertThat(CLASSIFIER.topics()).first().extracting(Topic::code).isEqualTo("medtop:01000000");
        assertThat(CLASSIFIER.topics()).last().extracting(Topic::code).isEqualTo("medtop:17000000");
        assertThat(CLASSIFIER.topics())
                .allSatisfy(topic -> assertThat(topic.nameAr()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void findsWarAndDiplomacyInEverySeed(Path seed) throws IOException {
        assertThat(codes(null, Files.readString(seed))).contains("medtop:11000000", "medtop:16000000");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    01 | عرض في المهرجان فيلم سينمائي جديد من بطولة ممثلة معروفة، ويروي قصة شاعر هجر الكتابة
                    02 | قضت محكمة الجنايات بالسجن المؤبد على المتهم بقتل جاره بعد أن اعترف أمام النيابة العامة
                    03 | لقي أربعة أشخاص مصرعهم في حادث مرور بعد اصطدام حافلة بشاحنة، ونقلت الحماية المدنية الجرحى
                    04 | ارتفعت أسعار النفط وصعدت مؤشرات البورصة بعد أن خفض البنك المركزي أسعار الفائدة
                    05 | أعلنت وزارة التربية موعد امتحانات الباكالوريا وقالت إن التلاميذ يعودون إلى المدارس في سبتمبر
                    06 | حذر خبراء من أن تغير المناخ وتلوث البحر يهددان التنوع البيولوجي ودعوا إلى خفض الانبعاثات
                    07 | قال أطباء إن اللقاح الجديد يحمي مرضى السكري من مضاعفات الفيروس وإن وزارة الصحة ستوفره
                    08 | دخلت جدة معمرة موسوعة غينيس بعد أن حطمت الرقم القياسي العالمي لأكبر عروس في حفل زفاف
                    09 | بدأ العمال إضرابا عاما دعت إليه النقابة للمطالبة بزيادة الأجور ورفضا لتسريح الموظفين
                    10 | المقادير ملعقة كبيرة من الزيت وكوب من الدقيق، وطريقة التحضير أن يخلط العجين ثم تخبز الحلويات
                    11 | أعلن رئيس الوزراء استقالة حكومته أمام البرلمان ودعت أحزاب المعارضة إلى انتخابات مبكرة
                    12 | بين شيخ الأزهر في خطبة الجمعة فضل الصيام في شهر رمضان وذكر أحاديث رسول الله صلى الله عليه وسلم
                    13 | كشفت الشركة عن هاتف ذكي بشاشة أكبر ومعالج أسرع يعمل بنظام التشغيل أندرويد والذكاء الاصطناعي
                    14 | دعت جمعيات حقوق المرأة إلى قانون ضد العنف الأسري وطالبت بحماية اللاجئين والأيتام
                    15 | فاز المنتخب الوطني بهدفين في مباراة نصف نهائي كأس العالم لكرة القدم وسجل المهاجم في الشوط الأول
                    16 | قتل جنود في غارات جوية على مواقع المسلحين واندلعت معارك عنيفة وقصف مدفعي على خط الجبهة
                    17 | تتوقع الأرصاد الجوية أمطارا رعدية ورياحا قوية وانخفاض درجات الحرارة مع سحب كثيفة
                    """)
    void givesEachOfTheSeventeenTopics(String number, String text) {
        assertThat(codes(null, text)).first().isEqualTo("medtop:" + number + "000000");
    }

    @Test
    void scoresLieBetweenZeroAndOneBestFirst() {
        List<Double> scores =
                CLASSIFIER.classify("قمة", "بحث الرئيسان وقف إطلاق النار في الحرب ثم استثمارات النفط").topics().stream()
                        .map(topic -> -topic.score())
                        .toList();
        assertThat(scores).isNotEmpty().isSorted().allMatch(score -> score <= 0 && score >= -1);
    }

    @Test
    void givesATopicToArabicTextWithoutAnyTellingWord() {
        Classification result = CLASSIFIER.classify(null, "لم يكن أحد يظن أن الأمر سوف ينتهي كذلك");
        assertThat(result.topics()).hasSize(1);
        assertThat(result.language()).isEqualTo("ar");
        assertThat(result.note()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "12 / 34", "***", "غزة", "وقف إطلاق النار"})
    void saysThatTextIsTooLittle(String text) {
        Classification result = CLASSIFIER.classify(null, text);
        assertThat(result.topics()).isEmpty();
        assertThat(result.note()).isNotBlank();
        assertThat(result.language()).isNull();
        assertThat(CLASSIFIER.explain(null, text, 5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    en | The president of the republic said on Monday that the war in the region is over
                    fr | Le président de la République a dit lundi que la guerre dans la région est finie pour les civils
                    fa | رئیس جمهور گفت که این جنگ برای مردم منطقه تمام شده است و از همه تشکر کرد
                    ur | صدر نے کہا ہے کہ جنگ ختم ہو گئی ہے اور اس کے بعد امن کی بات کی جائے گی
                    ru | Президент сказал в понедельник, что война не закончилась и что переговоры идут
                    und | Quisque lorem ipsum dolor sit amet consectetur adipiscing elit
                    """)
    void namesTheLanguageOfWhatIsNotArabic(String language, String text) {
        Classification result = CLASSIFIER.classify(null, text);
        assertThat(result.topics()).isEmpty();
        assertThat(result.language()).isEqualTo(language);
        assertThat(result.note()).isNotBlank();
    }

    @Test
    void scoresEveryTopicBestFirst() {
        List<ScoredTopic> scores = CLASSIFIER.scores(null, "فاز المنتخب الوطني بهدفين في مباراة نصف نهائي كأس العالم");
        assertThat(scores).hasSize(17).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        assertThat(scores.get(0).topic().code()).isEqualTo("medtop:15000000");
        assertThat(CLASSIFIER.scores(null, "غزة")).isEmpty();
    }

    @Test
    void readsTheSameOnManyThreads() {
        String text = "بحث الرئيسان وقف إطلاق النار في غزة وأسعار النفط ودور البرلمان";
        Classification alone = CLASSIFIER.classify(null, text);
        assertThat(java.util.stream.IntStream.range(0, 2000).parallel().mapToObj(i -> CLASSIFIER.classify(null, text)))
                .allMatch(alone::equals);
    }

    @Test
    void survivesTextWithoutEndOrShape() {
        assertThat(CLASSIFIER.classify(null, "كلمة ".repeat(1_000_000)).language())
                .isEqualTo("ar");
        assertThat(CLASSIFIER.classify("\uD800", "\uDC00 \uFFFF \u0000").topics())
                .isEmpty();
    }

    @Test
    void explainsWithTheWordsThatDecidedHeaviestFirst() {
        List<TopicEvidence> evidence =
                CLASSIFIER.explain("مباراة", "فاز فريق ريال مدريد بالمباراة في دوري أبطال أوروبا لكرة القدم", 3);
        assertThat(evidence).first().satisfies(first -> {
            assertThat(first.topic().topic().code()).isEqualTo("medtop:15000000");
            assertThat(first.words()).hasSize(3);
            assertThat(first.words()).isSortedAccordingTo((a, b) -> Double.compare(b.weight(), a.weight()));
        });
    }

    private static List<String> codes(@Nullable String title, String body) {
        return CLASSIFIER.classify(title, body).topics().stream()
                .map(topic -> topic.topic().code())
                .toList();
    }
}
