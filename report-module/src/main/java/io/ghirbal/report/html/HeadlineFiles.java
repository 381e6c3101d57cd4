package io.ghirbal.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ghirbal.report.export.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files beside the page with the headlines that it has no room for, {@code report-headlines/001.js} and on, newest first. Each is a
 * script that hands its headlines to the page: a script is all that a page opened from disk may read beside it. The page knows the digest of
 * each, and takes none that another report has left there.
 */
final class HeadlineFiles {
    private static final Pattern NAME = Pattern.compile("\\d{3,9}\\.js");
    private static final int DIGITS_OF_DIGEST = 16;

    private final Path folder;
    private final int headlinesPerFile;

    /**
     * A file.
     *
     * @param newest the day of its first headline; null when that has none, as all after it
     */
    record Part(int headlines, @Nullable LocalDate newest, String digest) {}

    HeadlineFiles(Path folder, int headlinesPerFile) {
        this.folder = folder;
        this.headlinesPerFile = headlinesPerFile;
    }

    /** Writes what is left of {@code headlines}, each file in place of an earlier one. */
    List<Part> write(HeadlinePages headlines) {
        List<Part> parts = new ArrayList<>();
        for (List<Headline> next = headlines.next(headlinesPerFile);
                !next.isEmpty();
                next = headlines.next(headlinesPerFile)) {
            String json = HeadlineJson.of(next);
            String digest = digest(json);
            parts.add(new Part(next.size(), next.get(0).day(), digest));
            OutputFile.write(
                    folder.resolve("%03d.js".formatted(parts.size())),
                    out -> out.append("ghirbalHeadlines(\"" + digest + "\",")
                            .append(json)
                            .append(");\n"));
        }
        return parts;
    }

    /** Deletes the files of an earlier report that has had more than {@code parts}, and the folder when nothing is left in it. */
    void deleteBehind(int parts) {
        boolean empty = true;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (NAME.matcher(name).matches() && Long.parseLong(name.substring(0, name.length() - 3)) > parts) {
                    Files.delete(file);
                } else {
                    empty = false;
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return;
        } catch (IOException e) {
            throw undeleted(e);
        }
        if (empty) {
            try {
                Files.delete(folder);
            } catch (IOException e) {
                throw undeleted(e);
            }
        }
    }

    private UncheckedIOException undeleted(IOException e) {
        return new UncheckedIOException(
                "Cannot delete what an earlier report has left in " + folder + ": " + e.getMessage(), e);
    }

    private static String digest(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS_OF_DIGEST);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
