package io.ghirbal.report.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A folder as scrapers leave them: three good articles, in three encodings, beside twelve kinds of broken files. */
final class OddFiles {
    static final int GOOD = 3;
    static final int BROKEN = 12;

    private static final String ARTICLE = """
            افتتاح جسر جديد فوق نهر الوادي %d

            افتتحت بلدية المدينة صباح اليوم الجسر الجديد فوق نهر الوادي، بعد عامين من أعمال البناء التي شارك فيها مئات العمال والمهندسين.
            وقال رئيس البلدية إن الجسر سيخفف الازدحام في وسط المدينة، ويقصر الطريق بين الضفتين إلى خمس دقائق.
            """;

    private OddFiles() {}

    static void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("deeper"));
        write(folder, "good-utf8.txt", article(1).getBytes(StandardCharsets.UTF_8));
        write(folder, "deeper/good-windows-1256.txt", article(2).getBytes(Charset.forName("windows-1256")));
        write(folder, "good-utf16.txt", article(3).getBytes(StandardCharsets.UTF_16));

        write(folder, "b01-empty.txt", new byte[0]);
        write(folder, "b02-blank.txt", " \n\u00A0\n\t".getBytes(StandardCharsets.UTF_8));
        write(folder, "b03-picture.txt", new byte[] {
            (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'
        });
        byte[] cut = article(4).getBytes(StandardCharsets.UTF_8);
        cut[cut.length / 2] = (byte) 0xFF;
        write(folder, "b04-undecodable.txt", cut);
        write(
                folder,
                "b05-no-text.jsonl",
                "{\"id\":\"7\",\"title\":\"عنوان بلا نص\"}\n".getBytes(StandardCharsets.UTF_8));
        write(folder, "b06-broken.jsonl", "{\"text\":\"نص مبتور\n".getBytes(StandardCharsets.UTF_8));
        write(folder, "b07-not-an-object.jsonl", "[1,2,3]\n".getBytes(StandardCharsets.UTF_8));
        byte[] huge = new byte[(1 << 24) + 1];
        Arrays.fill(huge, (byte) 'a');
        write(folder, "b08-too-large.txt", huge);
        byte[] packed = gzip(("{\"text\":\"" + "كلمة ".repeat(20_000) + "\"}\n").getBytes(StandardCharsets.UTF_8));
        write(folder, "b09-cut-short.jsonl.gz", Arrays.copyOf(packed, packed.length / 2));
        write(folder, "b10-not-zstandard.jsonl.zst", "plain text".getBytes(StandardCharsets.UTF_8));
        write(folder, "b11-unknown.docx", article(5).getBytes(StandardCharsets.UTF_8));
        Files.createSymbolicLink(folder.resolve("b12-gone.txt"), Path.of("nowhere.txt"));
    }

    static String article(int number) {
        return ARTICLE.formatted(number);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }
}
