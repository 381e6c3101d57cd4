package io.ghirbal.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ghirbal.ingest.source.JsonFields.Meaning;
import io.ghirbal.ingest.source.ReadingOptions.OutletFrom;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the fields of records mean, as the programs write them that people scrape with. */
class FieldsTests {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    FieldsTests() {}

    private SourceDocument read(String json) {
        return new Reading(folder).write("a.jsonl", json.replace("\n", " ")).document();
    }

    @Test
    void readsWhatTrafilaturaWrites() {
        SourceDocument document = read("""
                {"title":"افتتاح جسر","author":"سعاد مراد","hostname":"www.akhbar.example","date":"2024-03-05","fingerprint":"a1b2","id":null,
                "license":null,"comments":"","raw_text":"نص الخبر","text":"نص الخبر","language":"ar","image":null,"pagetype":"article",
                "filedate":"2024-03-06","source":"https://www.akhbar.example/2024/bridge","source-hostname":"أخبار","excerpt":"موجز",
                "categories":"محليات","tags":"جسر;طرق"}""");

        assertThat(document.url()).isEqualTo("https://www.akhbar.example/2024/bridge");
        assertThat(document.outlet()).isEqualTo("أخبار");
        assertThat(document.title()).isEqualTo("افتتاح جسر");
        assertThat(document.author()).isEqualTo("سعاد مراد");
        assertThat(document.published()).isEqualTo("2024-03-05");
        assertThat(document.tags()).containsExactly("جسر", "طرق");
        assertThat(document.extra())
                .isEqualTo(
                        "{\"hostname\":\"www.akhbar.example\",\"fingerprint\":\"a1b2\",\"language\":\"ar\","
                                + "\"pagetype\":\"article\",\"filedate\":\"2024-03-06\",\"excerpt\":\"موجز\",\"categories\":\"محليات\"}");
    }

    @Test
    void readsWhatNewsPleaseWrites() {
        SourceDocument document = read("""
                {"authors":["سعاد مراد","علي حسن"],"date_download":"2024-03-06 10:00:00","date_modify":null,
                "date_publish":"2024-03-05 07:30:00","description":null,"filename":"x.json","image_url":null,"language":"ar",
                "localpath":null,"maintext":"نص الخبر","source_domain":"www.akhbar.example","title":"عنوان","title_page":null,
                "url":"https://www.akhbar.example/1"}""");

        assertThat(document.text()).isEqualTo("نص الخبر");
        assertThat(document.outlet()).isEqualTo("akhbar.example");
        assertThat(document.author()).isEqualTo("سعاد مراد, علي حسن");
        assertThat(document.published()).isEqualTo("2024-03-05 07:30:00");
    }

    @ParameterizedTest
    @CsvSource({"Text", "article", "Full-Text", "articleBody", "ARTICLE_TEXT", "content"})
    void findsTheTextUnderManyNames(String name) {
        assertThat(read("{\"%s\":\"نص\"}".formatted(name)).text()).isEqualTo("نص");
    }

    @Test
    void findsTheRestUnderManyNames() {
        SourceDocument document = read("""
                {"Headline":"عنوان","article":"نص","link":"http://m.x.example/1","site":"https://amp.x.example/","pub_date":"5 مارس 2024",
                "byline":"سعاد","keywords":["أ","ب","أ"]}""");

        assertThat(document.title()).isEqualTo("عنوان");
        assertThat(document.url()).isEqualTo("http://m.x.example/1");
        assertThat(document.outlet()).isEqualTo("x.example");
        assertThat(document.published()).isEqualTo("5 مارس 2024");
        assertThat(document.author()).isEqualTo("سعاد");
        assertThat(document.tags()).containsExactly("أ", "ب");
        assertThat(document.extra()).isNull();
    }

    @Test
    void joinsParagraphsByLineFeeds() {
        assertThat(read("{\"text\":[\"أول\",\"ثان\",null]}").text()).isEqualTo("أول\nثان");
    }

    @Test
    void takesWhatPythonWritesForNothing() {
        SourceDocument document = read("{\"text\":\"نص\",\"title\":NaN,\"score\":Infinity,\"views\":NaN}");

        assertThat(document.title()).isNull();
        assertThat(document.extra()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1709623800 | 2024-03-05T07:30:00Z",
                "1709623800000 | 2024-03-05T07:30:00Z",
                "1709623800.0 | 2024-03-05T07:30:00Z",
                "1709623800000000000 | 2024-03-05T07:30:00Z",
                "9999999999999999999 | 9999999999999999999",
                "{\"$date\":\"2024-03-05T07:30:00Z\"} | 2024-03-05T07:30:00Z",
                "{\"$date\":{\"$numberLong\":\"1709623800000\"}} | 2024-03-05T07:30:00Z",
                "{\"$date\":1709623800000} | 2024-03-05T07:30:00Z",
                "20240305 | 20240305",
                "2024030507 | 2024030507",
                "\"2024-03-05\" | 2024-03-05"
            })
    void readsNumbersOfSecondsAsDates(String value, String expected) {
        assertThat(read("{\"text\":\"نص\",\"date\":%s}".formatted(value)).published())
                .isEqualTo(expected);
    }

    @Test
    void keepsTheOtherFieldsAsTheyAre() {
        SourceDocument document = read("{\"_id\":{\"$oid\":\"65e6\"},\"text\":\"نص\",\"n\":1e9999999999,\"big\":"
                + "9".repeat(2000)
                + ",\"o\":{\"a\":[1.50,null,\"\\u0000\\ud800\"]},\"t\":true,\"blank\":\" \",\"none\":null}");

        assertThat(document.externalId()).isEqualTo("65e6");
        assertThat(document.extra())
                .isEqualTo("{\"n\":1e9999999999,\"big\":" + "9".repeat(2000)
                        + ",\"o\":{\"a\":[1.50,null,\"\\u0000\\ud800\"]},\"t\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "https://www.x.example/a, x.example",
                "http://m.x.example, x.example",
                "https://amp.www.x.example:8080/a?b#c, x.example",
                "//user@X.EXAMPLE./a, x.example",
                "www.x.example, x.example",
                "m.com, m.com",
                "www.com, www.com",
                "mobile.x.example/a, x.example",
                "news.x.example, news.x.example",
                "قناة, -",
                "'', -"
            })
    void foldsHostsByOneRule(@Nullable String address, @Nullable String outlet) {
        assertThat(OutletHost.of(address)).isEqualTo(outlet);
    }

    @Test
    void readsTagsThatAColumnHoldsAsJson() {
        assertThat(read("{\"text\":\"نص\",\"tags\":\"[\\\"نفط\\\",\\\"غاز, خام\\\"]\"}")
                        .tags())
                .containsExactly("نفط", "غاز, خام");
        assertThat(read("{\"text\":\"نص\",\"tags\":\"[نفط, غاز]\"}").tags()).containsExactly("[نفط", "غاز]");
        assertThat(read("{\"text\":\"نص\",\"tags\":\"[\"}").tags()).containsExactly("[");
    }

    @Test
    void takesFieldsThatAreNamed() {
        JsonFields fields = JsonFields.of(Map.of(Meaning.TEXT, List.of("corps"), Meaning.OUTLET, List.of("journal")));
        SourceDocument document = new Reading(folder, ArticleSources.of(1000, fields))
                .write("a.jsonl", "{\"corps\":\"نص\",\"text\":\"x\",\"journal\":\"جريدة\",\"source\":\"s\"}")
                .document();

        assertThat(document.text()).isEqualTo("نص");
        assertThat(document.outlet()).isEqualTo("جريدة");
        assertThat(document.extra()).isEqualTo("{\"text\":\"x\",\"source\":\"s\"}");
        assertThatThrownBy(() -> JsonFields.of(Map.of(Meaning.TEXT, List.of("_"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesOutletAndDateFromThePathWhereAsked() {
        Reading reading = new Reading(
                        folder, ArticleSources.of(1000, new ReadingOptions(JsonFields.USUAL, OutletFrom.FOLDER, true)))
                .write("2024/قناة/2024-03-05/a.txt", "نص")
                .write("b.txt", "نص")
                .write("x/2024/03/06.txt", "نص")
                .write("y/20240307-1.jsonl", "{\"text\":\"نص\",\"date\":\"1\",\"outlet\":\"o\"}");

        assertThat(reading.documents())
                .extracting(document -> document.outlet() + " " + document.published())
                .containsExactly("قناة 2024-03-05", "null null", "x 2024-03-06", "o 1");
    }

    @Test
    void keepsInTheParametersOfARunHowItReads() {
        JsonFields fields =
                JsonFields.of(Map.of(Meaning.TEXT, List.of("نص = كامل", "corps"), Meaning.ID, List.of("n")));
        String text = new ReadingOptions(fields, OutletFrom.HOST, true).asText();

        assertThat(text)
                .isEqualTo("field id=n\nfield text=نص = كامل\nfield text=corps\noutlet-from host\ndate-from path");
        assertThat(ReadingOptions.ofText(text).asText()).isEqualTo(text);
        assertThat(ReadingOptions.ofText(text).fields().told(Meaning.TEXT)).containsExactly("نص = كامل", "corps");
        assertThat(ReadingOptions.USUAL.asText()).isEmpty();
        assertThat(ReadingOptions.ofText(""))
                .satisfies(usual ->
                        assertThat(usual.fields().told(Meaning.TEXT)).isEqualTo(JsonFields.USUAL.told(Meaning.TEXT)));
        assertThatThrownBy(() -> ReadingOptions.ofText("date-from elsewhere"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheFilesThatAreIncludedAndNotExcluded() {
        ReadingOptions options = new ReadingOptions(
                JsonFields.USUAL, null, false, List.of("*.txt", "x/*"), List.of("draft*", "*/old/*"));
        Reading reading = new Reading(folder, ArticleSources.of(options))
                .write("a.TXT", "1")
                .write("a.jsonl", "{}")
                .write("draft-1.txt", "2")
                .write("x/b.jsonl", "{\"text\":\"3\"}")
                .write("y/old/c.txt", "4")
                .write("y/d.txt", "5");

        assertThat(reading.documents()).extracting(SourceDocument::text).containsExactly("1", "3", "5");
        assertThat(ReadingOptions.ofText(options.asText())).satisfies(same -> {
            assertThat(same.include()).isEqualTo(options.include());
            assertThat(same.exclude()).isEqualTo(options.exclude());
        });
    }

    @Test
    void takesTheOutletFromTheHostWhereAsked() {
        ArticleSources sources = ArticleSources.of(1000, new ReadingOptions(JsonFields.USUAL, OutletFrom.HOST, false));
        String json = "{\"text\":\"نص\",\"url\":\"https://m.x.example/1\"}";

        assertThat(new Reading(folder, sources)
                        .write("a.jsonl", json)
                        .document()
                        .outlet())
                .isEqualTo("x.example");
        assertThat(read(json).outlet()).as("unless asked").isNull();
    }

    @Test
    void saysWhichFieldsAreThereWhenNoneHoldsTheText() {
        Rejection rejection = new Reading(folder)
                .write("a.jsonl", "{\"headline\":\"x\",\"وصف\":\"y\"}")
                .rejection();

        assertThat(rejection.cause()).isEqualTo(RejectionCause.NO_TEXT);
        assertThat(rejection.message())
                .startsWith("None of the fields text, body, content,")
                .endsWith(
                        "has a value: its fields are \"headline\", \"وصف\". Name the one with the text by --field text=NAME.");
    }
}
