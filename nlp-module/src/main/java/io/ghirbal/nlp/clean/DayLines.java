package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** Lines that are a day or a time, and those of a timeline, which are the article's. */
final class DayLines {
    private static final int FEWEST_DAYS = 3;

    private final Page page;
    private final boolean timeline;

    DayLines(Page page) {
        this.page = page;
        int days = 0;
        for (int i = 0; i < page.count; i++) {
            days += isBareDay(i) ? 1 : 0;
        }
        timeline = days >= FEWEST_DAYS;
    }

    /** "13 October", no year with it: three of them in an article are a timeline. */
    private boolean isBareDay(int i) {
        return page.wordCount(i) <= 3
                && page.numberWords[i] == 1
                && page.classCount(i, WordClass.MONTH) > 0
                && !page.has(i, Page.YEAR | Page.NUMERIC_DATE | Page.CLOCK);
    }

    /** A day or a time, and not much beside it. */
    boolean isDay(int i) {
        int named = page.classCount(i, WordClass.MONTH)
                + page.classCount(i, WordClass.WEEKDAY)
                + page.classCount(i, WordClass.TIME);
        int numbers = page.numberWords[i];
        boolean day = page.has(i, Page.NUMERIC_DATE | Page.CLOCK) || (numbers > 0 && named > 0);
        boolean labelled = page.openingKind(i) == BoilerplateKind.DATE || page.has(i, Page.NUMERIC_DATE);
        return day && !(timeline && isBareDay(i)) && (labelled || (numbers + named) * 2 >= page.wordCount(i));
    }
}
