package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.text.ReadableText;
import io.ghirbal.nlp.text.TextLines;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against each line of a page: its own signs and phrases, what stands around it, and the words it shares with the
 * headline and with the story so far. Made in time linear in the page.
 *
 * @param template the lines that the outlet repeats
 * @param hints what the source knows of the lines
 */
record Evidence(
        Page page,
        SentenceForm sentences,
        PageLayout layout,
        RepeatedLines repeated,
        TitleMatch title,
        ListItems lists,
        Sections sections,
        Cohesion cohesion,
        TemplateLines template,
        LineHints hints) {

    /** Reads {@code lines}; {@code title} is the headline the source knows, or null. */
    static Evidence of(TextLines lines, @Nullable String title, Vocabulary vocabulary) {
        return of(lines, ReadableText.of(lines.text()), title, OutletTemplate.NONE, LineHints.NONE, vocabulary);
    }

    /**
     * Reads {@code lines} as {@code readable} has them; {@code title} is the headline the source knows, or null, {@code template} what the
     * outlet repeats, {@code hints} what the source knows of the lines.
     */
    static Evidence of(
            TextLines lines,
            ReadableText readable,
            @Nullable String title,
            OutletTemplate template,
            LineHints hints,
            Vocabulary vocabulary) {
        Page page = Page.of(lines, readable, vocabulary);
        Page titlePage = title == null || title.isBlank() ? null : page.alike(title);
        SentenceForm sentences = new SentenceForm(page);
        PageLayout layout = new PageLayout(page, sentences);
        RepeatedLines repeated = new RepeatedLines(page, layout);
        WordOverlap overlap = new WordOverlap(page);
        TitleMatch match = new TitleMatch(page, titlePage, layout, repeated, overlap);
        ListItems lists = new ListItems(page, layout, match);
        Sections sections = new Sections(page, layout, match, overlap, sentences);
        Cohesion cohesion = new Cohesion(page, layout, match, sections, overlap, sentences);
        TemplateLines repeats = TemplateLines.of(page, layout, match, template);
        return new Evidence(
                page, sentences, layout, repeated, match, lists, sections, cohesion, repeats, hints.holdingFor(page));
    }
}
