package io.ghirbal.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as Excel, pandas and others write them. */
class CsvFormatTests {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    CsvFormatTests() {}

    private Reading reading() {
        return new Reading(folder);
    }

    @Test
    void readsWhatPandasWrites() {
        Reading reading = reading().write("a.csv", """
                ,title,text,url,views
                0,"عنوان, أول","نص ""مقتبس""
                على سطرين",http://x.example/1,7.0
                1,,ثان,,
                """);

        assertThat(reading.outcomes()).containsExactly("2 نص \"مقتبس\"\nعلى سطرين", "4 ثان");
        assertThat(reading.documents().get(0).title()).isEqualTo("عنوان, أول");
        assertThat(reading.documents().get(0).extra()).isEqualTo("{\"column 1\":\"0\",\"views\":\"7.0\"}");
        assertThat(reading.documents().get(1).title()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"})
    void readsWhatExcelWrites(String charset) {
        String mark = charset.startsWith("w") ? "" : "\uFEFF";
        String table = mark + "العنوان;Text;Date\r\nعنوان;\"نص الخبر الأول؛ وفيه\r\nسطران\";05/03/2024\r\n";
        Reading reading = reading().write("a.CSV", table.getBytes(Charset.forName(charset)));

        assertThat(reading.document().text()).isEqualTo("نص الخبر الأول؛ وفيه\r\nسطران");
        assertThat(reading.document().published()).isEqualTo("05/03/2024");
        assertThat(reading.document().extra()).isEqualTo("{\"العنوان\":\"عنوان\"}");
    }

    @Test
    void tellsTheSignBetweenCells() {
        assertThat(reading()
                        .write("a.tsv", "title\ttext\nع, ا\tأول\n")
                        .write("b.csv", "sep=|\ntitle|text\nع;ا|ثان\n")
                        .write("c.csv", "text\nثالث\n")
                        .write("d.csv", "\"a,b,c,d\";text\nx;رابع\n")
                        .outcomes())
                .containsExactly("2 أول", "3 ثان", "2 ثالث", "2 رابع");
    }

    @Test
    void readsRowsOfAnyLength() {
        Reading reading = reading().write("a.csv", "title,text\nx\ny,ثان,z,w\n\n\"a\"b,ثالث\n\"\",\" \"\n");

        assertThat(reading.outcomes()).containsExactly("2 EMPTY", "3 ثان", "5 ثالث", "6 EMPTY");
        assertThat(((SourceDocument) reading.all().get(1)).extra())
                .isEqualTo("{\"column 3\":\"z\",\"column 4\":\"w\"}");
    }

    @Test
    void aWrongByteCostsItsRowOnly() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("title,text\nع,أول\nx,".getBytes(StandardCharsets.UTF_8));
        file.write(0xD9);
        file.writeBytes(",\nx,a\0b\ny,آخر\n".getBytes(StandardCharsets.UTF_8));

        assertThat(reading().write("a.csv", file.toByteArray()).outcomes())
                .containsExactly("2 أول", "3 UNDECODABLE", "4 BINARY", "5 آخر");
    }

    @Test
    void holdsNoCellThatIsTooLong() {
        assertThat(reading()
                        .write("a.csv", "text\nأول\n" + "x".repeat(2 << 20) + "\nآخر\n")
                        .outcomes())
                .containsExactly("2 أول", "3 TOO_LARGE", "4 آخر");
        assertThat(reading()
                        .write("a.csv", "text\nأول\n\"" + "x".repeat(20 << 20) + "\nآخر\n")
                        .outcomes())
                .containsExactly("2 أول", "3 MALFORMED");
    }

    @Test
    void saysOfATableWithoutTextWhatItHas() {
        assertThat(reading()
                        .write("a.csv", "name,price\nx,1\ny,2\n")
                        .rejection()
                        .message())
                .contains("its columns are \"name\", \"price\"")
                .endsWith("--field text=NAME.");
        assertThat(reading().write("a.csv", "text\n").rejection().cause()).isEqualTo(RejectionCause.EMPTY);
        assertThat(reading().write("a.csv", "").rejection().cause()).isEqualTo(RejectionCause.EMPTY);
        assertThat(reading().write("a.csv", "text\n\"a").rejection().cause()).isEqualTo(RejectionCause.MALFORMED);
    }
}
