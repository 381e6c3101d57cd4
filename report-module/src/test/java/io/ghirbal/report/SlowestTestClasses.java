package io.ghirbal.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints the test classes that took longest, from the reports that Surefire and Failsafe leave in all modules. The build starts it as a
 * single source file, so it uses the JDK alone.
 */
final class SlowestTestClasses {
    private static final int SHOWN = 20;
    private static final int DEPTH = 5;
    private static final Pattern REPORT = Pattern.compile("/target/(surefire|failsafe)-reports/TEST-[^/]*[.]xml$");

    private SlowestTestClasses() {}

    /** @param seconds from before its first test until after its last, what both share included */
    record TestClass(String name, int tests, int skipped, double seconds) {}

    // The arguments are the top folder of the project, and when the build began: reports of earlier builds are left
    // out.
    public static void main(String[] args) throws IOException {
        System.out.print(table(classes(Path.of(args[0]), Instant.parse(args[1]))));
    }

    static List<TestClass> classes(Path top, Instant begin) throws IOException {
        List<TestClass> classes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(top, DEPTH)) {
            for (Path file : files.filter(SlowestTestClasses::isReport).toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(begin)) {
                    classes.add(read(file));
                }
            }
        }
        return classes;
    }

    private static boolean isReport(Path file) {
        return REPORT.matcher(file.toUri().getPath()).find();
    }

    private static TestClass read(Path report) throws IOException {
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = XMLInputFactory.newDefaultFactory().createXMLStreamReader(in);
            xml.nextTag();
            return new TestClass(
                    xml.getAttributeValue(null, "name"),
                    Integer.parseInt(xml.getAttributeValue(null, "tests")),
                    Integer.parseInt(xml.getAttributeValue(null, "skipped")),
                    Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", "")));
        } catch (XMLStreamException e) {
            throw new IOException(report + ": " + e.getMessage(), e);
        }
    }

    static String table(List<TestClass> classes) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d test classes, %,d tests, %,d of them skipped; the slowest:%n",
                classes.size(),
                classes.stream().mapToInt(TestClass::tests).sum(),
                classes.stream().mapToInt(TestClass::skipped).sum()));
        classes.stream()
                .sorted(Comparator.comparingDouble(TestClass::seconds)
                        .reversed()
                        .thenComparing(TestClass::name))
                .limit(SHOWN)
                .forEach(each -> table.append(
                        String.format(Locale.ROOT, "%8.1f s %5d  %s%n", each.seconds(), each.tests(), each.name())));
        return table.toString();
    }
}
