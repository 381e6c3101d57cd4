package io.ghirbal.report.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The examples of docs/scheduling.md, by a parser or the linter of whoever reads them. */
class SchedulingDocsTest {
    private static final Path PAGE = Path.of("..", "docs", "scheduling.md");
    private static final Path SYSTEMD_ANALYZE = Path.of("/usr/bin/systemd-analyze");

    @TempDir
    private Path folder;

    @Test
    void hasACrontabLineWithTimesThatCome() throws IOException {
        String line = block("crontab")
                .lines()
                .filter(text -> !text.startsWith("#"))
                .findFirst()
                .orElseThrow();
        String[] fields = line.split("\\s+", 6);
        assertThat(Schedule.of(String.join(" ", List.of(fields).subList(0, 5)), "UTC")
                        .next(Instant.EPOCH))
                .isPresent();
        assertThat(fields[5]).contains("bin/ghirbal run").doesNotContain("%");
    }

    @Test
    void hasUnitsThatSystemdUnderstands() throws Exception {
        assumeThat(SYSTEMD_ANALYZE).exists();
        Matcher units = Pattern.compile("`/etc/systemd/system/([a-z.]+)`:\\s+```ini\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        int count = 0;
        while (units.find()) {
            // whether it is installed on this machine is no matter
            Files.writeString(
                    folder.resolve(units.group(1)), units.group(2).replace("/srv/ghirbal/bin/ghirbal", "/bin/true"));
            count++;
        }
        assertThat(count).isEqualTo(2);
        Process verify = new ProcessBuilder(
                        SYSTEMD_ANALYZE.toString(),
                        "verify",
                        folder.resolve("ghirbal.service").toString(),
                        folder.resolve("ghirbal.timer").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said).doesNotContain("ghirbal");
    }

    @Test
    void hasACronJobWithTimesThatComeAndNoOverlap() throws IOException {
        Map<String, Object> job = new Yaml(new SafeConstructor(new LoaderOptions())).load(block("yaml"));
        assertThat(job).containsEntry("apiVersion", "batch/v1").containsEntry("kind", "CronJob");
        assertThat(job.get("spec")).isInstanceOfSatisfying(Map.class, spec -> {
            assertThat(spec.get("concurrencyPolicy")).isEqualTo("Forbid");
            assertThat(Schedule.of(String.valueOf(spec.get("schedule")), String.valueOf(spec.get("timeZone")))
                            .next(Instant.EPOCH))
                    .isPresent();
        });
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
