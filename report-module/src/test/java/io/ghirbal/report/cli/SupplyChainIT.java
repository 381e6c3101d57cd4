package io.ghirbal.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.ghirbal.report.cli.GhirbalJar.Running;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the packaged jar says of itself, and what it opens to the world. */
class SupplyChainIT {
    private static final Path JAR = Path.of("target", "ghirbal.jar");
    private static final String LISTENING = "0A";

    @TempDir
    private Path folder;

    @Test
    void listsEveryLibraryItHoldsInItsBillOfMaterials() throws IOException {
        Set<String> listed = new HashSet<>();
        Set<String> packaged = libraries();
        try (JarFile jar = new JarFile(JAR.toFile())) {
            JarEntry entry = Objects.requireNonNull(jar.getJarEntry("META-INF/sbom/application.cdx.json"));
            try (InputStream in = jar.getInputStream(entry)) {
                JsonNode bill = JsonMapper.shared().readTree(in);
                assertThat(bill.get("bomFormat").asString()).isEqualTo("CycloneDX");
                for (JsonNode component : bill.get("components")) {
                    listed.add(component.get("name").asString() + "-"
                            + component.get("version").asString() + ".jar");
                }
            }
        }
        assertThat(packaged).hasSizeGreaterThan(50);
        assertThat(listed).containsAll(packaged);
    }

    /** The names of the jars beside the program. */
    private static Set<String> libraries() throws IOException {
        try (Stream<Path> files = Files.list(JAR.resolveSibling("lib"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void holdsAndNamesNothingOfHadoop() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(libraries()).noneMatch(name -> name.startsWith("hadoop"));
            JarEntry bill = Objects.requireNonNull(jar.getJarEntry("META-INF/sbom/application.cdx.json"));
            try (InputStream in = jar.getInputStream(bill)) {
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("pkg:maven/org.apache.hadoop/");
            }
        }
    }

    @Test
    void holdsNoTimeOfTheBuild() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getTimeLocal).distinct())
                    .as("the times of all entries: the one that the pom sets")
                    .hasSize(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void listensOnNoPort() throws Exception {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append("{\"text\":\"")
                    .append(OddFiles.article(i).replace("\n", "\\n"))
                    .append("\"}\n");
        }
        Files.writeString(folder.resolve("many.jsonl"), lines);
        Running running = new GhirbalJar(folder).start("run", "many.jsonl");
        try {
            running.awaitOutput("run 1");
            Path process = Path.of("/proc", String.valueOf(running.process().pid()));

            Set<String> sockets = sockets(process.resolve("fd"));
            List<String> listening = Stream.of("net/tcp", "net/tcp6")
                    .flatMap(table -> listening(process.resolve(table)))
                    .filter(sockets::contains)
                    .toList();

            assertThat(running.process().isAlive()).as("while it runs").isTrue();
            assertThat(listening).isEmpty();
        } finally {
            running.process().destroyForcibly().waitFor();
        }
    }

    /** The inodes of the sockets that the process has open. */
    private static Set<String> sockets(Path descriptors) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> all = Files.list(descriptors)) {
            for (Path descriptor : all.toList()) {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        sockets.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (IOException e) {
                    // closed meanwhile
                }
            }
        }
        return sockets;
    }

    /** The inodes of the sockets of a table of the kernel that wait for connections. */
    private static Stream<String> listening(Path table) {
        try {
            return Files.readAllLines(table).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns[3].equals(LISTENING))
                    .map(columns -> columns[9]);
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
