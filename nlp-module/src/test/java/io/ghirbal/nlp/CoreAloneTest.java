package io.ghirbal.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.NodeList;

/** The library is of use where there is nothing but its own classes, Java and JSpecify. */
class CoreAloneTest {
    private static final Path CLASSES = placeOf(TextAnalyzer.class);
    private static final Path JSPECIFY = placeOf(NullMarked.class);
    private static final Path SEED = Path.of("../seeds/004_2abccfc8316cc9a4.txt");

    /** The classes that a user of the library meets, and those that they need. */
    private static final List<String> PACKAGES = List.of("", "text", "clean", "topic");

    @TempDir
    private Path folder;

    @Test
    void loadsEveryClassAndAnalysesASeed() throws Exception {
        try (URLClassLoader alone = coreAlone()) {
            for (String name : classNames()) {
                Class<?> type = Class.forName(name, true, alone);
                assertThat(type.getClassLoader()).isEqualTo(alone);
                assertThat(type.getDeclaredMethods()).isNotNull();
            }

            Class<?> analyzer = alone.loadClass(TextAnalyzer.class.getName());
            Method analyze = analyzer.getMethod("analyze", String.class, String.class);
            Object analysis = analyze.invoke(analyzer.getMethod("standard").invoke(null), Files.readString(SEED), null);

            assertThat(analysis.getClass().getMethod("body").invoke(analysis))
                    .isEqualTo(TextAnalyzer.standard()
                            .analyze(Files.readString(SEED), null)
                            .body());
        }
    }

    @Test
    void runsTheExampleOfTheReadme() throws Exception {
        String readme = Files.readString(Path.of("../README.md"));
        Matcher example = Pattern.compile("```java\n(.*?public class (\\w+) .*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(example.find()).isTrue();
        Path source = Files.writeString(folder.resolve(example.group(2) + ".java"), example.group(1));

        assertThat(compile(source)).isZero();
        String printed = run(example.group(2), SEED.toString());

        TextAnalysis analysis = TextAnalyzer.standard().analyze(Files.readString(SEED), null);
        assertThat(printed).contains(analysis.body(), "RELATED_LINKS", "politics and government");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "../pom.xml"})
    void givesADependentNothingButJSpecify(String pom) throws Exception {
        NodeList given = (NodeList) XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                        "/project/dependencies/dependency[not(scope = 'test') and not(optional = 'true')]/artifactId"
                                + "[. != 'jspecify']",
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(new File(pom)),
                        XPathConstants.NODESET);

        assertThat(given.getLength()).isZero();
    }

    private static URLClassLoader coreAlone() throws IOException {
        return new URLClassLoader(
                new URL[] {CLASSES.toUri().toURL(), JSPECIFY.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
    }

    private static List<String> classNames() throws IOException {
        Path root = CLASSES.resolve("io/ghirbal/nlp");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file ->
                            PACKAGES.contains(root.relativize(file.getParent()).toString()))
                    .map(file -> CLASSES.relativize(file).toString())
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .toList();
        }
    }

    private int compile(Path source) {
        return ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath(), "-d", folder.toString(), "-Werror", source.toString());
    }

    /** What the program printed, in a JVM that has neither more classes nor more of Java than the core. */
    private String run(String... command) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        java.toString(),
                                        "--limit-modules",
                                        "java.base",
                                        "-Dfile.encoding=UTF-8",
                                        "-Dstdout.encoding=UTF-8",
                                        "-cp",
                                        classPath()),
                                Stream.of(command))
                        .toList())
                .redirectErrorStream(true)
                .start();
        try (InputStream out = process.getInputStream()) {
            String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(printed).isZero();
            return printed;
        }
    }

    private String classPath() {
        return String.join(File.pathSeparator, CLASSES.toString(), JSPECIFY.toString(), folder.toString());
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
