package io.ghirbal.report.cli;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class HsqldbChaosIT extends ChaosIT {
    HsqldbChaosIT(@TempDir Path folder) {
        super(folder, new Hsqldb());
    }
}
