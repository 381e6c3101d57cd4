package io.ghirbal.report.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/grafana: what Grafana asks of such files, and the SQL of every panel as the read-only role runs it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrafanaTest {
    private static final Path GRAFANA = Path.of("..", "docs", "grafana");
    private static final int COLUMNS_OF_GRID = 24;
    private static final Pattern PASSWORD_IN_CLEAR = Pattern.compile("(?im)password:(?!\\s*\\$\\{[A-Z_]+}\\s*$)");

    private final JsonNode dashboard = JsonMapper.shared()
            .readTree(GRAFANA.resolve("dashboards/ghirbal.json").toFile());

    private DataSource database;

    @SuppressWarnings("NullAway.Init")
    GrafanaTest() {}

    @BeforeAll
    void fill(@TempDir Path folder) throws Exception {
        database = StoredNews.onPostgresql(folder);
    }

    @Test
    void hasADashboardThatGrafanaTakes() {
        assertThat(dashboard.path("uid").asString()).matches("[a-zA-Z0-9_-]{1,40}");
        assertThat(dashboard.path("title").asString()).isNotBlank();
        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        assertThat(dashboard.has("id"))
                .as("the number is given by Grafana when it provisions")
                .isFalse();
        assertThat(dashboard.path("panels").size()).isGreaterThanOrEqualTo(8);
        Set<Integer> ids = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asString();
            assertThat(title).isNotBlank();
            assertThat(ids.add(panel.path("id").asInt(0))).as(title).isTrue();
            assertThat(panel.path("type").asString()).as(title).isIn("stat", "timeseries", "barchart", "table");
            JsonNode at = panel.path("gridPos");
            assertThat(at.path("x").asInt() + at.path("w").asInt()).as(title).isLessThanOrEqualTo(COLUMNS_OF_GRID);
            for (int x = 0; x < at.path("w").asInt(); x++) {
                for (int y = 0; y < at.path("h").asInt(); y++) {
                    String cell =
                            (at.path("x").asInt() + x) + "," + (at.path("y").asInt() + y);
                    assertThat(taken.add(cell))
                            .as("%s overlaps at %s", title, cell)
                            .isTrue();
                }
            }
            assertThat(at.path("w").asInt() * at.path("h").asInt()).as(title).isPositive();
        }
        assertThat(ids).doesNotContain(0);
    }

    @Test
    void asksTheProvisionedDatabase() throws Exception {
        Map<String, Object> source = first("provisioning/datasources/ghirbal.yaml", "datasources");
        Map<String, Object> wanted = Map.of("type", source.get("type"), "uid", source.get("uid"));
        for (JsonNode panel : dashboard.path("panels")) {
            assertThat(told(panel.path("datasource"))).isEqualTo(wanted);
            assertThat(panel.path("targets")).hasSize(1);
            for (JsonNode target : panel.path("targets")) {
                assertThat(told(target.path("datasource"))).isEqualTo(wanted);
                assertThat(target.path("refId").asString()).isNotBlank();
                assertThat(target.path("rawQuery").asBoolean()).isTrue();
                assertThat(target.path("format").asString())
                        .isEqualTo(panel.path("type").asString().equals("timeseries") ? "time_series" : "table");
            }
        }
        assertThat(source.get("secureJsonData")).isEqualTo(Map.of("password", "${GHIRBAL_GRAFANA_DB_PASSWORD}"));
        assertThat(source.get("user")).isEqualTo("${GHIRBAL_GRAFANA_DB_USER}");

        Map<String, Object> provider = first("provisioning/dashboards/ghirbal.yaml", "providers");
        assertThat(provider).containsEntry("type", "file");
        String path = String.valueOf(map(provider.get("options")).get("path"));
        assertThat(Files.readString(Path.of("..", "docs", "querying.md")))
                .as("where the dashboard is mounted is where the provider looks")
                .contains("docs/grafana/dashboards:" + path);
    }

    @Test
    void showsRowsInEveryPanelToTheReadOnlyRole() throws Exception {
        ReadonlyRole.create(database);
        JdbcClient reader = JdbcClient.create(ReadonlyRole.login(database, "grafana_" + UUID.randomUUID()));
        GrafanaMacros macros = new GrafanaMacros(
                Instant.parse("2023-01-01T00:00:00Z"), Instant.now().plusSeconds(60));
        for (JsonNode panel : dashboard.path("panels")) {
            String title = panel.path("title").asString();
            JsonNode target = panel.path("targets").get(0);
            List<Map<String, Object>> rows = reader.sql(
                            macros.replaced(target.path("rawSql").asString()))
                    .query()
                    .listOfRows();
            assertThat(rows).as(title).isNotEmpty();
            if (target.path("format").asString().equals("time_series")) {
                assertTimeSeries(title, rows);
            }
            for (JsonNode transformation : panel.path("transformations")) {
                assertThat(rows.get(0).keySet())
                        .as(title)
                        .contains(
                                transformation.at("/options/rowField").asString(),
                                transformation.at("/options/columnField").asString(),
                                transformation.at("/options/valueField").asString());
            }
            for (JsonNode override : panel.at("/fieldConfig/overrides")) {
                assertThat(rows.get(0).keySet())
                        .as(title)
                        .contains(override.at("/matcher/options").asString());
            }
        }
    }

    @Test
    void showsNothingOfAnotherPeriod() throws Exception {
        GrafanaMacros macros =
                new GrafanaMacros(Instant.parse("1999-01-01T00:00:00Z"), Instant.parse("1999-12-31T00:00:00Z"));
        int asked = 0;
        for (JsonNode panel : dashboard.path("panels")) {
            String sql = panel.path("targets").get(0).path("rawSql").asString();
            if (sql.contains("$__timeFilter")
                    && !panel.path("type").asString().equals("stat")
                    && !sql.contains("published_on is null or")) {
                assertThat(JdbcClient.create(database)
                                .sql(macros.replaced(sql))
                                .query()
                                .listOfRows())
                        .as(panel.path("title").asString())
                        .isEmpty();
                asked++;
            }
        }
        assertThat(asked).isPositive();
    }

    /** A time first, in the order of time, then at most the name of the series, and numbers. */
    private static void assertTimeSeries(String title, List<Map<String, Object>> rows) {
        double before = Double.NEGATIVE_INFINITY;
        for (Map<String, Object> row : rows) {
            assertThat(row.keySet().iterator().next()).as(title).isEqualTo("time");
            double time = seconds(row.get("time"));
            assertThat(time).as(title).isGreaterThanOrEqualTo(before);
            before = time;
            row.forEach((column, value) -> {
                if (column.equals("metric")) {
                    assertThat(value).as(title).isInstanceOf(String.class);
                } else if (!column.equals("time")) {
                    assertThat(value).as(title).isInstanceOf(Number.class);
                }
            });
        }
    }

    private static double seconds(@Nullable Object time) {
        return time instanceof Timestamp at
                ? at.getTime() / 1000.0
                : ((Number) Objects.requireNonNull(time)).doubleValue();
    }

    private static Map<String, Object> told(JsonNode datasource) {
        return Map.of(
                "type", datasource.path("type").asString(),
                "uid", datasource.path("uid").asString());
    }

    private static Map<String, Object> first(String file, String list) throws Exception {
        String text = Files.readString(GRAFANA.resolve(file));
        assertThat(PASSWORD_IN_CLEAR.matcher(text).find()).isFalse();
        Map<String, Object> yaml = map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
        assertThat(yaml).containsEntry("apiVersion", 1);
        List<?> entries = (List<?>) Objects.requireNonNull(yaml.get(list));
        assertThat(entries).hasSize(1);
        return map(entries.get(0));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }
}
