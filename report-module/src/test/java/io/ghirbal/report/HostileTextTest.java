package io.ghirbal.report;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.ghirbal.report.export.Export;
import io.ghirbal.report.export.TableExport;
import io.ghirbal.report.export.Visible;
import io.ghirbal.report.html.HtmlReport;
import io.ghirbal.report.summary.Slice;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text and names of files that try to act: what docs/hostile-input.md claims of the report, the tables and the log. */
class HostileTextTest {
    /** Clears the screen, sets the title of the terminal, forges a line, turns the rest around. */
    private static final String HOSTILE = "\u001B[2J\u001B]0;owned\u0007\n2026-01-01 WARN forged\r\u202Egnp.txt";

    private static final String SHOWN =
            "\\u001B[2J\\u001B]0;owned\\u0007\\u000A2026-01-01 WARN forged\\u000D\\u202Egnp.txt";

    @TempDir
    private Path out;

    @Test
    void showsControlsAndOrdersOfDirectionInOneLine() {
        assertThat(Visible.of(HOSTILE)).isEqualTo(SHOWN);
        assertThat(Visible.of("a\u009B31m\u2028b\u2066c")).isEqualTo("a\\u009B31m\\u2028b\\u2066c");
    }

    @Test
    void leavesHonestTextAsItIs() {
        String honest = "عنوان\u200F: 50%\t«نص» \uD83D\uDE00 \u200D";
        assertThat(Visible.of(honest)).isSameAs(honest);
    }

    @Test
    void showsControlsWhereverTheWriterIsCut() throws IOException {
        String text = "قبل\u001B[31m\nبعد\u0007\t\u202Eآخر";
        String expected = "قبل\\u001B[31m\nبعد\\u0007\t\u202Eآخر";
        for (int cut = 0; cut <= text.length(); cut++) {
            StringWriter shown = new StringWriter();
            try (Writer writer = Visible.controls(shown)) {
                writer.write(text, 0, cut);
                writer.write(text.toCharArray(), cut, text.length() - cut);
            }
            assertThat(shown).hasToString(expected);
        }
        StringWriter shown = new StringWriter();
        try (Writer writer = Visible.controls(shown)) {
            for (int i = 0; i < text.length(); i++) {
                writer.write(text.charAt(i));
            }
        }
        assertThat(shown).hasToString(expected);
    }

    @Test
    void letsNoControlIntoTheReport() throws IOException {
        String report = Files.readString(new HtmlReport(hostile()).write(out, Slice.ALL, null, Export.ALL));

        assertThat(report.chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r'))
                .isEmpty();
        assertThat(report)
                .as("names of files are shown so that they cannot pass for others")
                .contains("<bdi class=\"path\" dir=\"ltr\">" + SHOWN + "</bdi>")
                .contains("\\u001B[31mعنوان");
    }

    @Test
    void letsNoControlAndNoFormulaIntoTheTables() throws IOException {
        new TableExport(hostile()).write(out, Slice.ALL);

        Path table = out.resolve("tables/outlet_summary.csv");
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table)) {
            assertThat(rows.stream().skip(1).map(row -> row.getField(0)))
                    .containsExactlyInAnyOrder(
                            "'=1+1",
                            "' =1+1",
                            "'\u00A0=1+1",
                            "'\u200E=1+1",
                            "'\uFEFF\u200F@SUM(1)",
                            "\\u001B[31mred",
                            "first\nsecond\\u0007");
        }
        assertThat(Files.readString(table)).doesNotContain("\u001B", "\u0007");
    }

    @Test
    void writesAMessageOfTheLogInOneLineWithoutControls() throws Exception {
        LoggerContext context = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
        ConsoleAppender<ILoggingEvent> appender =
                (ConsoleAppender<ILoggingEvent>) context.getLogger("ROOT").getAppender("stderr");

        LoggingEvent event = new LoggingEvent(
                "x", context.getLogger("test"), Level.WARN, HOSTILE, new IllegalStateException(HOSTILE), null);
        String written = new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);

        assertThat(written.lines().findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line).endsWith("test: ?[2J?]0;owned??2026-01-01 WARN forged??gnp.txt"));
        assertThat(written).doesNotContain("\u001B", "\u0007").contains("IllegalStateException");
        assertThat(written.split("IllegalStateException", -1))
                .as("the trace stands once")
                .hasSize(2);
    }

    private static DataSource hostile() {
        DataSource database = TestDatabase.hsqldb();
        Fixture fixture = Fixture.in(database).run("COMPLETED", 8, 7, 0, 1).rejected(HOSTILE, 1, "EMPTY", "nothing");
        int record = 0;
        for (String outlet : new String[] {
            "=1+1", " =1+1", "\u00A0=1+1", "\u200E=1+1", "\uFEFF\u200F@SUM(1)", "\u001B[31mred", "first\nsecond\u0007"
        }) {
            fixture.article(HOSTILE, ++record, outlet, "\u001B[31mعنوان\n\u001B]0;x\u0007نص")
                    .analysed("\u001B[31mعنوان", null, null, null, "نص", 0, 0);
        }
        fixture.summarised();
        return database;
    }
}
