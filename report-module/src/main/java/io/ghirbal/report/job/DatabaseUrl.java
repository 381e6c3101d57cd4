package io.ghirbal.report.job;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Address of the database, completed with the settings the job needs.
 *
 * @param jdbc JDBC URL
 */
public record DatabaseUrl(String jdbc) {
    private static final String HSQLDB = "jdbc:hsqldb:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * @throws IllegalArgumentException when it is neither an HSQLDB nor a PostgreSQL URL; the message is fit for a user
     */
    public DatabaseUrl {
        if (!jdbc.startsWith(HSQLDB) && !jdbc.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "not a database this job knows: '%s'; use jdbc:hsqldb:file:PATH or jdbc:postgresql://HOST/DATABASE"
                            .formatted(jdbc));
        }
        if (jdbc.startsWith(HSQLDB)) {
            jdbc = withDefaults(jdbc);
        }
    }

    /**
     * These are set in the address because switching them inside a migration hangs: rows kept on disk rather than in memory, readers
     * that do not block writers, blanks at the end of a name that count as on PostgreSQL, and a clean shutdown when the last connection closes.
     */
    private static String withDefaults(String jdbc) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("hsqldb.tx", "mvcc");
        settings.put("hsqldb.default_table_type", "cached");
        settings.put("sql.pad_space", "false");
        if (jdbc.startsWith(HSQLDB + "file:")) {
            settings.put("shutdown", "true");
        }
        StringBuilder completed = new StringBuilder(jdbc);
        settings.forEach((name, value) -> {
            if (!jdbc.contains(";" + name + "=")) {
                completed.append(';').append(name).append('=').append(value);
            }
        });
        return completed.toString();
    }

    boolean isPostgresql() {
        return jdbc.startsWith(POSTGRESQL);
    }

    /** The file of an HSQLDB database kept in files, without the endings of its several files; empty for any other database. */
    public Optional<Path> findFile() {
        String prefix = HSQLDB + "file:";
        return jdbc.startsWith(prefix) ? Optional.of(Path.of(shown().substring(prefix.length()))) : Optional.empty();
    }

    /** The address without its settings, which may hold a password. */
    public String shown() {
        return jdbc.split("[;?]", 2)[0];
    }
}
