package io.ghirbal.report.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any number of Arabic news documents, as JSON Lines: outlets by Zipf's law, three of ten with boilerplate (see {@link Composition}), five
 * of a hundred a text met before, one of a hundred broken. Each document follows from the seed and its number alone, so that none is kept.
 */
public final class GeneratedArticles {
    static final int DOCUMENTS_PER_FILE = 10_000;

    private static final double BROKEN = 0.01;
    private static final double DUPLICATE = 0.05;
    private static final int DAYS = 731;

    private final long seed;
    private final Fragments fragments = Fragments.load();
    private final JsonMapper json = JsonMapper.shared();
    private final List<String> outlets = new ArrayList<>();
    /** The share of the outlets up to and with each. */
    private final double[] shares;

    private enum Kind {
        SOUND,
        DUPLICATE,
        BROKEN
    }

    /** @param seed the same gives the same documents */
    public GeneratedArticles(long seed) {
        this.seed = seed;
        for (String name : fragments.of("name of outlet")) {
            for (String what : fragments.of("outlet")) {
                outlets.add(what + " " + name);
            }
        }
        this.shares = new double[outlets.size()];
        for (int rank = 1; rank <= shares.length; rank++) {
            shares[rank - 1] = 1.0 / rank;
        }
        Arrays.parallelPrefix(shares, Double::sum);
        double all = shares[shares.length - 1];
        Arrays.setAll(shares, rank -> shares[rank] / all);
    }

    /**
     * Writes documents for a benchmark of another module.
     *
     * @param args a folder, and how many
     */
    public static void main(String[] args) throws IOException {
        new GeneratedArticles(1).write(Path.of(args[0]), Long.parseLong(args[1]), false);
    }

    /**
     * Writes documents into files of {@value #DOCUMENTS_PER_FILE}.
     *
     * @param folder made if it is not there
     * @param gzip whether the files are compressed
     * @return bytes of JSON Lines, before compression
     */
    public long write(Path folder, long documents, boolean gzip) throws IOException {
        Files.createDirectories(folder);
        long bytes = 0;
        for (long first = 0; first < documents; first += DOCUMENTS_PER_FILE) {
            String name = "news-%06d.jsonl".formatted(first / DOCUMENTS_PER_FILE);
            try (OutputStream file = open(folder.resolve(gzip ? name + ".gz" : name), gzip)) {
                for (long number = first; number < Math.min(documents, first + DOCUMENTS_PER_FILE); number++) {
                    byte[] line = (line(number) + "\n").getBytes(StandardCharsets.UTF_8);
                    file.write(line);
                    bytes += line.length;
                }
            }
        }
        return bytes;
    }

    private static OutputStream open(Path file, boolean gzip) throws IOException {
        int buffer = 1 << 16;
        OutputStream plain = Files.newOutputStream(file);
        return gzip ? new GZIPOutputStream(plain, buffer) : new BufferedOutputStream(plain, buffer);
    }

    /** @param number from 0 */
    String line(long number) {
        // apart from that of the text, which a duplicate takes from another document
        SplittableRandom random = new SplittableRandom(~seed + number);
        Kind kind = kind(number);
        Composition composition = composition(kind == Kind.DUPLICATE ? original(number, random) : number);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", number);
        document.put("url", "https://news.example/%d/%d".formatted(random.nextInt(100), number));
        document.put("outlet", outlet(random));
        document.put("date", day(random).toString());
        document.put("title", composition.headline());
        document.put("text", composition.text());
        return kind == Kind.BROKEN ? broken(document, random) : json.writeValueAsString(document);
    }

    private String broken(Map<String, Object> document, SplittableRandom random) {
        switch (random.nextInt(3)) {
            case 0 -> document.remove("text");
            case 1 -> document.put("text", " ");
            default -> {
                String line = json.writeValueAsString(document);
                return line.substring(0, line.length() / 2);
            }
        }
        return json.writeValueAsString(document);
    }

    private SplittableRandom random(long number) {
        return new SplittableRandom(seed + number);
    }

    private Kind kind(long number) {
        double drawn = random(number).nextDouble();
        if (number == 0 || drawn >= BROKEN + DUPLICATE) {
            return Kind.SOUND;
        }
        return drawn < BROKEN ? Kind.BROKEN : Kind.DUPLICATE;
    }

    private Composition composition(long number) {
        return new Composition(fragments, random(number).split());
    }

    /** A sound document before that of the number. */
    private long original(long number, SplittableRandom random) {
        long original = random.nextLong(number);
        while (kind(original) != Kind.SOUND) {
            original--;
        }
        return original;
    }

    private String outlet(SplittableRandom random) {
        int place = Arrays.binarySearch(shares, random.nextDouble());
        return outlets.get(place < 0 ? -place - 1 : place + 1);
    }

    /** A day of the years the articles are of. */
    static LocalDate day(SplittableRandom random) {
        return LocalDate.of(2024, 1, 1).plusDays(random.nextInt(DAYS));
    }
}
