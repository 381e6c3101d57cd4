package io.ghirbal.report.cli;

import io.ghirbal.nlp.template.TemplateCorrection;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a file of corrections to what was learned of the outlets. */
final class TemplatesOption {
    @Option(
            names = "--templates",
            paramLabel = "FILE",
            converter = TemplatesFile.class,
            description =
                    "File that says what of the outlets' templates is to stay or to go; see docs/templates.md. It takes the place of the one given before.")
    private @Nullable Path file;

    /** What the file says; null when none is named. */
    @Nullable List<TemplateCorrection> corrections() {
        if (file == null) {
            return null;
        }
        try {
            return TemplateCorrection.parse(Files.readAllLines(file));
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("--templates %s: %s".formatted(file, e.getMessage()));
        } catch (NoSuchFileException e) {
            throw new WrongUsageException("--templates %s: there is no such file".formatted(file));
        } catch (CharacterCodingException e) {
            throw new WrongUsageException("--templates %s: is not in UTF-8; save it as UTF-8".formatted(file));
        } catch (IOException e) {
            throw new WrongUsageException("--templates %s: cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    /** What to read. */
    static final class TemplatesFile extends PathType {
        TemplatesFile() {
            super("a file");
        }
    }
}
