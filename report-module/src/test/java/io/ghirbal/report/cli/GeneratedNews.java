package io.ghirbal.report.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Arabic news as scrapers leave it, composed from fragments of our own and the same for the same seed: nine documents of ten in JSON Lines,
 * 500 a file, the others as text files; one of three with a read-also block, one of twenty a text met before, one of ten of those with a
 * day the copy of an earlier one or the same told again within three days, one of a hundred broken.
 */
final class GeneratedNews {
    private static final int LINES_PER_FILE = 500;
    private static final List<String> OUTLETS =
            List.of("صحيفة الوادي", "منبر المدينة", "أخبار الميناء", "الضفة اليوم", "نشرة الجنوب");
    private static final List<String> WHO = List.of(
            "رئيس البلدية",
            "وزير النقل",
            "مدير المستشفى المركزي",
            "مدرب الفريق الأول",
            "رئيس غرفة التجارة",
            "المتحدث باسم الجيش",
            "عميد كلية العلوم",
            "نقيب الصيادين");
    private static final List<String> DID = List.of(
            "أعلن",
            "أكد في مؤتمر صحفي",
            "أوضح أمام النواب",
            "قال للصحفيين",
            "كشف خلال زيارة ميدانية",
            "نفى في بيان رسمي");
    private static final List<String> WHAT = List.of(
            "أن أعمال توسعة الطريق الساحلي ستنتهي قبل حلول الشتاء",
            "أن أسعار القمح والسكر سترتفع في الأسواق المحلية",
            "أن القوات انسحبت من القرى الحدودية بعد هدنة قصيرة",
            "أن الانتخابات المحلية ستجرى في موعدها",
            "أن المختبر توصل إلى لقاح جديد ضد الحمى",
            "أن المباراة النهائية ستقام على ملعب الجامعة",
            "أن محصول الزيتون تراجع بسبب قلة الأمطار",
            "أن شركة الكهرباء ستشغل محطة للطاقة الشمسية");
    private static final List<String> WHERE = List.of(
            "في وادي الرمان", "على ضفاف النهر الكبير", "في مدينة تل الورد", "عند ميناء رأس النخل", "في سهل السنابل");
    private static final List<String> MORE = List.of(
            "وأضاف أن اللجنة المختصة راجعت جميع التقارير ولم تجد ما يدعو إلى القلق",
            "وشهد اللقاء حضور عدد كبير من الأهالي الذين طرحوا أسئلتهم",
            "ومن المنتظر أن تصدر التفاصيل كاملة خلال الأسبوع المقبل",
            "وكانت الجهات المعنية قد بدأت دراسة الملف منذ مطلع العام",
            "وأشار إلى أن التكلفة لن تتجاوز ما رصد في الموازنة",
            "وختم بدعوة الجميع إلى التعاون من أجل المصلحة العامة");

    private final Path folder;
    private final SplittableRandom random;
    private final List<String> told = new ArrayList<>();
    private final List<Dated> dated = new ArrayList<>();

    /** A text of a day. */
    private record Dated(LocalDate day, String text) {}

    private GeneratedNews(Path folder, long seed) {
        this.folder = folder;
        this.random = new SplittableRandom(seed);
    }

    /** Writes {@code count} documents into {@code folder}, which it makes. */
    static void write(Path folder, int count, long seed) {
        try {
            new GeneratedNews(folder, seed).write(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(int count) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            if (i % 10 == 0) {
                Path file = folder.resolve("texts/%02d/%06d.txt".formatted(i % 7, i));
                Files.createDirectories(file.getParent());
                Files.writeString(file, random.nextInt(100) == 0 ? " \n" : article(i));
            } else {
                lines.add(line(i));
            }
            if (lines.size() == LINES_PER_FILE || (i == count && !lines.isEmpty())) {
                Path file = folder.resolve("feeds/%06d.jsonl".formatted(i));
                Files.createDirectories(file.getParent());
                Files.write(file, lines);
                lines.clear();
            }
        }
    }

    private String line(int number) {
        Dated article;
        if (!dated.isEmpty() && random.nextInt(10) == 0) {
            Dated earlier = dated.get(random.nextInt(dated.size()));
            article = new Dated(earlier.day().plusDays(random.nextInt(3)), again(earlier.text()));
        } else {
            article = new Dated(LocalDate.of(2024, 1 + random.nextInt(12), 1 + random.nextInt(28)), article(number));
            dated.add(article);
        }
        String line = "{\"id\":\"%d\",\"outlet\":\"%s\",\"date\":\"%s\",\"text\":\"%s\"}"
                .formatted(number, any(OUTLETS), article.day(), article.text().replace("\n", "\\n"));
        return random.nextInt(100) == 0 ? line.substring(0, line.length() / 2) : line;
    }

    /** The text with another ending, which is a copy, or its headline and first paragraph with others behind them. */
    private String again(String text) {
        List<String> lines = new ArrayList<>(text.strip().lines().toList());
        if (random.nextBoolean()) {
            lines.add(any(MORE) + ".");
        } else {
            lines.subList(Math.min(3, lines.size()), lines.size()).clear();
            for (int i = 0; i < 3; i++) {
                lines.add(paragraph());
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private String article(int number) {
        if (!told.isEmpty() && random.nextInt(20) == 0) {
            return any(told);
        }
        StringBuilder text =
                new StringBuilder(headline()).append(" (").append(number).append(")\n\n");
        int paragraphs = 2 + random.nextInt(5);
        int block = random.nextInt(3) == 0 ? random.nextInt(paragraphs) : -1;
        for (int i = 0; i < paragraphs; i++) {
            text.append(paragraph()).append('\n');
            if (i == block) {
                text.append("اقرأ أيضاً\n");
                for (int link = 0; link < 3; link++) {
                    text.append("- ").append(headline()).append('\n');
                }
            }
        }
        told.add(text.toString());
        return text.toString();
    }

    private String paragraph() {
        return "%s %s %s %s، %s.".formatted(any(DID), any(WHO), any(WHAT), any(WHERE), any(MORE));
    }

    private String headline() {
        return any(WHO) + " " + any(WHAT).substring("أن ".length()) + " " + any(WHERE);
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
