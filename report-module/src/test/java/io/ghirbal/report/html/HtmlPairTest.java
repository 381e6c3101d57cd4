package io.ghirbal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.nlp.story.PairExplanation.Conclusion;
import io.ghirbal.nlp.story.PairFeature;
import io.ghirbal.report.explain.ExplainedPair;
import io.ghirbal.report.explain.PairedArticle;
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

class HtmlPairTest {
    private static final String SHARED = "افتتح الوزير محطة تحلية المياه في الساحل الشرقي";
    private static final String ALSO_SHARED = "وتكفي المحطة حاجة مئة ألف من سكان الإقليم سنويا";

    @TempDir
    private Path folder;

    @Test
    void marksASharedPassageWithOneNumberInBothTexts() throws IOException {
        String page = page("أمس " + SHARED + ".\n" + ALSO_SHARED, ALSO_SHARED + " كلها.\n\n" + SHARED);

        assertThat(page)
                .contains("<html lang=\"ar\" dir=\"rtl\">", "width=device-width")
                .contains("<span>أمس </span><mark class=\"s1\" id=\"a1\"><a href=\"#b1\">1</a>" + SHARED + "</mark>")
                .contains("<mark class=\"s2\" id=\"a2\"><a href=\"#b2\">2</a>" + ALSO_SHARED + "</mark>")
                .contains("<mark class=\"s2\" id=\"b2\"><a href=\"#a2\">2</a>" + ALSO_SHARED
                        + "</mark><span> كلها.</span>")
                .contains("<mark class=\"s1\" id=\"b1\"><a href=\"#a1\">1</a>" + SHARED + "</mark>");
    }

    @Test
    void marksAPassageThatGoesOverTheEndOfALineOnEachOfItsLines() throws IOException {
        String page = page(SHARED + "\n" + ALSO_SHARED, SHARED + " " + ALSO_SHARED);

        assertThat(page)
                .contains("<a href=\"#b1\">1</a>" + SHARED + "</mark>", "<mark class=\"s1\">" + ALSO_SHARED + "</mark>")
                .contains("<a href=\"#a1\">1</a>" + SHARED + " " + ALSO_SHARED + "</mark>")
                .doesNotContain("id=\"a2\"");
    }

    @Test
    void saysWhatTheyAreToEachOtherAndWhy() throws IOException {
        String page = page(SHARED, SHARED);

        assertThat(page)
                .containsSubsequence(
                        "نصّ واحد نُشر مرتين",
                        "One text, published twice word for word",
                        "<dd>1.00</dd>",
                        "مقاطع: \u20681\u2069",
                        "سلاسل مشتركة من ثلاث كلمات",
                        "runs of three words in common",
                        "all together");
        assertThat(page(SHARED, "نص آخر")).contains("ليسا قصة واحدة", "لا توجد كلمات متتالية مشتركة");
    }

    @Test
    void hasWordsForEachFeatureAndConclusionAndAColourForEachPassage() {
        Labels labels = Labels.load();
        for (PairFeature feature : PairFeature.values()) {
            assertThat(labels.of("pair.feature." + feature).en()).isEqualTo(feature.phrase());
        }
        for (Conclusion conclusion : Conclusion.values()) {
            assertThat(labels.of("pair.conclusion." + conclusion).ar()).isNotBlank();
        }
        for (int colour = 1; colour <= PairPage.COLOURS; colour++) {
            assertThat(Resource.read("pair.css")).contains(".s" + colour + " {");
        }
        assertThat(PairPage.colour(PairPage.COLOURS + 1)).isEqualTo("s1");
    }

    @Test
    void admitsItsOwnStyleAndNothingElse() throws Exception {
        String page = page(SHARED, SHARED);
        Matcher style = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL).matcher(page);
        assertThat(style.find()).isTrue();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(UTF_8)));

        assertThat(page.replace("&#39;", "'")).contains("style-src 'sha256-" + hash + "'");
        assertThat(page)
                .doesNotContainPattern("<[^>]*\\s(src|srcset|style|on[a-z]+)=")
                .doesNotContainPattern("<script|<link|<iframe|@import|url\\(");
    }

    @Test
    void showsContentThatAttacksThePageAsText() throws IOException {
        String attack = "</p><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick=\"x ";
        PairedArticle article = new PairedArticle(
                attack + "\u202E\u001B", 1, attack, attack, attack, null, attack + SHARED + attack, attack);

        Path file = HtmlPair.write(folder.resolve("p.html"), ExplainedPair.of(article, article));

        assertThat(Files.readString(file))
                .doesNotContain("<script", "<img", "\u202E", "\u001B")
                .doesNotContainPattern("<[^<>]*\" onclick=")
                .contains("&lt;/p&gt;&lt;script&gt;alert(1)");
    }

    @Test
    void cutsALineAtItsMarks() {
        SharedText text =
                SharedText.of("ab cd\n\nef", List.of(new SharedText.Mark(2, 8, 9), new SharedText.Mark(1, 3, 8)));

        assertThat(text.lines())
                .containsExactly(
                        new SharedText.Line(
                                "ab cd",
                                List.of(new SharedText.Piece("ab ", 0, false), new SharedText.Piece("cd", 1, true))),
                        new SharedText.Line(
                                "ef",
                                List.of(new SharedText.Piece("e", 1, false), new SharedText.Piece("f", 2, true))));
    }

    private String page(String body, String other) throws IOException {
        ExplainedPair pair = ExplainedPair.of(article("أول", body), article(null, other));
        return Files.readString(HtmlPair.write(folder.resolve("p.html"), pair));
    }

    private static PairedArticle article(@Nullable String title, String body) {
        return new PairedArticle("a.txt", 1, null, title, "صحيفة", LocalDate.of(2024, 3, 5), body, null);
    }
}
