package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.template.TemplateEntry;
import io.ghirbal.nlp.template.TemplateForm;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a page that its outlet repeats in many articles. The headline is never one of them, and they are none where nothing else
 * would stay.
 */
final class TemplateLines {
    private static final double LEAST_SHARE_OF_HEADING = 0.03;

    private final @Nullable TemplateEntry[] entries;

    private TemplateLines(@Nullable TemplateEntry[] entries) {
        this.entries = entries;
    }

    static TemplateLines of(Page page, PageLayout layout, TitleMatch title, OutletTemplate template) {
        @Nullable TemplateEntry[] entries = new TemplateEntry[template.isEmpty() ? 0 : page.count];
        int left = 0;
        for (int i = 0; i < entries.length; i++) {
            TemplateEntry entry = template.find(page.text, page.start[i], page.end[i]);
            if (entry != null && !title.isTitle(i) && holds(i, entry.form(), layout, title)) {
                entries[i] = entry;
            } else {
                left += page.wordCount(i);
            }
        }
        return new TemplateLines(left == 0 ? new TemplateEntry[0] : entries);
    }

    private static boolean holds(int i, TemplateForm form, PageLayout layout, TitleMatch title) {
        return switch (form) {
            case LINE -> true;
            // without a title from elsewhere the first line may be the headline, with the name of the outlet beside it
            case LABEL, CREDIT -> layout.isAtEdge(i) && (i > 0 || title.given);
            case OPENING -> layout.isAtEdge(i) && layout.paragraphsAbove(i) > 0;
            // with a paragraph under it, it is a headline of this page: an article of several reports
            case HEADLINE -> layout.paragraphsAbove(i) > 0 && !layout.isParagraph(i + 1);
        };
    }

    /** What the line is of the template; null when it is nothing of it. */
    @Nullable TemplateEntry at(int line) {
        return entries.length == 0 ? null : entries[line];
    }

    /** Whether so many articles have the line that it may head the links of all of them. */
    boolean mayHeadLinks(int line) {
        TemplateEntry entry = at(line);
        return entry != null && entry.form() == TemplateForm.LINE && entry.share() >= LEAST_SHARE_OF_HEADING;
    }
}
