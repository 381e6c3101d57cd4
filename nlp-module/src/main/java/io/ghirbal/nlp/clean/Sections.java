package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.text.KeyTable;

/**
 * What stands between headings of links and lines of source, which may end the story: for each such section, how much of it the story
 * before its heading knows. Section 0 is what comes before the first heading with a paragraph above it.
 */
final class Sections {
    private final Page page;
    private final PageLayout layout;
    private final TitleMatch title;
    private final WordOverlap overlap;

    private final int[] section;
    /** Which share of the words of the line the story before the heading knows, -1 when no heading stands above. */
    private final float[] storyRatio;

    private final int[] storyPairs;
    /** By section: the mean of its paragraphs, -1 for none; how many there are; where it starts. */
    private final float[] mean;

    private final int[] paragraphs;
    private final int[] start;
    /** Whether the first paragraph of the section goes on from another. */
    private final boolean[] goesOn;
    /** Whether the headline of the article stands in the section. */
    private final boolean[] named;

    Sections(Page page, PageLayout layout, TitleMatch title, WordOverlap overlap, SentenceForm sentences) {
        this.page = page;
        this.layout = layout;
        this.title = title;
        this.overlap = overlap;
        int n = page.count;
        section = new int[n];
        storyRatio = new float[n];
        storyPairs = new int[n];
        mean = new float[n + 1];
        paragraphs = new int[n + 1];
        start = new int[n + 1];
        goesOn = new boolean[n + 1];
        named = new boolean[n + 1];
        int last = read(sentences);
        for (int s = 0; s <= last; s++) {
            mean[s] = paragraphs[s] == 0 ? -1 : mean[s] / paragraphs[s];
        }
    }

    /** Answers the number of the last section. */
    private int read(SentenceForm sentences) {
        boolean[] story = overlap.noWords();
        KeyTable pairs = new KeyTable(0);
        boolean told = false;
        int now = 0;
        for (int i = 0; i < page.count; i++) {
            if (opensSection(i) && layout.paragraphsAbove(i) > 0) {
                for (int line = start[now]; line < i; line++) {
                    if (layout.isParagraph(line)) {
                        told |= overlap.add(line, story);
                        overlap.addPairs(line, pairs);
                    }
                }
                start[++now] = i;
            }
            section[i] = told ? now : 0;
            named[now] |= title.given && title.isClose(i);
            storyRatio[i] = -1;
            int keys = told ? overlap.keys(i) : 0;
            if (keys > 0) {
                storyRatio[i] =
                        (float) (overlap.shared(i, story) + overlap.shared(i, title.words()) * 0.25) / (keys + 1);
                storyPairs[i] = overlap.pairs(i, pairs);
                if (layout.isParagraph(i)) {
                    goesOn[now] = paragraphs[now] == 0 ? sentences.goesOn(i) : goesOn[now];
                    mean[now] += storyRatio[i];
                    paragraphs[now]++;
                }
            }
        }
        return now;
    }

    private boolean opensSection(int i) {
        BoilerplateKind kind = page.openingKind(i);
        Place place = page.openingPlace(i);
        return layout.isLinksHeading(i)
                || (kind == BoilerplateKind.SOURCE && (place == Place.WHOLE || place == Place.LABEL_SHORT));
    }

    /** Whether a heading stands above the line, behind words of the story. */
    boolean isBelowHeading(int i) {
        return section[i] > 0;
    }

    /** The mean share of their words that the paragraphs in the section of the line have of the story; -1 without a paragraph. */
    float shareOfStory(int i) {
        return mean[section[i]];
    }

    /**
     * Whether a line above, a heading of links or a line of source, ends the story, and what follows does not go on with it. What the title
     * names is the article, wherever it stands.
     */
    boolean hasBoundaryAbove(int i) {
        return section[i] > 0 && !goesOn[section[i]] && !named[section[i]];
    }

    /** Which share of the words of the lines the story before the last heading knows; -1 when no heading stands before them. */
    double sharedWithStory(int first, int last) {
        double sum = 0;
        int lines = 0;
        for (int i = first; i <= last; i++) {
            if (storyRatio[i] >= 0) {
                sum += storyRatio[i];
                lines++;
            }
        }
        return lines == 0 ? -1 : sum / lines;
    }

    void addTo(LineFeatures features, int i) {
        int now = section[i];
        int shape = layout.shape[i];
        if (now > 0 && storyRatio[i] >= 0) {
            features.add(Features.STORY + Cohesion.bin(storyRatio[i]) * 3 + shape);
            features.add(Features.PAIRS + Math.min(2, storyPairs[i]) * 3 + shape);
        }
        if (now > 0 && mean[now] >= 0) {
            int bin = bin(mean[now]);
            features.add(Features.SEGMENT_LINE + bin * 3 + shape);
            if (i == 0 || section[i - 1] != now || layout.paragraphsAbove(i) == layout.paragraphsAbove(start[now])) {
                int size = paragraphs[now] == 1 ? 0 : paragraphs[now] <= 3 ? 1 : 2;
                features.add(Features.SEGMENT + (bin * 3 + size) * 2 + (goesOn[now] ? 0 : 1));
            }
        }
    }

    private static int bin(float mean) {
        return mean < 0.02f
                ? 0
                : mean < 0.04f ? 1 : mean < 0.07f ? 2 : mean < 0.1f ? 3 : mean < 0.15f ? 4 : mean < 0.25f ? 5 : 6;
    }
}
