package io.ghirbal.report.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** One article as a scraper leaves it: what it says depends on the random numbers alone. */
final class Composition {
    private static final double WITH_BOILERPLATE = 0.30;
    private static final int MOST_KINDS_OF_BOILERPLATE = 3;

    /** Of the length of the news without boilerplate, which is distributed log-normally. */
    private static final double MEDIAN_CHARACTERS = 1_200;

    private static final double SPREAD = 0.65;
    private static final int LEAST_CHARACTERS = 150;
    private static final int MOST_CHARACTERS = 20_000;

    private final Fragments fragments;
    private final SplittableRandom random;
    private final String subject;

    Composition(Fragments fragments, SplittableRandom random) {
        this.fragments = fragments;
        this.random = random;
        List<String> subjects = fragments.subjects();
        this.subject = subjects.get(random.nextInt(subjects.size()));
    }

    /** "Who: what is said". */
    String headline() {
        return fill(any(subject + " who") + ": " + any(subject + " that").substring("أن ".length()));
    }

    /** The text of the page, the headline not included. */
    String text() {
        List<String> lines = paragraphs();
        if (random.nextDouble() < WITH_BOILERPLATE) {
            int kinds = 1 + random.nextInt(MOST_KINDS_OF_BOILERPLATE);
            for (int i = 0; i < kinds; i++) {
                addBoilerplate(lines);
            }
        }
        return String.join(random.nextBoolean() ? "\n" : "\n\n", lines);
    }

    private List<String> paragraphs() {
        double drawn = MEDIAN_CHARACTERS * Math.exp(SPREAD * random.nextGaussian());
        double left = Math.min(Math.max(drawn, LEAST_CHARACTERS), MOST_CHARACTERS);
        // in a newspaper nothing is said twice, and the cleaner would take the second for boilerplate
        Set<String> told = new HashSet<>();
        List<String> paragraphs = new ArrayList<>();
        while (left > 0) {
            StringBuilder paragraph = new StringBuilder(statement());
            for (int more = random.nextInt(3); more > 0; more--) {
                paragraph.append(' ').append(fill(any(random.nextBoolean() ? "more" : subject + " more") + "."));
            }
            if (told.add(paragraph.toString())) {
                paragraphs.add(paragraph.toString());
                left -= paragraph.length();
            }
        }
        return paragraphs;
    }

    private String statement() {
        String who = any(subject + " who") + (random.nextBoolean() ? " " + person() : "");
        return fill("%s %s %s %s.".formatted(any("said"), who, any("circumstance"), any(subject + " that")));
    }

    private void addBoilerplate(List<String> lines) {
        int somewhere = 1 + random.nextInt(lines.size());
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> lines.addAll(somewhere, relatedLinks());
            case 3 -> {
                Composition second = new Composition(fragments, random.split());
                lines.addAll(List.of(any("related links"), second.headline()));
                lines.addAll(second.paragraphs());
            }
            case 4 -> lines.add(fill(any("source")));
            case 5 -> lines.add(0, "تاريخ النشر: " + GeneratedArticles.day(random));
            case 6 -> lines.add(0, "كتب: " + person());
            case 7 -> lines.add(somewhere, any(random.nextBoolean() ? "promo" : "ad"));
            case 8 -> lines.addAll(fragments.of("share"));
            default -> lines.addAll(List.of("الوسوم: " + any("tags") + "، " + any("tags"), fill(any("legal"))));
        }
    }

    private List<String> relatedLinks() {
        List<String> links = new ArrayList<>(List.of(any("related links")));
        String bullet = random.nextBoolean() ? "- " : "";
        for (int link = 1 + random.nextInt(6); link > 0; link--) {
            links.add(bullet + new Composition(fragments, random.split()).headline());
        }
        return links;
    }

    private String person() {
        return any("first name") + " " + any("last name");
    }

    private String any(String section) {
        List<String> all = fragments.of(section);
        return all.get(random.nextInt(all.size()));
    }

    private String fill(String fragment) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < fragment.length(); i++) {
            char sign = fragment.charAt(i);
            switch (sign) {
                case '#' -> filled.append(3 + random.nextInt(900));
                case '@' -> filled.append(any("place")).append(' ').append(any("name of place"));
                case '~' -> filled.append(any("outlet")).append(' ').append(any("name of outlet"));
                default -> filled.append(sign);
            }
        }
        return filled.toString();
    }
}
