package io.ghirbal.nlp.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a person says of the template of an outlet.
 *
 * @param removes whether the text is to be removed; else it is to stay, though it was learned
 * @param outlet the outlet, as it is stored
 * @param form the part of a line that the text is
 * @param example the text as it stands in an article
 */
public record TemplateCorrection(boolean removes, String outlet, TemplateForm form, String example) {
    private static final int FIELDS = 4;

    /**
     * Reads the lines of a file of corrections. Each has four fields with a tab between them: {@code keep} or {@code remove}, the outlet, the
     * form (the name of a {@link TemplateForm}, in any case), and the text as it stands in an article. Blank
     * lines and those that begin with {@code #} say nothing.
     *
     * @throws IllegalArgumentException with a message for people, when a line is none of these
     */
    public static List<TemplateCorrection> parse(List<String> lines) {
        List<TemplateCorrection> corrections = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !line.startsWith("#")) {
                corrections.add(parse(line, i + 1));
            }
        }
        return corrections;
    }

    private static TemplateCorrection parse(String line, int number) {
        String[] fields = line.split("\t", -1);
        if (fields.length != FIELDS) {
            throw wrong(
                    number,
                    "has %d fields with tabs between them, not 4: keep or remove, the outlet, the form, the text"
                            .formatted(fields.length));
        }
        boolean removes = fields[0].strip().equals("remove");
        if (!removes && !fields[0].strip().equals("keep")) {
            throw wrong(number, "begins with '%s'; write keep or remove".formatted(fields[0].strip()));
        }
        if (fields[1].isBlank()) {
            throw wrong(number, "names no outlet");
        }
        String text = fields[3].strip();
        if (FoldedLine.fold(text).isEmpty() || text.length() > FoldedLine.LONGEST) {
            throw wrong(number, "needs a text with letters, of at most %d characters".formatted(FoldedLine.LONGEST));
        }
        return new TemplateCorrection(removes, fields[1].strip(), form(fields[2].strip(), number), text);
    }

    private static TemplateForm form(String name, int number) {
        try {
            return TemplateForm.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(number, "has the form '%s'; write line, label, credit, opening or headline".formatted(name));
        }
    }

    private static IllegalArgumentException wrong(int number, String what) {
        return new IllegalArgumentException("line %d %s".formatted(number, what));
    }

    /** Takes what is to stay out of the entries, or adds what is to go. */
    public void applyTo(List<TemplateEntry> entries) {
        TemplateEntry entry = TemplateEntry.given(form, example);
        entries.removeIf(entry::isSameAs);
        if (removes) {
            entries.add(entry);
        }
    }
}
