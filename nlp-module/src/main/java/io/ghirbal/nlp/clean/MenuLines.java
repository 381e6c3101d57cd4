package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** Lines of the menus of a site, and whether the text is a whole page with them. */
final class MenuLines {
    /** An item of a menu has no more words. */
    static final int MOST_ITEM_WORDS = 5;

    private static final int FEWEST_DUMPED_MENUS = 5;

    private final Page page;
    private final PageLayout layout;
    /** Whether the text is that of a whole page, with its menus: many lines, most of them short, and not few of them known. */
    final boolean dump;

    MenuLines(Page page, PageLayout layout) {
        this.page = page;
        this.layout = layout;
        int known = 0;
        for (int i = 0; layout.mostlyShort && i < page.count; i++) {
            known += page.isPhrase(i) || isMenu(i) ? 1 : 0;
        }
        dump = known >= FEWEST_DUMPED_MENUS && known * 8 >= page.count;
    }

    boolean isMenu(int i) {
        int words = page.wordCount(i);
        if (words == 0 || words > 40 || (words <= 2 && page.closing[i] == Glyph.STOP)) {
            return false;
        }
        return page.menuWords[i] * 3 > words * 2
                || (words <= 4 && page.classCount(i, WordClass.SECTION) == words)
                || (words <= 30 && page.bars[i] >= 2)
                || (words <= MOST_ITEM_WORDS
                        && (page.bars[i] > 0 || page.quotes[i] == 1)
                        && page.menuWords[i] > 0
                        && layout.isAtEdge(i));
    }
}
