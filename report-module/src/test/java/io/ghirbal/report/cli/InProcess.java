package io.ghirbal.report.cli;

import io.ghirbal.report.cli.GhirbalJar.Answer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/**
 * Calls commands in this process, which takes a fraction of the time of {@link GhirbalJar} and shows all but what a process of its own
 * adds: the packaging, signals, locks, and what libraries print past the command line.
 */
final class InProcess {
    /** What a command says first that opens a database. */
    static final String OPENING = "opening the database …" + System.lineSeparator();

    private InProcess() {}

    /** @param arguments texts and paths; the working folder is that of the tests, so paths had better be absolute */
    static Answer call(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Ghirbal.execute(
                Stop.never(),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
        return new Answer(exitCode, out.toString(), err.toString());
    }
}
