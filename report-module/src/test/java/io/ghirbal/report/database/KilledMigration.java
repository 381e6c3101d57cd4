package io.ghirbal.report.database;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process that migrates an HSQLDB file and dies in the middle of a migration, as by {@code kill -9}. */
final class KilledMigration {
    private KilledMigration() {}

    // The argument is the JDBC URL.
    public static void main(String[] args) {
        DatabaseUrl url = new DatabaseUrl(args[0]);
        var database = new DriverManagerDataSource(url.jdbc(), "sa", "");
        new WholeMigrations(url, database)
                .migrate(Flyway.configure()
                        .dataSource(database)
                        .locations("classpath:db/migration/hsqldb")
                        .javaMigrations(new V999__half())
                        .load());
    }

    @SuppressWarnings("checkstyle:TypeName") // Flyway reads the version off the name
    static final class V999__half extends BaseJavaMigration {
        @Override
        public void migrate(Context context) throws Exception {
            try (var statement = context.getConnection().createStatement()) {
                statement.execute("create table half (id integer)");
                // so that the log, if one is kept, is on the disk before the end
                statement.execute("set files write delay false");
            }
            Runtime.getRuntime().halt(137);
        }
    }
}
