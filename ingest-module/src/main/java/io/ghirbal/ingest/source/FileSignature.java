package io.ghirbal.ingest.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The first bytes of formats that are no text but whose bytes can pass for it, a PDF above all. */
final class FileSignature {
    private static final List<FileSignature> ALL = List.of(
            new FileSignature(bytes("%PDF-"), "a PDF document"),
            new FileSignature(bytes("{\\rtf"), "a rich text (RTF) document"),
            new FileSignature(bytes("PK\3\4"), "a zip archive or an office document"),
            new FileSignature(bytes("\u00D0\u00CF\u0011\u00E0"), "an old office document"),
            new FileSignature(bytes("\u0089PNG\r\n"), "a PNG image"),
            new FileSignature(bytes("GIF87a"), "a GIF image"),
            new FileSignature(bytes("GIF89a"), "a GIF image"),
            new FileSignature(bytes("\u00FF\u00D8\u00FF"), "a JPEG image"),
            new FileSignature(bytes("\u007FELF"), "a program (ELF)"),
            new FileSignature(bytes("\u001F\u008B\b"), "compressed by gzip, but the name does not end in .gz"),
            new FileSignature(bytes("(\u00B5/\u00FD"), "compressed by Zstandard, but the name does not end in .zst"),
            new FileSignature(bytes("BZh9"), "compressed by bzip2"),
            new FileSignature(bytes("\u00FD7zXZ"), "compressed by xz"),
            new FileSignature(bytes("7z\u00BC\u00AF"), "a 7-Zip archive"),
            new FileSignature(bytes("Rar!\u001A"), "a RAR archive"),
            new FileSignature(bytes("SQLite format 3\0"), "an SQLite database"));

    private final byte[] bytes;
    private final String title;

    private FileSignature(byte[] bytes, String title) {
        this.bytes = bytes;
        this.title = title;
    }

    /** What {@code content} is by its first bytes, with its article, or empty when they say nothing. */
    static Optional<String> of(byte[] content) {
        return ALL.stream()
                .filter(signature -> signature.begins(content))
                .map(signature -> signature.title)
                .findFirst();
    }

    private boolean begins(byte[] content) {
        return content.length >= bytes.length && Arrays.equals(bytes, 0, bytes.length, content, 0, bytes.length);
    }

    /** One byte a character, U+0000 to U+00FF. */
    private static byte[] bytes(String characters) {
        return characters.getBytes(StandardCharsets.ISO_8859_1);
    }
}
