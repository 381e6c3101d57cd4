package io.ghirbal.report.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the packaged program the way a scheduler does: as a process of its own, in a folder of its own, with no terminal. */
final class GhirbalJar {
    private static final Path LAUNCHER = Path.of("target", "bin", "ghirbal").toAbsolutePath();
    private static final long PATIENCE_SECONDS = 300;

    private final Path folder;

    /** @param folder the working folder of the processes */
    GhirbalJar(Path folder) {
        this.folder = folder;
    }

    /** What a process said and answered. */
    record Answer(int exitCode, String out, String err) {}

    /** A process under way. */
    record Running(Process process, Path out, Path err) {
        Answer await() throws InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("no end after " + PATIENCE_SECONDS + " s: " + read(out) + read(err));
            }
            return new Answer(process.exitValue(), read(out), read(err));
        }

        /** What the process has printed so far. */
        String console() {
            return read(out);
        }

        /** Waits until the process has printed {@code text}. */
        void awaitOutput(String text) throws InterruptedException {
            awaitOutput(text, 0);
        }

        /** Waits until the process has printed {@code text} after the first {@code from} characters. */
        void awaitOutput(String text, int from) throws InterruptedException {
            await(text, out, from);
        }

        /** Waits until the process has complained of {@code text}. */
        void awaitError(String text) throws InterruptedException {
            await(text, err, 0);
        }

        /** What it has printed so far. */
        String output() {
            return read(out);
        }

        private void await(String text, Path file, int from) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (read(file).indexOf(text, from) < 0) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new AssertionError("never said '" + text + "': " + read(out) + read(err));
                }
                Thread.sleep(20);
            }
        }
    }

    Answer call(String... arguments) throws IOException, InterruptedException {
        return start(arguments).await();
    }

    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        // hidden, so that a run over the working folder passes them over
        Path out = Files.createTempFile(folder, ".out", ".txt");
        Path err = Files.createTempFile(folder, ".err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // processes that live for seconds start twice as fast without the optimising compiler
        builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        return new Running(builder.start(), out, err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
