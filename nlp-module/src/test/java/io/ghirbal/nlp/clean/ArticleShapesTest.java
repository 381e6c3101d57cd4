package io.ghirbal.nlp.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When in doubt, the article stays: the shapes of news of which a cleaner takes the text for boilerplate, in words of our own. */
class ArticleShapesTest {
    private static final BoilerplateCleaner CLEANER = BoilerplateCleaner.standard();

    private static final String STORY = """
            افتتحت بلدية الواحة أمس حديقة عامة على ضفة النهر بعد ثلاث سنوات من العمل، وتضم ملاعب للأطفال وممرا للدراجات.
            وقال رئيس البلدية سامر القاضي إن الحديقة زرعت بألفي شجرة تتحمل الجفاف.
            وأضاف أن الدخول إليها مجاني طوال أيام الأسبوع.
            """.strip();

    // 1 a document of one line or a few is the article

    @ParameterizedTest
    @ValueSource(
            strings = {
                "تأجيل محاكمة متهم بسرقة حقوق النشر إلى الشهر المقبل",
                "الشرطة تبحث عن سائق فر بعد حادث على الطريق الساحلي",
                "وزير المالية: لا ضرائب جديدة هذا العام",
                "حقوق السائق أولا",
                "هل ترتفع أسعار الوقود غدا؟",
                "عاجل | هزة أرضية خفيفة شرق المدينة",
                "انضم المهاجم البرازيلي إلى فريق النجوم",
                "سجل الحارس هدفا في الدقيقة العاشرة"
            })
    void aHeadlineAloneIsTheArticle(String headline) {
        assertThat(removed(headline, null)).isEmpty();
        assertThat(removed(headline, headline)).isEmpty();
    }

    @Test
    void aHeadlineAndALeadAreTheArticle() {
        assertThat(removed("""
                مصرع عاملين في انهيار جدار
                لقي عاملان مصرعهما ظهر اليوم في انهيار جدار بموقع بناء غرب المدينة
                """, "مصرع عاملين في انهيار جدار")).isEmpty();
    }

    // 2 the article always remains

    @Test
    void aTextInAnotherScriptLosesNothingForItsShape() {
        assertThat(removed("Test", null)).isEmpty();
        assertThat(removed("""
                What changed in this release
                + Added a slime block
                + Added an iron trapdoor
                + Containers can be locked in custom maps
                The manifest is present on the dashboard, and the dashboard
                should redirect to the application
                or open it in a new window
                """, "What changed in this release")).isEmpty();
        assertThat(removed(STORY + "\nd-none hideMe", null))
                .as("remains in an Arabic text")
                .isNotEmpty();
    }

    @Test
    void aDigestOfBriefsIsOneArticle() {
        assertThat(removed("""
                جولة في صحف الصباح
                تناولت الصحف الصادرة اليوم عددا من الموضوعات المحلية والدولية، وفيما يلي أبرز ما جاء فيها.
                صحيفة المرفأ
                كتبت الصحيفة عن موسم صيد الأسماك الذي بدأ متأخرا بسبب الرياح، ونقلت عن صيادين قولهم إن الأسعار سترتفع.
                صحيفة السهل
                رأت الصحيفة أن خطة الري الجديدة تحتاج إلى مال لا تملكه القرى، ودعت إلى قرض طويل الأجل.
                صحيفة الجبل
                تحدثت الصحيفة عن عودة السياح إلى القرى العالية بعد فتح الطريق، وعن نقص الغرف في الفنادق.
                """, "جولة في صحف الصباح")).isEmpty();
    }

    @Test
    void anInterviewIsOneArticle() {
        assertThat(removed("""
                النحاتة ليلى شاهين: الحجر يعلم الصبر
                التقينا النحاتة ليلى شاهين في مرسمها قبل أيام من معرضها الجديد، وسألناها عن بداياتها وعن الحجر.
                متى بدأت النحت؟
                بدأت في العاشرة، وكان أبي يبني الجدران من الحجر فأخذت منه أول إزميل.
                ولماذا الحجر؟
                لأنه لا يغفر الخطأ.
                ما جديدك؟
                أعمل على تمثال لامرأة تحمل جرة، وسيكون في ساحة البلدة.
                """, "النحاتة ليلى شاهين: الحجر يعلم الصبر")).isEmpty();
    }

    // 3 lists are the article's

    @ParameterizedTest
    @ValueSource(strings = {"- ", "• ", "* "})
    void aListUnderAColonIsTheArticles(String bullet) {
        assertThat(removed(
                        STORY + "\nوتضم الحديقة مرافق عدة هي:\n"
                                + bullet + "ملعب لكرة السلة\n"
                                + bullet + "مكتبة صغيرة للأطفال\n"
                                + bullet + "مقهى يطل على النهر\n"
                                + bullet + "موقف للدراجات",
                        null))
                .isEmpty();
    }

    @Test
    void numberingThatGoesOnIsTheArticles() {
        assertThat(removed(STORY + """

                قواعد الحديقة
                1- يمنع إشعال النار
                2- يمنع دخول السيارات
                3- تغلق الأبواب عند منتصف الليل
                4- الكلاب برباط فقط
                """, null)).isEmpty();
    }

    // 4 a kind needs its own evidence

    @Test
    void aVerseIsNoOpinionOfReaders() {
        assertThat(removed("""
                قصيدة النهر
                يا نهر هل أعجبك الرحيل
                وفي ضفافك ظل النخيل
                تمضي ولا تسأل العابرين
                عن موعد أو عن دليل
                وتترك الرمل للعاشقين
                """, "قصيدة النهر")).isEmpty();
    }

    @Test
    void aListOfNamesIsTheArticles() {
        assertThat(removed(STORY + """

                وفاز في سباق الافتتاح كل من:
                أحمد خليل
                منى عبد الله
                يوسف إبراهيم
                """, null)).isEmpty();
    }

    // 5 form decides, not length

    @Test
    void aLongInvitationOfTheSiteGoes() {
        assertThat(removed(
                        STORY + "\nاشترك الآن في نشرتنا البريدية اليومية لتصلك أهم الأخبار والتحليلات والتقارير الخاصة"
                                + " مباشرة إلى بريدك الإلكتروني كل صباح قبل الجميع ومجانا.",
                        null))
                .containsExactly("4 PROMO");
    }

    @Test
    void whatASourceSaysIsNoLineOfSource() {
        assertThat(removed(STORY + "\nوقال المصدر: إن البلدية ستفتح حديقتين أخريين في الربيع المقبل.", null))
                .isEmpty();
        assertThat(removed(STORY + "\nالمصدر: وكالة الواحة للأنباء", null)).containsExactly("4 SOURCE");
    }

    // 6 the last line is not guilty for being last

    @ParameterizedTest
    @ValueSource(strings = {"فهل تكفي حديقة واحدة؟", "والبقية تأتي.", "هكذا تبدأ المدن الخضراء", "رحم الله من زرعها"})
    void aShortLastLineStays(String last) {
        assertThat(removed(STORY + "\n" + last, null)).isEmpty();
    }

    // 7 nothing is cut out of a sentence

    @ParameterizedTest
    @ValueSource(strings = {"    ", "\t", "\u00a0\u00a0\u00a0"})
    void justifiedTextHasNoColumns(String gap) {
        String justified = "وأوضح أن المال متوفر لكنه لا يكفي لبناء جسر المشاة الذي وعدت به البلدية سكان الضفة الأخرى."
                .replace(" ", gap);

        CleanedArticle cleaned = CLEANER.clean(STORY + "\n" + justified);

        assertThat(cleaned.removed().all()).isEmpty();
        assertThat(cleaned.body()).endsWith(justified);
    }

    // 8 lines that continue a sentence are one paragraph

    @Test
    void linksAndBoldWordsOnLinesOfTheirOwnAreOfTheSentence() {
        assertThat(removed(STORY + """

                وأشاد السكان بالمشروع الذي نفذته
                شركة البستان
                خلال عامين، وقالوا إن
                حديقة النهر
                ستغير حياة الأطفال في الحي.
                """, null)).isEmpty();
    }

    // 9 text still encoded is decoded first

    @Test
    void whatIsEncodedIsDecodedForReadingAndInTheBody() {
        String text =
                "قال رئيس البلدية&nbsp;سامر القاضي إن &quot;الحديقة&quot; للجميع.<br>وأضاف أن الدخول مجاني طوال أيام الأسبوع.";

        CleanedArticle cleaned = CLEANER.clean(text);

        assertThat(cleaned.body())
                .isEqualTo(
                        "قال رئيس البلدية\u00a0سامر القاضي إن \"الحديقة\" للجميع.\nوأضاف أن الدخول مجاني طوال أيام الأسبوع.");
        assertThat(cleaned.lines().text()).isEqualTo(text);
    }

    @Test
    void boilerplateBehindAnEncodedBreakGoes() {
        String paragraph = STORY.replace("\n", "</p><p>");

        CleanedArticle cleaned = CLEANER.clean(paragraph + "</p><p>المصدر: وكالة الواحة للأنباء");

        assertThat(cleaned.body()).isEqualTo(STORY);
        assertThat(cleaned.metadata().attribution()).isEqualTo("وكالة الواحة للأنباء");
    }

    // 10 inline boilerplate, and the sentence keeps its full stop

    @ParameterizedTest
    @ValueSource(
            strings = {
                " (اقرأ أيضا: أمطار غزيرة على الساحل)",
                " [إعلان]",
                " اقرأ أيضا: أمطار غزيرة على الساحل",
                " https://example.org/news/12345"
            })
    void boilerplateInAParagraphIsCutOut(String glued) {
        String paragraph = STORY.replace("\n", " ");

        CleanedArticle cleaned =
                CLEANER.clean("عنوان الخبر عن حديقة الواحة\n" + paragraph + glued, "عنوان الخبر عن حديقة الواحة");

        assertThat(cleaned.body()).isEqualTo(paragraph);
    }

    // 11 which date

    @Test
    void aDayOfPublicationBeatsOneThatNothingIsSaidOf() {
        assertThat(CLEANER.clean("الأحد 3 آذار 2024\n" + STORY + "\nتاريخ النشر: 5 آذار 2024")
                        .metadata()
                        .publishedOn())
                .isEqualTo(LocalDate.of(2024, 3, 5));
        assertThat(CLEANER.clean("آخر تحديث: 6 مارس 2024 - نشر في: 5 مارس 2024\n" + STORY)
                        .metadata()
                        .publishedOn())
                .isEqualTo(LocalDate.of(2024, 3, 5));
    }

    @Test
    void aBareNameIsTheAuthorAndAnEnglishButtonIsNot() {
        assertThat(CLEANER.clean("بواسطة: هند المصري\n" + STORY).metadata().author())
                .isEqualTo("هند المصري");
        assertThat(CLEANER.clean("Share\n" + STORY).metadata().author()).isNull();
    }

    // 12 agencies

    @ParameterizedTest
    @ValueSource(strings = {"الواحة (رويترز) - ", "الواحة - رويترز: ", "الواحة (وكالة الأناضول) - "})
    void aDatelineNamesTheAgencyAndStays(String dateline) {
        CleanedArticle cleaned = CLEANER.clean(dateline + STORY);

        assertThat(cleaned.metadata().attribution()).isNotNull();
        assertThat(cleaned.body()).startsWith(dateline);
    }

    // 13 comment threads

    @Test
    void aThreadOfReadersCommentsGoes() {
        List<String> removed = removed(STORY + """

                التعليقات
                أبو خالد
                قبل ساعتين
                حديقة جميلة ونتمنى المزيد
                رد
                زائر
                قبل 3 ساعات
                متى تفتح حديقة الحي الشمالي؟
                رد
                """, null);

        assertThat(removed).hasSize(9).allMatch(line -> line.endsWith(" FEEDBACK"));
    }

    /** The lines that are removed, as "number KIND", parts of lines too. */
    private static List<String> removed(String text, @Nullable String title) {
        return CLEANER.clean(text.strip(), title).removed().all().stream()
                .flatMap(block ->
                        IntStream.rangeClosed(block.first(), block.last()).mapToObj(line -> line + " " + block.kind()))
                .collect(Collectors.toList());
    }
}
