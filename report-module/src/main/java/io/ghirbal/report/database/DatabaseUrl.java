package io.ghirbal.report.database;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Address of the database, completed with the settings the job needs.
 *
 * @param jdbc JDBC URL
 * @param user name of the role; null when the address says it or none is needed
 * @param password its password; null when the address says it or none is needed
 */
public record DatabaseUrl(
        String jdbc, @Nullable String user, @Nullable String password) {
    private static final String HSQLDB = "jdbc:hsqldb:";
    private static final String POSTGRESQL = "jdbc:postgresql:";
    /** In the settings of an address. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)[?&;]password=([^&;]+)");

    /** With no host, one, or several; the driver's own complaint would come with a stack trace. */
    private static final Pattern POSTGRESQL_ADDRESS =
            Pattern.compile("jdbc:postgresql:(//(HOST(,HOST)*)?/)?[^/?]*([?].*)?"
                    .replace("HOST", "(\\[[0-9a-fA-F:.]+]|[^/?:,]+)(:[0-9]{1,5})?"));

    private static final String MASK = "***";

    /**
     * @throws IllegalArgumentException when it is neither an HSQLDB nor a PostgreSQL URL; the message is fit for a user
     */
    public DatabaseUrl {
        if (!jdbc.startsWith(HSQLDB) && !jdbc.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "not a database this job knows: '%s'; use jdbc:hsqldb:file:PATH or jdbc:postgresql://HOST/DATABASE"
                            .formatted(withoutSettings(jdbc)));
        }
        if (jdbc.startsWith(POSTGRESQL) && !POSTGRESQL_ADDRESS.matcher(jdbc).matches()) {
            throw new IllegalArgumentException(
                    "not an address of PostgreSQL: '%s'; use jdbc:postgresql://HOST:PORT/DATABASE"
                            .formatted(withoutSettings(jdbc)));
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

    /** Without a role and a password. */
    public DatabaseUrl(String jdbc) {
        this(jdbc, null, null);
    }

    /** Whether a password stands in the address itself. */
    public boolean holdsPassword() {
        return PASSWORD.matcher(jdbc).find();
    }

    /** A text without the password, should it hold it. */
    String withoutPassword(String text) {
        Matcher inAddress = PASSWORD.matcher(jdbc);
        String clean = inAddress.find() ? text.replace(inAddress.group(1), MASK) : text;
        return password == null || password.isEmpty() ? clean : clean.replace(password, MASK);
    }

    /** Without its settings and the password. */
    @Override
    public String toString() {
        return shown();
    }

    /** Whether it is on a server of PostgreSQL, so that several processes can have it open. */
    public boolean isPostgresql() {
        return jdbc.startsWith(POSTGRESQL);
    }

    /** The file of an HSQLDB database kept in files, without the endings of its several files; empty for any other database. */
    public Optional<Path> findFile() {
        String prefix = HSQLDB + "file:";
        return jdbc.startsWith(prefix) ? Optional.of(Path.of(shown().substring(prefix.length()))) : Optional.empty();
    }

    /** The address without its settings, which may hold a password. */
    public String shown() {
        return withoutSettings(jdbc);
    }

    private static String withoutSettings(String jdbc) {
        return jdbc.split("[;?]", 2)[0];
    }
}
