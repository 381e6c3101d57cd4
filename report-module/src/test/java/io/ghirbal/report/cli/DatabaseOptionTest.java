package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DatabaseOptionTest {
    @Test
    void keepsSecretsOutOfArguments() {
        String url = "jdbc:postgresql://localhost/news?user=me&password=secret";
        DatabaseOption option = CommandLine.populateCommand(new DatabaseOption(), "--db", url);

        assertThat(option.withoutSecrets(url)).isEqualTo("jdbc:postgresql://localhost/news");
        assertThat(option.withoutSecrets("--db=" + url)).isEqualTo("--db=jdbc:postgresql://localhost/news");
        assertThat(option.withoutSecrets("incoming")).isEqualTo("incoming");
    }
}
