package io.ghirbal.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON that is no JSON Lines, under either name. */
class JsonFormatTests {
    private static final String ARRAY = """
            [
              {
                "title": "عنوان [أول]",
                "text": "أول \\" } ] \\\\"
              },
              {"text": "ثان"}
            ]
            """;

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    JsonFormatTests() {}

    private Reading reading() {
        return new Reading(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.JSON", "a.jsonl", "a.jl"})
    void readsAnArrayHoweverItIsCalled(String name) {
        assertThat(reading().write(name, ARRAY).outcomes()).containsExactly("1 أول \" } ] \\", "2 ثان");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"})
    void readsAnArrayInEachCharset(String charset) {
        assertThat(reading()
                        .write("a.json", ARRAY.getBytes(Charset.forName(charset)))
                        .documents())
                .extracting(SourceDocument::title)
                .containsExactly("عنوان [أول]", null);
    }

    @Test
    void readsOneObjectOnManyLinesWithAMark() {
        assertThat(reading().write("a.json", "\uFEFF{\n\"text\":\n\"أول\"\n}\n").outcomes())
                .containsExactly("1 أول");
    }

    @Test
    void readsLinesThatAreCalledJson() {
        assertThat(reading()
                        .write("a.json", "{\"text\":\"أول\"}\n{\"text\":\n{\"text\":\"ثالث\"}\n")
                        .outcomes())
                .containsExactly("1 أول", "2 MALFORMED", "3 ثالث");
    }

    @Test
    void readsObjectsBehindEachOther() {
        assertThat(reading()
                        .write("a.jsonl", "{\n\"text\":\"أول\"}\n{\n\"text\":\"ثان\"} {\"text\":\"ثالث\"}")
                        .outcomes())
                .containsExactly("1 أول", "2 ثان", "3 ثالث");
    }

    @Test
    void readsTheTableThatPandasWritesColumnByColumn() {
        assertThat(reading()
                        .write(
                                "a.json",
                                "{\"title\":{\"0\":\"ع\",\"1\":null},\"text\":{\"0\":\"أول\",\"1\":\"ثان\"},\"date\":{\"0\":1709623800000,\"1\":null}}")
                        .documents())
                .extracting(document -> document.record() + document.text() + document.title() + document.published())
                .containsExactly("1أولع2024-03-05T07:30:00Z", "2ثانnullnull");
    }

    @Test
    void readsAListInsideAnAnswer() {
        assertThat(reading()
                        .write(
                                "a.json",
                                "{\"status\":\"ok\",\"articles\":[{\"content\":\"أول\"},{\"content\":\"ثان\"}]}")
                        .outcomes())
                .containsExactly("1 أول", "2 ثان");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"text\":\"أول\"},{\"text\":\"ثا",
                "[{\"text\":\"أول\"},",
                "[{\"text\":\"أول\"}",
                "{\"a\":1",
                "[1,2,3,4]",
                "[[[[[[",
                "\"x\"",
                "nonsense and more of it",
                "{\"text\":\"أول\",,}",
                "[]",
                ""
            })
    void givesABrokenFileOneRejectionInPlainWords(String json) {
        assertThat(reading().write("a.json", json).all())
                .filteredOn(Rejection.class::isInstance)
                .singleElement()
                .satisfies(rejection -> assertThat(((Rejection) rejection).message())
                        .hasLineCount(1)
                        .matches(".*[.?]")
                        .doesNotContainIgnoringCase("jackson")
                        .doesNotContain("REDACTED", "tools."));
    }

    @Test
    void spoilsNoArticleForAnother() {
        String json = "[{\"text\":\"أول\"},{\"text\":\"b\",\"x\":tru},{\"text\":\"%s\"},7,{\"text\":\"آخر\"}]"
                .formatted("x".repeat(2 << 20));

        assertThat(reading().write("a.json", json).outcomes())
                .containsExactly("1 أول", "2 MALFORMED", "3 TOO_LARGE", "4 MALFORMED", "5 آخر");
    }

    @Test
    void readsNumbersThatNoProgramCanCompute() {
        assertThat(reading()
                        .write(
                                "a.jsonl",
                                "{\"text\":\"أول\",\"n\":1e" + "9".repeat(100) + "}\n{\"text\":\"ثان\",\"n\":-0.1E-"
                                        + "9".repeat(100) + "}\n{\"text\":1e" + "9".repeat(20) + "}")
                        .outcomes())
                .containsExactly("1 أول", "2 ثان", "3 1e" + "9".repeat(20));
    }
}
