package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.ingest.source.SourceDocument;
import io.ghirbal.nlp.topic.TopicClassifier;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class OpeningTest {
    @TempDir
    private Path folder;

    /** Loading Spring and the other libraries takes most of the time of a start; here they are not even there. */
    @Test
    void isAnnouncedBeforeAnyLibraryIsLoadedButThatOfTheCommandLine() throws Exception {
        URL[] enough = Stream.of(
                        Ghirbal.class, TopicClassifier.class, SourceDocument.class, CommandLine.class, Nullable.class)
                .map(known -> known.getProtectionDomain().getCodeSource().getLocation())
                .toArray(URL[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (URLClassLoader bare = new URLClassLoader(enough, ClassLoader.getPlatformClassLoader())) {
            Class<?> stop = bare.loadClass(Stop.class.getName());
            Method never = stop.getDeclaredMethod("never");
            never.setAccessible(true);
            Method execute = bare.loadClass(Ghirbal.class.getName())
                    .getDeclaredMethod("execute", stop, PrintWriter.class, PrintWriter.class, String[].class);
            execute.setAccessible(true);
            String[] arguments = {
                "run",
                "--db",
                "jdbc:hsqldb:file:" + folder.resolve("news"),
                "--out",
                folder.resolve("out").toString(),
                folder.toString()
            };

            assertThat(catchCause(() -> execute.invoke(
                            null,
                            never.invoke(null),
                            new PrintWriter(out, true),
                            new PrintWriter(err, true),
                            arguments)))
                    .isInstanceOf(NoClassDefFoundError.class)
                    .hasMessageContaining("org/springframework/");
        }
        assertThat(out).hasToString(InProcess.OPENING);
        assertThat(err.toString()).isEmpty();
    }

    private interface Invocation {
        Object invoke() throws ReflectiveOperationException;
    }

    private static @Nullable Throwable catchCause(Invocation invocation) throws ReflectiveOperationException {
        try {
            invocation.invoke();
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        }
    }
}
