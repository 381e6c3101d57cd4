package io.ghirbal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages for people: their links lead somewhere, and what has to be on a list is on it. */
class DocumentationTest {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Path DECISIONS = TOP.resolve("docs/decisions");

    private static final Pattern CODE = Pattern.compile("^```.*?^```|`[^`\n]+`", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern FENCE = Pattern.compile("^```.*?^```", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.+)$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("\\bio\\.ghirbal(\\.\\w+)+");
    private static final Pattern ADDRESS = Pattern.compile("^[a-z][a-z0-9+.-]*:.*");

    @Test
    void linksOnlyToWhatIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : files(".md")) {
            for (String link : brokenLinks(page, Files.readString(page))) {
                broken.add(TOP.relativize(page) + " links to " + link);
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void tellsALinkThatLeadsNowhere() throws IOException {
        Path page = TOP.resolve("docs/page.md");
        assertThat(brokenLinks(page, """
                # A page, and `code` in a heading

                [file](cleaning.md), [folder](grafana), [heading](cleaning.md#how-fast), [here](#a-page-and-code-in-a-heading),
                [elsewhere](https://example.org/x), ![picture](architecture.svg), `[code](nothing.md)`,
                [gone](gone.md), [outside](../../gone), [no heading](cleaning.md#gone), [not here](#gone)

                ```
                [code](nothing.md)
                ```
                """)).containsExactly("gone.md", "../../gone", "cleaning.md#gone", "#gone");
    }

    @Test
    void listsEveryDecisionInTheIndex() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Path file : files(".md")) {
            String name = file.getFileName().toString();
            if (file.startsWith(DECISIONS) && name.matches("(?!0000)\\d{4}-.+")) {
                String number = name.substring(0, 4);
                String title = Files.readString(file).lines().findFirst().orElse("");
                assertThat(title).as(name).startsWith("# " + number + ' ');
                rows.add("| [%s](%s) | %s | ".formatted(number, name, title.substring("# 0000 ".length())));
            }
        }
        assertThat(rows).isNotEmpty();
        String index = Files.readString(DECISIONS.resolve("README.md"));
        rows.removeIf(index::contains);
        assertThat(rows).as("missing").isEmpty();
    }

    @Test
    void namesEveryPackageAndEveryTableInTheArchitecture() throws IOException {
        String architecture = Files.readString(TOP.resolve("docs/architecture.md"));
        Set<String> names = new TreeSet<>();
        for (Path file : files("package-info.java")) {
            if (file.toString().replace('\\', '/').contains("/src/main/java/")) {
                names.add(nameOf(file.getParent()));
            }
        }
        String tables = Files.readString(TOP.resolve("docs/schema.md")).replaceFirst("(?s).*\n## Tables\n", "");
        HEADING.matcher(tables).results().forEach(heading -> names.add(heading.group(1)));
        assertThat(names).contains("io.ghirbal.ingest.source", "removed_block");
        names.removeIf(name -> architecture.contains('`' + name + '`'));
        assertThat(names).as("missing").isEmpty();
    }

    @Test
    void namesOnlyPackagesAndClassesThatThereAre() throws IOException {
        Set<String> code = new TreeSet<>();
        for (Path file : files(".java")) {
            code.add(nameOf(file.getParent()));
            code.add(nameOf(file).replaceFirst("\\.java$", ""));
        }
        List<String> gone = new ArrayList<>();
        for (Path page : files(".md")) {
            boolean isHistory = page.startsWith(DECISIONS) || page.endsWith("CHANGELOG.md");
            if (!isHistory) {
                NAME.matcher(Files.readString(page))
                        .results()
                        .map(MatchResult::group)
                        .filter(name -> !code.contains(name))
                        .forEach(name -> gone.add(TOP.relativize(page) + " names " + name));
            }
        }
        assertThat(gone).isEmpty();
    }

    /** The name of a package, from its folder, or of a class with its ending. */
    private static String nameOf(Path path) {
        return TOP.relativize(path)
                .toString()
                .replace('\\', '/')
                .replaceFirst(".*/java/", "")
                .replace('/', '.');
    }

    /** The relative links of a page that lead nowhere, in their order. */
    private static List<String> brokenLinks(Path page, String text) throws IOException {
        List<String> broken = new ArrayList<>();
        for (MatchResult found :
                LINK.matcher(CODE.matcher(text).replaceAll("")).results().toList()) {
            String link = found.group(1);
            if (!ADDRESS.matcher(link).matches() && !leadsSomewhere(page, text, link)) {
                broken.add(link);
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path page, String text, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!target.equals(page) && !(target.startsWith(TOP) && Files.exists(target))) {
            return false;
        }
        return parts.length == 1
                || anchors(target.equals(page) ? text : Files.readString(target))
                        .contains(parts[1]);
    }

    /** What the headings of a page are called in a link, as GitHub makes it. */
    private static List<String> anchors(String text) {
        return HEADING.matcher(FENCE.matcher(text).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<Path> files(String ending) throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(TOP, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean made = name.equals("target") || name.startsWith(".");
                return made && !folder.equals(TOP) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.getFileName().toString().endsWith(ending)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }
}
