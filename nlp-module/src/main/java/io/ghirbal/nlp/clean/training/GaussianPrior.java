package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is held of each parameter before any document is read: a normal distribution. Its mean is what the definition of boilerplate says;
 * most parameters have mean 0. Its precision (the inverse of the variance) is how much the documents must say to move it.
 */
final class GaussianPrior {
    /** What a formula weighs that is all of its line: more than the shape of most lines does. */
    private static final double SURE = 6;

    /** What a form weighs: less than a formula. */
    private static final double LIKELY = 2;

    /** Precision of features that compare sections: they are rare, and may weigh more than the others. */
    private static final double SECTION_PRECISION = 0.1;

    private static final List<String> COMPARE_SECTIONS = List.of(
            "section-known-from-before-heading=",
            "line-of-section-known-from-before-heading=",
            "paragraphs-in-a-row-apart-from-the-story=",
            "heads-what-follows=",
            "knows=",
            "headline-names-paragraph/section-known=");

    private final double[] mean = new double[Parameters.SIZE];
    private final double[] precision = new double[Parameters.SIZE];

    private GaussianPrior() {}

    /** The prior of the cleaner. */
    static GaussianPrior standard() {
        GaussianPrior prior = new GaussianPrior();
        prior.setPrecisions();
        prior.expectRepetitions();
        prior.expectFormulas();
        prior.expectForms();
        prior.expectNoSentenceInButtons();
        prior.expectOfShortLines();
        return prior;
    }

    /** The most likely parameters before any document is read. */
    double[] mean() {
        return mean.clone();
    }

    /** What it costs that parameter {@code i} is {@code x}: the negative logarithm of its density, up to a constant. */
    double cost(int i, double x) {
        double away = x - mean[i];
        return 0.5 * precision[i] * away * away;
    }

    /** How fast {@link #cost} grows with {@code x}. */
    double slope(int i, double x) {
        return precision[i] * (x - mean[i]);
    }

    private void setPrecisions() {
        Arrays.fill(precision, 1);
        List<String> features = ObservedPage.featureNames();
        for (int f = 0; f < features.size(); f++) {
            if (COMPARE_SECTIONS.stream().anyMatch(features.get(f)::startsWith)) {
                Arrays.fill(precision, Parameters.feature(f, 0), Parameters.feature(f + 1, 0), SECTION_PRECISION);
            }
        }
    }

    private void expect(String feature, Role role, double weight) {
        mean[Parameters.feature(feature, role)] = weight;
    }

    /** A paragraph that stands twice is a repetition. */
    private void expectRepetitions() {
        expect("repeats-earlier-paragraph", Role.DUPLICATE, 20);
        for (String place : List.of("before-text", "in-text", "after-text")) {
            expect("repeats-earlier-line=9+-words/" + place, Role.DUPLICATE, SURE);
        }
        expect("words-of-it-in-a-row=below", Role.DUPLICATE, SURE * 2 / 3);
    }

    /** A line that is nothing but a formula, or a formula and a few words, is of the kind that the formula announces. */
    private void expectFormulas() {
        for (String place : Parameters.PLACES) {
            double weight = SURE * announces(place);
            mean[Parameters.place(place)] = weight;
            expect(
                    "phrase=" + place + "/related_links",
                    place.equals("whole") ? Role.LINKS_HEADING : Role.INLINE_LINK,
                    weight);
        }
    }

    /** A form that a line has, or the heading that it stands under, speaks for the kind that has such forms. */
    private void expectForms() {
        expectForm("day", Role.DATE, LIKELY);
        expectForm("name", Role.BYLINE, LIKELY);
        expectForm("author", Role.BYLINE, 3 * LIKELY);
        expectForm("teaser", Role.LINK, 5 * LIKELY);
        expectForm("section_label", Role.LINK, 2 * LIKELY);
        expectForm("wire", Role.SOURCE, LIKELY);
        expectForm("card", Role.BYLINE, LIKELY);
        expectForm("credit", Role.CAPTION, 2 * LIKELY);
        expectForm("address", Role.PROMO, 2 * LIKELY);
        expectForm("rights", Role.LEGAL, 2 * LIKELY);
        expectForm("networks", Role.SHARE, LIKELY);
        expectForm("tag_list", Role.TAGS, LIKELY);
        expectForm("gauge", Role.OTHER, LIKELY);
        expectForm("latin", Role.OTHER, LIKELY);
        expectForm("under_links", Role.LINK, LIKELY);
        expectForm("under_comments", Role.FEEDBACK, LIKELY);
        expectForm("under_tags", Role.TAGS, LIKELY);
        expectForm("in_menu", Role.NAVIGATION, 2 * LIKELY);
        expectForm("report", Role.BODY, LIKELY);
        expectForm("our_heading", Role.LINKS_HEADING, 2 * LIKELY);
        expectForm("tail_list", Role.LINK, LIKELY);
        expectForm("after_boundary", Role.OTHER_LEAD, LIKELY);
        expectForm("after_boundary", Role.OTHER_BODY, 2 * LIKELY);
        expectForm("invites", Role.PROMO, 6 * LIKELY);
        expectForm("heads_another", Role.OTHER_TITLE, 4 * LIKELY);
        expectForm("menu", Role.NAVIGATION, LIKELY);
    }

    private void expectForm(String form, Role role, double weight) {
        for (String shape : List.of("short", "headline", "paragraph")) {
            expect("form=" + form + '/' + shape, role, weight);
        }
    }

    /** How surely a formula at the place makes the line boilerplate, from 0 to 1. */
    private static double announces(String place) {
        return switch (place) {
            case "whole", "label_short" -> 1;
            case "start_short" -> 0.7;
            case "label_long", "inside_short", "end" -> 0.3;
            case "start_long", "inside_long" -> 0;
            default -> throw new IllegalStateException("nothing is known of phrases at " + place);
        };
    }

    /** A sentence that ends inside the line makes it text: neither a button nor a name. */
    private void expectNoSentenceInButtons() {
        Set<Role> brief = EnumSet.of(
                Role.SOURCE, Role.DATE, Role.BYLINE, Role.CAPTION, Role.SHARE, Role.NAVIGATION, Role.TAGS, Role.AD);
        for (String shape : List.of("short", "headline", "paragraph")) {
            for (Role role : brief) {
                expect("stops-inside=1/" + shape, role, -2);
                expect("stops-inside=2+/" + shape, role, -2);
            }
        }
    }

    /** Fixtures are the article's own, an arrow points somewhere else, a page of short lines only is a list. */
    private void expectOfShortLines() {
        for (String shape : List.of("short", "headline")) {
            expect("opens-with=arrow/" + shape, Role.INLINE_LINK, 3);
            expect("opens-with=arrow/" + shape, Role.LINK, 2);
            expect("one-of-three-lines-in-two-parts=" + shape, Role.BODY, 4);
            expect("page=no-paragraph/" + shape, Role.BODY, -0.7);
            expect("run-without-paragraph=10-19/" + shape, Role.BODY, -0.7);
            expect("run-without-paragraph=20+/" + shape, Role.BODY, -0.7);
        }
    }
}
