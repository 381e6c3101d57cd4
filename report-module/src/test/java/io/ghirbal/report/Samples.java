package io.ghirbal.report;

import java.time.LocalDate;
import javax.sql.DataSource;

/** Databases that several tests read. The texts are our own. */
public final class Samples {
    private Samples() {}

    /** The outlet that published nothing but the text of another one. */
    public static final String COPYING_OUTLET = "منبر الشاطئ";

    /**
     * Two runs, four articles of three outlets and none, one of which a fourth outlet copied, every kind of span, and content that attacks
     * whoever prints it.
     */
    public static void fill(DataSource source) {
        Fixture.in(source)
                .topic("medtop:11000000", "politics and government", "السياسة والحكومة")
                .topic("medtop:16000000", "conflict, war and peace", "الصراع والحرب والسلام")
                .run("COMPLETED", 2, 1, 1, 0)
                .article(
                        "أخبار/b.jsonl",
                        2,
                        "=HYPERLINK(\"http://evil.example\")",
                        "سطر\u2028واحد </script><script>alert(1)</script>")
                .analysed(
                        "عنوان \"مقتبس\" <img src=x onerror=alert(1)>",
                        LocalDate.of(2024, 1, 2),
                        "وكالة \u202Eقلب\u202C",
                        null,
                        "سطر\u2028واحد </script><script>alert(1)</script>",
                        0,
                        0)
                .about("medtop:16000000", 0.91)
                .about("medtop:11000000", 0.123456)
                .and()
                .run("COMPLETED", 7, 3, 1, 3)
                .article(
                        "أخبار/b.jsonl",
                        1,
                        "صحيفة \"الغد\", عمّان\nالطبعة الأولى",
                        "العنوان\n\nفقرة أولى. (اقرأ: خبر) تتمة\r\nاقرأ أيضا\rعنوان آخر\n<b>خاتمة</b> &amp; \\ \t \uD83D\uDE00")
                .analysed(
                        "العنوان",
                        LocalDate.of(2023, 12, 9),
                        "وكالات",
                        "ليلى \"م\"",
                        "فقرة أولى. تتمة\n<b>خاتمة</b> &amp; \\ \t \uD83D\uDE00",
                        2,
                        33)
                .inline(3, 11, "RELATED_LINKS", "a link inside the line", "(اقرأ: خبر)")
                .removed(4, 5, "RELATED_LINKS", "marker \"اقرأ أيضا\" & <headline>", "اقرأ أيضا\nعنوان آخر")
                .about("medtop:11000000", 1)
                .alsoAt("أخبار/c.jsonl", 1, COPYING_OUTLET, "https://shore.example/1", null, "2023-12-11T09:30:00Z")
                .and()
                .article("أخبار/a.txt", 1, null, "القائمة\nالرئيسية")
                .analysed(null, null, null, null, "", 2, 15)
                .removed(1, 2, "NAVIGATION", "a menu", "القائمة\nالرئيسية")
                .and()
                .article("z.txt", 1, "-1+1", "نص بلا عنوان")
                .analysed("", LocalDate.of(2023, 12, 9), "", "", "نص بلا عنوان", 0, 0)
                .about("medtop:11000000", 0.00004)
                .and()
                .rejected("أخبار/broken.txt", 1, "EMPTY", "The file is empty.")
                .rejected("<script>alert(1)</script>.txt", 1, "BINARY", "Holds NUL bytes & looks like a picture")
                .rejected("b.jsonl", 3, "EMPTY", "The file is empty.")
                .template("-1+1", "نسيج المدينة والناس", 30)
                .template("=HYPERLINK(\"http://evil.example\")", "</script><b>تابعونا</b>, \"هنا\"", 12)
                .summarised();
    }
}
