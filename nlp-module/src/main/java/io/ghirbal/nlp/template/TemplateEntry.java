package io.ghirbal.nlp.template;

/**
 * Something that an outlet repeats.
 *
 * @param form which part of a line it is
 * @param text its words, folded; what is compared
 * @param example how it stands in one of the articles
 * @param articles in how many different articles it stands; 0 when a person entered it
 * @param sampled how many articles of the outlet were looked at; at least {@code articles}
 */
public record TemplateEntry(TemplateForm form, String text, String example, int articles, int sampled) {

    /** An entry that a person makes, of a text as it stands in an article. */
    public static TemplateEntry given(TemplateForm form, String text) {
        return new TemplateEntry(form, FoldedLine.fold(text), text.strip(), 0, 0);
    }

    /** The part of the articles that have it, from 0 to 1; 1 when a person entered it. */
    public double share() {
        return sampled == 0 ? 1 : (double) articles / sampled;
    }

    /** Whether both are the same words in the same part of a line. */
    public boolean isSameAs(TemplateEntry other) {
        return form == other.form && text.equals(other.text);
    }
}
