package io.ghirbal.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Cell by cell: the cases that csv-spectrum names, in tables of our own, each with line feeds and with line breaks of Windows. */
class CsvCellsTests {
    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    CsvCellsTests() {}

    /** A name, a table, and its rows with the names of the columns in front. An empty cell is not kept. */
    static Stream<Arguments> tables() {
        return Stream.of(
                table(
                        "comma_in_quotes",
                        "text,place,zip\nخبر,\"صنعاء, اليمن\",08123",
                        "text|place|zip",
                        "خبر|صنعاء, اليمن|08123"),
                table("empty", "text,b,c\n1,\"\",\"\"\n2,3,4", "text|b|c", "1||", "2|3|4"),
                table(
                        "escaped_quotes",
                        "text,b\n1,\"قال \"\"نعم\"\" ومضى\"\n3,4\n",
                        "text|b",
                        "1|قال \"نعم\" ومضى",
                        "3|4"),
                table(
                        "json",
                        "text,val\n1,\"{\"\"type\"\": \"\"Point\"\", \"\"at\"\": [102.0, 0.5]}\"\n",
                        "text|val",
                        "1|{\"type\": \"Point\", \"at\": [102.0, 0.5]}"),
                table(
                        "location_coordinates",
                        "text,Location Coordinates,Cities\nخبر,15°21'17.9\"N 44°12'24.0\"E,صنعاء",
                        "text|Location Coordinates|Cities",
                        "خبر|15°21'17.9\"N 44°12'24.0\"E|صنعاء"),
                table(
                        "newlines",
                        "text,b,c\n1,2,3\n\"كان يا ما كان \nفي قديم الزمان\",5,6\n7,8,9\n",
                        "text|b|c",
                        "1|2|3",
                        "كان يا ما كان \nفي قديم الزمان|5|6",
                        "7|8|9"),
                table(
                        "quotes_and_newlines",
                        "text,b\n1,\"نعم \n\"\"نعم\"\" \nنعم\"\n3,4\n",
                        "text|b",
                        "1|نعم \n\"نعم\" \nنعم",
                        "3|4"),
                table("simple", "text,b,c\n1,2,3\n", "text|b|c", "1|2|3"),
                table("utf8", "text,b,c\n1,2,3\n4,5,ʤ\nخبر,😀,ﷺ\n", "text|b|c", "1|2|3", "4|5|ʤ", "خبر|😀|ﷺ"));
    }

    private static Arguments table(String name, String table, String... rows) {
        return Arguments.of(name, table, List.of(rows));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void readsEachCell(String name, String table, List<String> rows) {
        assertThat(cells(table)).isEqualTo(expected(rows));
    }

    @ParameterizedTest(name = "{0}_crlf")
    @MethodSource("tables")
    void readsEachCellBetweenLineBreaksOfWindows(String name, String table, List<String> rows) {
        assertThat(cells(table.replace("\n", "\r\n")))
                .isEqualTo(expected(
                        rows.stream().map(row -> row.replace("\n", "\r\n")).toList()));
    }

    private List<Map<String, String>> cells(String table) {
        List<Map<String, String>> cells = new ArrayList<>();
        for (SourceDocument document : new Reading(folder).write("a.csv", table).documents()) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("text", document.text());
            if (document.extra() != null) {
                JsonRecord.members(new FieldValue(FieldValue.Kind.OBJECT, document.extra()))
                        .forEach((column, value) -> row.put(column, value.text()));
            }
            cells.add(row);
        }
        return cells;
    }

    private static List<Map<String, String>> expected(List<String> rows) {
        String[] columns = rows.get(0).split("\\|", -1);
        List<Map<String, String>> cells = new ArrayList<>();
        for (String row : rows.subList(1, rows.size())) {
            Map<String, String> byColumn = new LinkedHashMap<>();
            String[] values = row.split("\\|", -1);
            for (int i = 0; i < columns.length; i++) {
                if (!values[i].isEmpty()) {
                    byColumn.put(columns[i], values[i]);
                }
            }
            cells.add(byColumn);
        }
        return cells;
    }
}
