package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedLines;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Twelve short articles of our own wording, laid out as two outlets would that do not exist. Each outlet has formulas that no list of the
 * cleaner knows.
 */
final class SmallCorpus {
    static final String VALLEY = "valley-daily";
    static final String COAST = "coast-post";

    private static final List<String> PLACES =
            List.of("وادي الزيتون", "ميناء النورس", "سهل القمح", "جبل الأرز", "واحة النخيل", "بلدة الجسر");

    private SmallCorpus() {}

    /** Twelve documents, six of each outlet, every line of which is labelled. */
    static List<LabelledDocument> documents() {
        List<LabelledDocument> documents = new ArrayList<>();
        for (int i = 0; i < PLACES.size(); i++) {
            documents.add(ofTheValley(i));
            documents.add(ofTheCoast(i));
        }
        return documents;
    }

    /** The same, their headlines all known, so that pages can be composed of them. */
    static List<LabelledDocument> titled() {
        return documents().stream()
                .map(document -> new LabelledDocument(
                        document.id(),
                        document.set(),
                        document.outlet(),
                        document.title() == null ? firstLine(document) : document.title(),
                        document.text(),
                        document.removed()))
                .toList();
    }

    private static String firstLine(LabelledDocument document) {
        return document.text().lines().findFirst().orElseThrow();
    }

    /** The documents of one outlet. */
    static List<LabelledDocument> of(String outlet) {
        return documents().stream()
                .filter(document -> document.outlet().equals(outlet))
                .toList();
    }

    private static LabelledDocument ofTheValley(int i) {
        String place = PLACES.get(i);
        return new Sheet()
                .add("ركن القارئ بين السطور @valley", BoilerplateKind.OTHER)
                .keep(valleyTitle(i))
                .add("ترقبوا ملحق الخميس valley@example.org", BoilerplateKind.PROMO)
                .keep("افتتح مجلس " + place + " صباح أمس مكتبة عامة تضم ثلاثة آلاف كتاب وقاعة لقراءة الأطفال.")
                .keep("وقالت أمينة المكتبة إن أهالي " + place
                        + " تبرعوا بنصف الكتب، وإن الإعارة مجانية في السنة الأولى.")
                .keep("وتفتح المكتبة أبوابها من الأحد إلى الخميس، وتقام فيها كل شهر أمسية للحكاية يحضرها كتاب من "
                        + place + ".")
                .add("صفحات أخرى من الدفتر", BoilerplateKind.RELATED_LINKS)
                .add(coastTitle((i + 1) % PLACES.size()), BoilerplateKind.RELATED_LINKS)
                .add(coastTitle((i + 2) % PLACES.size()), BoilerplateKind.RELATED_LINKS)
                .document("valley-" + i, VALLEY, valleyTitle(i));
    }

    private static LabelledDocument ofTheCoast(int i) {
        String place = PLACES.get(i);
        return new Sheet()
                .keep(coastTitle(i))
                .keep("أصلح عمال البلدية الطريق الذي يصل " + place
                        + " بالمدينة بعد أن أغلقته السيول أربعة أيام متتالية.")
                .add("صندوق الأفكار http://coast.example", BoilerplateKind.SHARE)
                .keep("وأوضح المهندس المشرف أن العمل شمل بناء جدار من الحجر يحمي الطريق عند " + place + " من الانهيار.")
                .keep("وعادت حافلات " + place
                        + " إلى مواعيدها المعتادة، بينما دعت البلدية السائقين إلى التمهل حتى يجف الإسفلت.")
                .add("* * *", BoilerplateKind.OTHER)
                .document("coast-" + i, COAST, null);
    }

    private static String valleyTitle(int i) {
        return "مكتبة عامة جديدة تفتح أبوابها في " + PLACES.get(i);
    }

    private static String coastTitle(int i) {
        return "عودة الحركة إلى طريق " + PLACES.get(i) + " بعد السيول";
    }

    /** A page being written line by line. */
    static final class Sheet {
        private final List<String> lines = new ArrayList<>();
        private final List<RemovedLines> removed = new ArrayList<>();

        Sheet keep(String line) {
            lines.add(line);
            return this;
        }

        Sheet add(String line, BoilerplateKind kind) {
            lines.add(line);
            removed.add(new RemovedLines(lines.size(), lines.size(), kind));
            return this;
        }

        LabelledDocument document(String id, String outlet, @Nullable String title) {
            return new LabelledDocument(id, "small", outlet, title, String.join("\n", lines), removed);
        }
    }
}
