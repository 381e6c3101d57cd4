package io.ghirbal.report.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process that holds a database.
 *
 * @param host name of its host
 * @param pid its number there
 * @param since since when
 * @param aliveAt its last sign of life; null where none is given, as the lock alone tells that it lives
 */
public record Owner(
        String host, long pid, Instant since, @Nullable Instant aliveAt) {
    private static final int LONGEST_HOST = 255;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** This process, which takes a database now. */
    public static Owner self() {
        return new Owner(hostName(), ProcessHandle.current().pid(), Instant.now(), null);
    }

    private static String hostName() {
        String name;
        try {
            name = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // a host whose name no resolver knows; most shells and containers tell it
            name = Objects.requireNonNullElse(System.getenv("HOSTNAME"), "unknown");
        }
        return name.substring(0, Math.min(name.length(), LONGEST_HOST));
    }

    /** Which process it is, in words. */
    public String process() {
        return "process %d on host %s".formatted(pid, host);
    }

    /** In words, on one line. */
    @Override
    public String toString() {
        String words = "%s has held it since %s".formatted(process(), TIME.format(since));
        return aliveAt == null ? words : words + " (last sign of life " + TIME.format(aliveAt) + ")";
    }
}
