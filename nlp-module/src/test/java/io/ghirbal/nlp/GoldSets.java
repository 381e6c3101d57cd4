package io.ghirbal.nlp;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The labelled sets beside the repository, in {@code ../shared}: the gates on quality need them. Where they are missing such a test is
 * skipped, but it fails where the environment variable {@code CI} is set: a gate that is skipped there in silence is no gate.
 */
public final class GoldSets {
    private static final GoldSets BESIDE_THE_REPOSITORY =
            new GoldSets(Path.of("..", "..", "shared"), System.getenv("CI"));

    private final Path folder;
    private final boolean required;

    /**
     * Sets in a folder.
     *
     * @param ci the value of the environment variable {@code CI}; null or empty where it is not set
     */
    GoldSets(Path folder, @Nullable String ci) {
        this.folder = folder;
        this.required = ci != null && !ci.isEmpty();
    }

    /** The file {@code name}, such as {@code cleaning/labelled.jsonl}; without it the test that asks is skipped, or fails. */
    public static Path file(String name) {
        return BESIDE_THE_REPOSITORY.find(name);
    }

    /** Skips the test that asks, or fails it, unless what it needs to use a gold set is there. */
    public static void need(boolean there, String what) {
        BESIDE_THE_REPOSITORY.check(there, what);
    }

    Path find(String name) {
        Path file = folder.resolve(name);
        check(Files.exists(file), "the gold set ../shared/" + name);
        return file;
    }

    void check(boolean there, String what) {
        if (required && !there) {
            fail("CI is set, and " + what + " is missing: this gate on quality cannot be checked");
        }
        assumeTrue(there, what + " is missing");
    }
}
