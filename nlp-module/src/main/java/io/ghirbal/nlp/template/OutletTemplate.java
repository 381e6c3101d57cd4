package io.ghirbal.nlp.template;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an outlet repeats round its articles, to be looked up line by line. Immutable and thread-safe. */
public final class OutletTemplate {
    /** That of an outlet of which nothing is known. */
    public static final OutletTemplate NONE = new OutletTemplate(List.of());

    /** Words of an opening, from 1. */
    static final int MOST_OPENING_WORDS = 3;

    /** A line of which a label or a credit is the template has at most so many words beside it: a name, a place. */
    static final int MOST_BESIDE = 4;
    /** A label that at least such a part of the articles has may have a whole headline behind it. */
    static final double EVERYWHERE = 0.1;

    private static final int MOST_BESIDE_EVERYWHERE = 30;

    private final Map<TemplateForm, Map<Long, TemplateEntry>> entries = new HashMap<>();

    private final @Nullable String digest;

    private OutletTemplate(Collection<TemplateEntry> entries) {
        digest = entries.isEmpty() ? null : digestOf(entries);
        for (TemplateEntry entry : entries) {
            char[] text = entry.text().toCharArray();
            if (text.length > 0) {
                this.entries
                        .computeIfAbsent(entry.form(), form -> new HashMap<>())
                        .put(FoldedLine.hash(text, 0, text.length), entry);
            }
        }
    }

    /** Counts and examples apart: they change no result but a reason. */
    private static String digestOf(Collection<TemplateEntry> entries) {
        String all = entries.stream()
                .map(entry -> entry.form() + " " + entry.text())
                .sorted()
                .collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The template with these entries. */
    public static OutletTemplate of(Collection<TemplateEntry> entries) {
        return entries.isEmpty() ? NONE : new OutletTemplate(entries);
    }

    /** Tells this template from another: a SHA-256 of its entries, 64 hexadecimal digits; null when it is empty. */
    public @Nullable String digest() {
        return digest;
    }

    /** Whether nothing is known of the outlet. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * What the line is of the template.
     *
     * @param text the characters of a page
     * @param from where the line starts
     * @param to where it ends, no white space before it
     * @return null when it is nothing of it
     */
    public @Nullable TemplateEntry find(char[] text, int from, int to) {
        if (entries.isEmpty() || to - from > FoldedLine.LONGEST) {
            return null;
        }
        TemplateEntry line = find(TemplateForm.LINE, text, from, to);
        if (line == null) {
            line = find(TemplateForm.HEADLINE, text, from, to);
        }
        if (line != null || FoldedLine.endsWithStop(text, from, to)) {
            return line;
        }
        int end = FoldedLine.labelEnd(text, from, to);
        TemplateEntry label = end < 0 ? null : find(TemplateForm.LABEL, text, from, end);
        if (label != null && isAllOf(label, FoldedLine.words(text, end, to))) {
            return label;
        }
        int start = FoldedLine.creditStart(text, from, to);
        TemplateEntry credit = start < 0 ? null : find(TemplateForm.CREDIT, text, start, to);
        if (credit != null && FoldedLine.words(text, from, start) <= MOST_BESIDE) {
            return credit;
        }
        return entries.containsKey(TemplateForm.OPENING) ? findOpening(text, from, to) : null;
    }

    private @Nullable TemplateEntry findOpening(char[] text, int from, int to) {
        for (int words = MOST_OPENING_WORDS; words > 0; words--) {
            int end = FoldedLine.openingEnd(text, from, to, words);
            TemplateEntry opening = end < 0 ? null : find(TemplateForm.OPENING, text, from, end);
            if (opening != null) {
                return opening;
            }
        }
        return null;
    }

    private static boolean isAllOf(TemplateEntry label, int wordsBeside) {
        return wordsBeside <= (label.share() >= EVERYWHERE ? MOST_BESIDE_EVERYWHERE : MOST_BESIDE);
    }

    private @Nullable TemplateEntry find(TemplateForm form, char[] text, int from, int to) {
        Map<Long, TemplateEntry> known = entries.get(form);
        TemplateEntry entry = known == null ? null : known.get(FoldedLine.hash(text, from, to));
        return entry != null && entry.text().equals(FoldedLine.fold(text, from, to)) ? entry : null;
    }
}
