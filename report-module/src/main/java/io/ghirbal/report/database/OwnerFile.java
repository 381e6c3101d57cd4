package io.ghirbal.report.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code NAME.owner} beside an HSQLDB database file: who has it open is written in it and holds a lock of the operating system
 * on it, which goes with the process. HSQLDB has a lock of its own, but that does not say whose it is. The file stays, empty, when
 * nobody has the database: to delete it would let two processes lock two files of one name.
 */
final class OwnerFile implements AutoCloseable {
    /** What its name ends in, behind that of the database. */
    static final String ENDING = ".owner";

    /** Far behind the content, so that it can be read where a lock forbids reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * HSQLDB takes a lock for dead when it gave no sign for 10.1 s. It asks ten times, for the last time 9.2 s after the first, which is too
     * soon when its owner was killed a moment ago; asking every 1.2 s, it is not.
     */
    private static final String ASK_HSQLDB_EVERY_MILLIS = "1200";

    private static final int ASK_AT_MOST = 20;
    private static final long ASK_EVERY_MILLIS = 50;

    private final FileChannel channel;

    private OwnerFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the database for this process.
     *
     * @param file the database file without the endings of its several files; its folder is there
     * @throws AnotherRunIsActiveException when another process has it
     * @throws DatabaseUnavailableException when the file can't be written
     */
    static OwnerFile take(DatabaseUrl url, Path file) {
        Path path = Path.of(file + ENDING);
        // HSQLDB reads it from nowhere else
        System.setProperty("hsqldb.lockfile.poll.interval", ASK_HSQLDB_EVERY_MILLIS);
        // asked before, for the name of a host can take a moment, in which the file would be locked but say nothing
        Owner self = Owner.self();
        try {
            FileChannel channel = FileChannel.open(path, CREATE, WRITE);
            try {
                if (!lock(channel)) {
                    throw new AnotherRunIsActiveException(url, await(path));
                }
                write(channel, self);
                return new OwnerFile(channel);
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseUnavailableException(url, e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            // the channel keeps it
            @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // held within this very process
            return false;
        }
    }

    private static void write(FileChannel channel, Owner owner) throws IOException {
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap("%s\n%d\n%s\n"
                        .formatted(owner.host(), owner.pid(), owner.since())
                        .getBytes(UTF_8)),
                0);
    }

    /** Whoever locked the file writes into it at once; for who comes in between, a moment is enough. */
    private static @Nullable Owner await(Path path) throws IOException {
        Owner owner = find(path);
        for (int asked = 1; owner == null && asked < ASK_AT_MOST; asked++) {
            try {
                TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
            owner = find(path);
        }
        return owner;
    }

    /** Who wrote the file last; null when nothing that can be understood is in it. */
    private static @Nullable Owner find(Path path) throws IOException {
        List<String> lines = Files.readAllLines(path, UTF_8);
        try {
            return lines.size() < 3
                    ? null
                    : new Owner(lines.get(0), Long.parseLong(lines.get(1)), Instant.parse(lines.get(2)), null);
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    /** Gives the database back. */
    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
