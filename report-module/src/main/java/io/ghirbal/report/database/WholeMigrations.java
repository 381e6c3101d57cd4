package io.ghirbal.report.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Migrates the tables so that a process killed in the middle leaves those that were there before. PostgreSQL takes a migration back by
 * itself. HSQLDB commits each of its statements, and a half-made migration can be neither repeated nor taken back; so nothing is written to
 * its log meanwhile, and what the files hold, which is what the next process begins with, is as it was until a checkpoint at the end.
 */
class WholeMigrations implements FlywayMigrationStrategy {
    private final DatabaseUrl url;
    private final JdbcClient database;

    WholeMigrations(DatabaseUrl url, DataSource database) {
        this.url = url;
        this.database = JdbcClient.create(database);
    }

    @Override
    public void migrate(Flyway flyway) {
        if (url.findFile().isEmpty() || flyway.info().pending().length == 0) {
            flyway.migrate();
            return;
        }
        execute("checkpoint");
        execute("set files log false");
        flyway.migrate();
        execute("set files log true");
        execute("checkpoint");
    }

    private void execute(String sql) {
        database.sql(sql).update();
    }
}
