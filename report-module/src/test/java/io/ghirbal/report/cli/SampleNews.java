package io.ghirbal.report.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A small corpus of our own with something for every part of a report: five outlets, two months, rejected files, and text that attacks the page. */
final class SampleNews {
    /** What a script in an article would leave behind. */
    static final String MARK = "attacked";

    /** How the addresses of articles begin. */
    static final String SITE = "https://news.example/";

    /** A title that would run a script, and reach out, if it were taken for markup. */
    static final String HOSTILE_TITLE =
            "<img src=https://attack.example/x.png onerror=window.attacked=1> عنوان <b>غليظ</b> & \"مقتبس\" 'آخر'";

    /** The only title with the word الفلكيون. */
    static final String SOUGHT_TITLE = "الفلكيون يرصدون مذنبا جديدا فوق سهل السنابل";

    private static final String LONG_TITLE = "تقرير بعنوان طويل بلا فراغ";
    private static final String HOSTILE_OUTLET =
            "\"></td></table><script>window.attacked=1</script><a href=\"javascript:1\">منبر & شركاه";
    private static final List<String> OUTLETS =
            List.of("صحيفة الوادي", "منبر المدينة", "Harbour Daily", HOSTILE_OUTLET);
    private static final List<String> HEADLINES = List.of(
            "مجلس المدينة يقر موازنة العام الجديد بعد نقاش طويل",
            "فريق الوادي يفوز بكأس السلة في الوقت الإضافي",
            "أسعار القمح ترتفع في الأسواق المحلية قبل الشتاء",
            SOUGHT_TITLE,
            "مستشفى تل الورد يفتح جناحا جديدا لعلاج الأطفال",
            "الجيش يعلن هدنة قصيرة في القرى الحدودية",
            "وزير التعليم يعد بمدارس جديدة في وادي الرمان",
            "مهرجان السينما يكرم مخرجة شابة من رأس النخل");
    private static final List<String> TAILS = List.of(
            "",
            "\nاقرأ أيضاً\n- غرفة التجارة تناقش رسوم الميناء\n- إغلاق الطريق الساحلي يومين",
            "\nالمصدر: وكالات",
            "\nشارك هذا الخبر على فيسبوك وتويتر\nتابعونا على تلغرام");

    /** How the titles of all articles begin. */
    static final List<String> TITLES = Stream.concat(HEADLINES.stream(), Stream.of(HOSTILE_TITLE, LONG_TITLE))
            .toList();

    private SampleNews() {}

    /** Writes the corpus into {@code folder}. */
    static void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add(line(
                    HEADLINES.get(i % HEADLINES.size()) + (i < HEADLINES.size() ? "" : " (" + i + ")"),
                    LocalDate.of(2024, 2, 1).plusDays(5L * i),
                    OUTLETS.get(i % OUTLETS.size()),
                    "قال متحدث في اليوم " + i + " إن الأعمال ستنتهي في موعدها وإن اللجنة راجعت جميع التقارير.\n"
                            + "وحضر اللقاء عدد كبير من الأهالي الذين طرحوا أسئلتهم على المسؤولين."
                            + TAILS.get(i % 3 == 0 ? 0 : i % TAILS.size())));
        }
        lines.add(line(
                HOSTILE_TITLE,
                LocalDate.of(2024, 3, 30),
                HOSTILE_OUTLET,
                "</script><script>window.attacked=1</script>\n<style>*{display:none}</style>\n<!-- فقرة مفتوحة"));
        lines.add(line(
                LONG_TITLE + " https://news.example/" + "section/".repeat(30),
                LocalDate.of(2024, 2, 2),
                "اسم".repeat(40),
                "كلمة".repeat(120) + "\nوفقرة قصيرة تلي الكلمة الطويلة ليكون للنص معنى يقرأ."));
        lines.add("{\"title\": \"سطر مكسور");
        Files.createDirectories(folder.resolve("agency"));
        Files.write(folder.resolve("agency/news.jsonl"), lines);
        Files.writeString(folder.resolve("agency/empty.txt"), " \n");
        Files.write(folder.resolve("agency/picture.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1});
        Files.writeString(folder.resolve("agency/<img src=x onerror=attacked=1>.doc"), "وثيقة");
    }

    private static String line(String title, LocalDate date, String outlet, String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", title);
        fields.put("date", date.toString());
        fields.put("outlet", outlet);
        fields.put("url", title.equals(HOSTILE_TITLE) ? "javascript:window.attacked=1" : SITE + title.hashCode());
        fields.put("text", text);
        return JsonMapper.shared().writeValueAsString(fields);
    }
}
