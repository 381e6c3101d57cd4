package io.ghirbal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.source.Rejection;
import io.ghirbal.ingest.source.RejectionCause;
import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.TextAnalysis;
import io.ghirbal.nlp.clean.ArticleMetadata;
import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.CleanedArticle;
import io.ghirbal.nlp.clean.RemovedBlock;
import io.ghirbal.nlp.clean.RemovedBlocks;
import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.TextLines;
import io.ghirbal.nlp.topic.Classification;
import io.ghirbal.nlp.topic.ScoredTopic;
import io.ghirbal.nlp.topic.Topic;
import io.ghirbal.nlp.topic.TopicEvidence;
import io.ghirbal.report.explain.ExplainedDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlExplanationTest {
    private static final String TEXT = "عنوان الخبر\n\nفقرة أولى. (اقرأ: خبر) وبقية\nاقرأ أيضا\n\nعنوان آخر\nخاتمة";
    private static final List<RemovedBlock> REMOVED = List.of(
            RemovedBlock.inline(3, 11, 22, BoilerplateKind.TAGS, "key words in the line", 0.7),
            RemovedBlock.lines(4, 6, BoilerplateKind.RELATED_LINKS, "the heading \"اقرأ أيضا\"", 0.975));

    @TempDir
    private Path folder;

    @Test
    void showsTheOriginalBesideTheCleanedTextLineByLine() throws IOException {
        String page = page(sample("a.txt", "عنوان الخبر"));

        assertThat(rows(page))
                .contains("<th scope=\"row\" class=\"no\">1</th>")
                .contains("<span>فقرة أولى. </span><del class=\"k-TAGS\">(اقرأ: خبر)</del><span> وبقية</span>")
                .contains("<td class=\"after\" dir=\"rtl\"><span class=\"line\">فقرة أولى.  وبقية</span></td>")
                .contains("<tbody class=\"cut k-RELATED_LINKS\">")
                .contains("<td class=\"after gap\" rowspan=\"3\">")
                .containsSubsequence(
                        "روابط ذات صلة",
                        "الثقة \u20680.98\u2069",
                        "the heading \"اقرأ أيضا\"",
                        "<th scope=\"row\" class=\"no\">4</th>",
                        "<del class=\"line\">اقرأ أيضا</del>",
                        "<th scope=\"row\" class=\"no\">6</th>",
                        "<del class=\"line\">عنوان آخر</del>",
                        "<th scope=\"row\" class=\"no\">7</th>")
                .doesNotContain("<th scope=\"row\" class=\"no\">5</th>");
        assertThat(page).contains("key words in the line").contains("<tr class=\"headline\">");
    }

    @Test
    void saysWhatADocumentSaysOfItselfAndWhatItIsAbout() throws IOException {
        String page = page(sample("a.txt", "عنوان الخبر"));

        assertThat(page)
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .contains("<bdi dir=\"rtl\">عنوان الخبر</bdi></h2>")
                .contains("<bdi>2024-03-05</bdi>", "<bdi>وكالة</bdi>", "<bdi>كاتبة</bdi>", "<bdi>صحيفة</bdi>")
                .containsSubsequence(
                        "<b>رياضة</b>",
                        "sport",
                        "<span class=\"score\">0.91</span>",
                        "<bdi>مباراة</bdi> <small>1.25</small>")
                .as("one document needs no contents")
                .doesNotContain("<nav");
    }

    @Test
    void listsSeveralDocumentsWithWhatWasRemovedFromEachAndWhatCouldNotBeRead() throws IOException {
        HtmlExplanation explanation = new HtmlExplanation();
        explanation.add(sample("b.txt", "ثان"));
        explanation.add(explained("a.txt", 3, null, "نص", List.of()));
        explanation.add(new Rejection("c.txt", 1, RejectionCause.EMPTY, "There is nothing in it."));

        String page = Files.readString(explanation.write(folder.resolve("p.html")));

        String contents = page.substring(page.indexOf("<nav"), page.indexOf("</nav>"));
        assertThat(contents)
                .containsSubsequence(
                        "href=\"#d1\"",
                        "ثان",
                        "b.txt",
                        "روابط ذات صلة <b>2</b>",
                        "وسوم <b>1</b>",
                        "href=\"#d2\"",
                        "بلا عنوان",
                        "a.txt",
                        "وثيقة \u20683\u2069",
                        "لم يُزل شيء",
                        "href=\"#rejected\"");
        assertThat(page)
                .containsSubsequence(
                        "id=\"d1\"", "id=\"d2\"", "id=\"rejected\"", "c.txt", "فارغ", "There is nothing in it.");
        assertThat(page).contains("لا موضوع: النص أقصر");
    }

    @Test
    void showsContentThatAttacksThePageAsText() throws IOException {
        String attack = "</td><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick=\"x";
        SourceDocument document = new SourceDocument(
                attack + "\u202E\u001B", 1, null, null, attack, attack, attack, "UTF-8", attack + "\n" + attack);
        ExplainedDocument explained = new ExplainedDocument(
                document,
                analysis(
                        document.text(),
                        List.of(
                                RemovedBlock.inline(1, 0, 30, BoilerplateKind.TAGS, attack, 1),
                                RemovedBlock.lines(2, 2, BoilerplateKind.AD, attack, 1)),
                        new ArticleMetadata(attack, 1, null, attack, attack),
                        new Classification(List.of(), null, attack, null)),
                List.of(new TopicEvidence(
                        new ScoredTopic(new Topic(attack, attack, attack), 0.5),
                        List.of(new TopicEvidence.Word(attack, 1)))));
        HtmlExplanation explanation = new HtmlExplanation();
        explanation.add(explained);
        explanation.add(new Rejection(attack, 2, RejectionCause.MALFORMED, attack));

        String page = Files.readString(explanation.write(folder.resolve("p.html")));

        assertThat(page)
                .doesNotContain("<script", "<img", "\u202E", "\u001B")
                .doesNotContainPattern("<[^<>]*\" onclick=")
                .doesNotContainPattern("</td>\\s*&lt;")
                .contains("&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;", "\\u202E\\u001B");
    }

    @Test
    void admitsItsOwnStyleAndNothingElse() throws Exception {
        String page = page(sample("a.txt", "عنوان الخبر"));
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(UTF_8)));

        assertThat(page.replace("&#39;", "'"))
                .contains("Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-" + hash
                        + "'; base-uri 'none'; form-action 'none'\"");
        assertThat(page)
                .doesNotContainPattern("<[^>]*\\s(src|srcset|style|on[a-z]+)=")
                .doesNotContainPattern("<script|<link|<iframe|@import|url\\(");
    }

    @Test
    void saysWhatFoundNoRoomOnThePage() throws IOException {
        HtmlExplanation explanation = new HtmlExplanation(TEXT.length() - 1);
        explanation.add(sample("a.txt", "أول"));
        explanation.add(sample("b.txt", "ثان"));
        explanation.add(explained("c.txt", 1, null, "نص", List.of()));

        String page = Files.readString(explanation.write(folder.resolve("p.html")));

        assertThat(explanation.leftOut()).isEqualTo(2);
        assertThat(page)
                .contains("وبقي خارجها من الوثائق: \u20682\u2069", "a.txt")
                .doesNotContain("b.txt", "c.txt");
    }

    @Test
    void hasAColourForEveryKind() {
        String style = Resource.read("explain.css");
        for (BoilerplateKind kind : BoilerplateKind.values()) {
            assertThat(style).contains(".k-" + kind + " {");
        }
    }

    private String page(ExplainedDocument explained) throws IOException {
        HtmlExplanation explanation = new HtmlExplanation();
        explanation.add(explained);
        return Files.readString(explanation.write(folder.resolve("p.html")));
    }

    private static String rows(String page) {
        return page.substring(page.indexOf("<table"), page.indexOf("</table>"));
    }

    private static ExplainedDocument sample(String source, String title) {
        return explained(source, 1, title, TEXT, REMOVED);
    }

    private static ExplainedDocument explained(
            String source, long record, @Nullable String title, String text, List<RemovedBlock> removed) {
        boolean topic = title != null;
        ScoredTopic sport = new ScoredTopic(new Topic("medtop:15000000", "sport", "رياضة"), 0.914);
        return new ExplainedDocument(
                new SourceDocument(source, record, null, null, "صحيفة", title, null, "UTF-8", text),
                analysis(
                        text,
                        removed,
                        new ArticleMetadata(title, topic ? 1 : 0, LocalDate.of(2024, 3, 5), "وكالة", "كاتبة"),
                        new Classification(
                                topic ? List.of(sport) : List.of(), null, "ar", topic ? null : "too little text")),
                topic ? List.of(new TopicEvidence(sport, List.of(new TopicEvidence.Word("مباراة", 1.25)))) : List.of());
    }

    private static TextAnalysis analysis(
            String text, List<RemovedBlock> removed, ArticleMetadata metadata, Classification classification) {
        TextLines lines = TextLines.of(text);
        CleanedArticle cleaned =
                new CleanedArticle(lines, ReadableText.of(lines.text()), RemovedBlocks.of(lines, removed), metadata);
        return new TextAnalysis(cleaned, cleaned.body(), classification);
    }
}
