package io.ghirbal.report.job;

import io.ghirbal.ingest.OwnFiles;
import io.ghirbal.report.database.DatabaseUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The files that the job writes, which may lie inside an input: its outputs, and those of its database. */
class JobFiles implements OwnFiles {
    private final DatabaseUrl url;

    JobFiles(DatabaseUrl url) {
        this.url = url;
    }

    @Override
    public Predicate<Path> of(Path out) {
        List<Path> outputs = Publisher.NAMES.stream()
                .map(name -> RealPaths.of(out.resolve(name)))
                .toList();
        Predicate<Path> isOutput = path -> outputs.stream().anyMatch(path::startsWith);
        return url.findFile()
                .map(file -> RealPaths.of(file) + ".")
                .map(beginning -> isOutput.or(path -> path.toString().startsWith(beginning)))
                .orElse(isOutput);
    }
}
