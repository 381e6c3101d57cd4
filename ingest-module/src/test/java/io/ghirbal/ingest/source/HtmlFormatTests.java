package io.ghirbal.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormatTests {
    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final String PARAGRAPH =
            "أعلنت الوزارة أن المدارس ستفتح أبوابها يوم الأحد المقبل في جميع المحافظات من دون استثناء.";

    @TempDir
    Path folder;

    // --- text

    @ParameterizedTest
    @ValueSource(strings = {"a.html", "a.htm", "a.xhtml", "A.HTML", "a.html.gz"})
    void readsPagesByTheEndingOfTheirNames(String name) {
        byte[] page = utf8("<p>" + PARAGRAPH);

        SourceDocument document = new Reading(folder)
                .write(name, name.endsWith(".gz") ? Reading.gzip(page) : page)
                .document();

        assertThat(document.text()).isEqualTo(PARAGRAPH);
        assertThat(document.charset()).isEqualTo("UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<p>ا <b>ب</b>ت <a href='/x'>ث</a>.</p> ~ ا بت ث.",
                "<p>سطر<br>سطر آخر<br/><br/>ثالث ~ سطر|سطر آخر|ثالث",
                "<h1>عنوان</h1>نص<h2>فرعي</h2><div>نص <span>آخر</span></div>ذيل ~ عنوان|نص|فرعي|نص آخر|ذيل",
                "<ul><li>أول<li>ثان<ul><li>داخل</ul></ul> ~ أول|ثان|داخل",
                "<table><caption>جدول</caption><tr><td>خلية<td>أخرى<tr><th>رأس</table> ~ جدول|خلية|أخرى|رأس",
                "<figure><img alt='صورة'><figcaption>تعليق</figcaption></figure> ~ تعليق",
                "<p>قبل<!-- ملاحظة -->بعد &amp; &lt;ذلك&gt; &#1575;&nbsp;ب ~ قبلبعد & <ذلك> ا\u00A0ب",
                "<pre>سطر&#10;سطر  ثان</pre> ~ سطر|سطر ثان",
                "<p>نص<script>var x = '<p>سر</p>';</script><style>p{}</style><noscript>سر</noscript> ~ نص",
                "<template><p>سر</template><p hidden>سر</p><p style='display : none'>سر</p><p>نص ~ نص",
                "<svg><text>سر</text></svg><iframe>سر</iframe><select><option>سر</select><p>نص ~ نص",
                "<textarea>سر</textarea><p aria-hidden=true>سر</p><p class='sr-only'>سر</p><p>نص ~ نص",
                "<p>مرحبا</p><p> </p><p>&nbsp;</p><p>\u200F</p><p>بكم ~ مرحبا|بكم"
            })
    void givesALineForEachBlockThatIsShown(String page, String lines) {
        assertThat(read(page).text().split("\n", -1)).containsExactly(lines.split("\\|", -1));
    }

    @Test
    void saysOfEachLineWhatThePageSaysOfIt() {
        SourceDocument document = read(
                "<body><nav><a href=/>الرئيسية</a></nav><article><h1>عنوان الخبر اليوم</h1><p>"
                        + PARAGRAPH
                        + "<h2>خلفية</h2><figure><figcaption>صورة من المكان</figcaption></figure><p>"
                        + PARAGRAPH
                        + "</p><p><a href=/x>خبر آخر</a></p></article><aside>شريط</aside><form>بحث</form><footer>حقوق</footer>");

        assertThat(document.lineHints()).isEqualTo("NHBHCBLAMF");
        assertThat(document.text().lines()).hasSize("NHBHCBLAMF".length());
    }

    @Test
    void believesNoClassThatSaysTheArticleIsBesideItself() {
        SourceDocument document = read("<div class='sidebar related'><form><h1>عنوان الخبر اليوم</h1><p>" + PARAGRAPH
                + "</p></form></div><div class=sidebar><p>ركن القراء</p></div>");

        assertThat(document.lineHints()).isEqualTo("H-A");
    }

    @Test
    void believesNoWordsOfClassesThatWouldLeaveNoArticle() {
        SourceDocument document =
                read("<h1>عنوان الخبر اليوم</h1><div class=related><p>" + PARAGRAPH + "</p><p>" + PARAGRAPH
                        + "</p></div><div class=latest-story><p>" + PARAGRAPH + "</p><p>" + PARAGRAPH + "</p></div>");

        assertThat(document.lineHints()).isEqualTo("H----");
    }

    @Test
    void takesNoAnchorOfAHeadingForTheNameOfAPart() {
        SourceDocument document = read("<h1>عنوان الخبر اليوم</h1><p>" + PARAGRAPH
                + "</p><div id=sharing-the-water-of-the-river><h2 id=comments>"
                + "اقتسام المياه</h2><p>" + PARAGRAPH + "</p></div><div class=tags><p>" + PARAGRAPH + " "
                + PARAGRAPH + " " + PARAGRAPH + "</p></div>");

        assertThat(document.lineHints()).doesNotContain("N", "M");
    }

    @Test
    void takesTheTextThatAPageOfScriptsSaysItHas() {
        SourceDocument document = read(
                "<script type='application/ld+json'>{'@type':'NewsArticle','articleBody':'%s\\n\\nتتمة'}</script><div id=root></div>"
                        .replace('\'', '"')
                        .formatted(PARAGRAPH));

        assertThat(document.text()).startsWith(PARAGRAPH);
        assertThat(document.lineHints()).isNull();
    }

    // --- metadata

    @Test
    void takesWhatThePageSaysToMachines() {
        SourceDocument document = read("""
                <html lang="ar-EG"><head><title>خبر | موقع</title>
                <link rel="canonical" href="https://www.akhbar.example/a/1">
                <meta property="og:site_name" content="موقع"><meta property="og:title" content="خبر من الرسم - موقع">
                <script type="application/ld+json">{"@graph":[{"@type":"WebPage","headline":"صفحة"},
                {"@type":["NewsArticle"],"headline":"خبر مهم","datePublished":"2026-03-01T10:00:00+03:00",
                "author":[{"name":"سمير"},{"name":"منى"}],"keywords":["ماء","سد"],"articleSection":"محلي"}]}</script>
                </head><body><p>%s</body></html>""".formatted(PARAGRAPH));

        assertThat(document)
                .returns("https://www.akhbar.example/a/1", SourceDocument::url)
                .returns("akhbar.example", SourceDocument::outlet)
                .returns("خبر مهم", SourceDocument::title)
                .returns("سمير, منى", SourceDocument::author)
                .returns("2026-03-01T10:00:00+03:00", SourceDocument::published)
                .returns(List.of("ماء", "سد"), SourceDocument::tags)
                .returns("{\"language\":\"ar-EG\",\"section\":\"محلي\",\"site\":\"موقع\"}", SourceDocument::extra);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<title>خبر - موقع</title><meta property=og:site_name content=موقع> ~ خبر",
                "<title>خبر</title> ~ خبر",
                "<title>موقع</title><h1>خبر</h1> ~ خبر",
                "<meta property=og:title content='خبر مهم | موقع'><h1>خبر مهم</h1> ~ خبر مهم",
                "<title>خبر</title><nav><h1>موقع</h1></nav> ~ خبر",
                "<script type=application/ld+json>[{\"@type\":\"Article\",\"headline\":\"خبر\"}]</script><h1>آخر</h1> ~ خبر",
                "<script type=application/ld+json>{\"@type\":\"Article\",\"headline\":</script><h1>خبر</h1> ~ خبر",
                "<script type=application/ld+json>/*<![CDATA[*/{\"@type\":\"Article\",\"headline\":\"خبر\t\"}/*]]>*/</script> ~ خبر",
                "<script type=application/ld+json>{\"@type\":\"Person\",\"headline\":\"آخر\"}</script><h1>خبر</h1> ~ خبر"
            })
    void findsTheTitle(String head, String title) {
        assertThat(read(head + "<p>" + PARAGRAPH).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<meta property=article:published_time content=2026-03-01> ~ 2026-03-01",
                "<meta name=date content=2026-03-02> ~ 2026-03-02",
                "<meta itemprop=datePublished content=2026-03-03> ~ 2026-03-03",
                "<aside><time datetime=2020-01-01>س</time></aside><time datetime=2026-03-04>س</time> ~ 2026-03-04",
                "<time datetime=2026-03-05>س</time><time pubdate datetime=2026-03-06>س</time> ~ 2026-03-06",
                "<meta name=date content=اليوم><time datetime=2026-03-07>س</time> ~ 2026-03-07"
            })
    void findsTheDateOfPublication(String head, String date) {
        assertThat(read(head + "<p>" + PARAGRAPH).published()).isEqualTo(date);
    }

    @Test
    void namesTheSiteOnlyWhereThereIsNoAddress() {
        String site = "<meta property=og:site_name content=موقع>";

        assertThat(read(site + "<p>" + PARAGRAPH).outlet()).isEqualTo("موقع");
        assertThat(read(site + "<meta property=og:url content=https://m.akhbar.example/1><p>" + PARAGRAPH)
                        .outlet())
                .isEqualTo("akhbar.example");
        assertThat(read("<link rel=canonical href=https://akhbar.example/><p>" + PARAGRAPH)
                        .url())
                .isNull();
        assertThat(read("<link rel=canonical href=/a/1><p>" + PARAGRAPH).url()).isNull();
    }

    @Test
    void takesNothingOfTheMetadataThatNoDatabaseKeeps() {
        SourceDocument document = read(
                "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"\\u0000\",\"author\":\"\\ud800\",\"keywords\":\"\\ud800,سد\"}</script><h1>خبر</h1><p>"
                        + PARAGRAPH);

        assertThat(document.title()).isEqualTo("خبر");
        assertThat(document.author()).isNull();
        assertThat(document.tags()).containsExactly("سد");
    }

    // --- charset

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta charset=windows-1256>",
                "<meta http-equiv=Content-Type content='text/html; charset=windows-1256'>",
                "<meta charset=iso-8859-1>",
                "<meta charset=utf-8>",
                "<meta charset=no-such-charset>",
                ""
            })
    void readsWindows1256WhateverThePageSays(String meta) {
        SourceDocument document = read((meta + "<p class=text>" + PARAGRAPH + "</p>").getBytes(WINDOWS_1256));

        assertThat(document.text()).isEqualTo(PARAGRAPH);
        assertThat(document.charset()).isEqualTo("windows-1256");
    }

    @Test
    void readsUtf8ThatCallsItselfOtherwiseAndUtf16WithAMark() {
        assertThat(read("<meta charset=windows-1256><p>" + PARAGRAPH).text()).isEqualTo(PARAGRAPH);
        assertThat(read(("\uFEFF<p>" + PARAGRAPH).getBytes(StandardCharsets.UTF_16LE))
                        .text())
                .isEqualTo(PARAGRAPH);
        assertThat(read(("\uFEFF<p>" + PARAGRAPH).getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(PARAGRAPH);
    }

    @Test
    void refusesAPageWhoseTextIsDamagedButNotOneWhoseMarkupIs() {
        byte[] text = utf8("<p>" + PARAGRAPH + "!");
        text[text.length - 2] = (byte) 0xC3;
        byte[] markup = utf8("<p title='ا'>" + PARAGRAPH);
        markup[11] = '\'';

        assertThat(reject(text).cause()).isEqualTo(RejectionCause.UNDECODABLE);
        assertThat(read(markup).text()).endsWith(PARAGRAPH);
    }

    // --- hostile pages

    @Test
    void saysWhatIsWrongWithAPageThatHasNoText() {
        assertThat(reject(new byte[0]).cause()).isEqualTo(RejectionCause.EMPTY);
        assertThat(reject(utf8("<script>alert(1)</script>")).cause()).isEqualTo(RejectionCause.NO_TEXT);
        assertThat(reject(utf8("%PDF-1.7 not a page")).cause()).isEqualTo(RejectionCause.BINARY);
        assertThat(reject(new byte[] {0, 1, 2, 3, (byte) 0x80, (byte) 0xFF, 7, 6})
                        .cause())
                .isEqualTo(RejectionCause.BINARY);
    }

    @Test
    void refusesAPageOf50Megabytes() {
        byte[] page = new byte[50 << 20];
        Arrays.fill(page, (byte) 'a');

        assertThat(reject(page))
                .returns(RejectionCause.TOO_LARGE, Rejection::cause)
                .satisfies(rejection -> assertThat(rejection.message()).contains("8,388,608 bytes"));
        assertThat(reject(Arrays.copyOf(page, 2 << 20)).cause()).isEqualTo(RejectionCause.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<b>",
                "<p><b><i>",
                "<table><tr><td>",
                "<a href=x>",
                "<ul><li>",
                "<form><div>",
                "<svg><g>",
                "<blockquote>",
                "<select><option>",
                "<template>",
                "<article><h1>",
                "<font size=1><p>"
            })
    void readsPagesNested100000DeepInABoundedHeap(String tag) {
        SourceRecord record = one(utf8(tag.repeat(100_000 / tag.split("<", -1).length) + "نص في القاع"));

        if (record instanceof SourceDocument document) {
            assertThat(document.text()).contains("نص في القاع");
        } else {
            assertThat(((Rejection) record).cause()).isIn(RejectionCause.NO_TEXT, RejectionCause.TOO_LARGE);
        }
    }

    @Test
    void refusesAPageOfMillionsOfElements() {
        assertThat(reject(utf8("<i>".repeat(2_000_000))))
                .returns(RejectionCause.TOO_LARGE, Rejection::cause)
                .satisfies(rejection -> assertThat(rejection.message()).contains("250,000 elements"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]>&b;&b;",
                "&notanentity;&#99999999999;&#xD800;&#0;",
                "<!-- -->",
                "<p a=1 b=2 c=3 d",
                "</p>",
                "</body><x>",
                "<![CDATA[",
                "<?xml",
                "\u0000<\u0000",
                "<p style='background:url(http://no.example/x)'>",
                "<base href='http://no.example/'>"
            })
    void comesToAnEndWithAnyMarkupRepeated(String markup) {
        SourceRecord record =
                assertTimeout(Duration.ofSeconds(20), () -> one(utf8(markup.repeat(20_000) + "<p>" + PARAGRAPH)));

        if (record instanceof SourceDocument document) {
            assertThat(TextDecoder.flaw(document.text())).isNull();
        }
    }

    @Test
    void comesToAnEndWithDeepAndBrokenLinkedData() {
        for (String data : new String[] {
            "[".repeat(100_000),
            "{\"@graph\":".repeat(100_000),
            "[".repeat(400) + "]".repeat(400),
            "[" + "{\"@type\":\"NewsArticle\"},".repeat(10_000) + "{}]",
            "{\"@type\":\"NewsArticle\",\"headline\":\"" + "ا".repeat(500_000) + "\"}",
            "{\"@type\":{\"a\":1},\"headline\":[[\"x\"]],\"author\":[1,null,true,{\"name\":[1]}]}",
            "NaN"
        }) {
            assertThat(read("<script type='application/ld+json'>" + data + "</script><p>" + PARAGRAPH)
                            .text())
                    .isEqualTo(PARAGRAPH);
        }
    }

    private SourceDocument read(String page) {
        return read(utf8(page));
    }

    private SourceDocument read(byte[] page) {
        SourceRecord record = one(page);
        assertThat(record).isInstanceOf(SourceDocument.class);
        return (SourceDocument) record;
    }

    private Rejection reject(byte[] page) {
        return (Rejection) one(page);
    }

    private SourceRecord one(byte[] page) {
        List<SourceRecord> all = new Reading(folder).write("page.html", page).all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static byte[] utf8(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }
}
