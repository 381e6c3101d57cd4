package io.ghirbal.report.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PostgresqlChaosIT extends ChaosIT {
    PostgresqlChaosIT(@TempDir Path folder) {
        super(folder, new Postgresql());
    }
}
