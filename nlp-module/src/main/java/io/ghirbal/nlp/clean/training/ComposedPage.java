package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.BoilerplateKind;
import io.ghirbal.nlp.clean.training.LabelledDocument.RemovedLines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One page while it is composed: an article, and around it and in it what sites put there. */
final class ComposedPage {
    private final List<KnownArticle> articles;
    private final Formulas formulas;
    private final Chance chance;
    private final KnownArticle article;
    /** What the site puts before its links, all through the page. */
    private final String bullet;

    private final List<String> lines = new ArrayList<>();
    private final List<@Nullable BoilerplateKind> kinds = new ArrayList<>();
    /** Whether the site says when each of its links was published. */
    private boolean timed;

    /** @param articles one of which the page is composed of, and others that it points to */
    ComposedPage(List<KnownArticle> articles, Formulas formulas, Chance chance) {
        this.articles = articles;
        this.formulas = formulas;
        this.chance = chance;
        article = chance.pick(articles);
        bullet = chance.pick("", "", "", "- ", "• ", "* ", "» ", "◄ ", "#. ", "#- ", "▪ ", "– ");
        timed = chance.of(0.12);
    }

    /** Writes the page. */
    LabelledDocument compose(int number) {
        double style = chance.share();
        boolean dump = style < 0.18;
        boolean plain = style > 0.85;
        if (dump) {
            dumpTop();
        }
        if (chance.of(0.03)) {
            return noArticle(number);
        }
        if (!dump && !plain && chance.of(0.07)) {
            add(
                    fill(chance.pick("{outlet} - ", "{outlet} | ", "{outlet}: ")) + article.title(),
                    BoilerplateKind.DUPLICATE);
            add(article.title(), null);
            edges(false);
            body(false);
            tail();
            return document(number, true);
        }
        boolean headlineInText = chance.of(0.62) || dump;
        if (!plain) {
            edges(headlineInText);
        } else if (headlineInText) {
            add(article.title(), null);
        }
        body(plain);
        if (!plain) {
            tail();
        }
        if (dump) {
            dumpBottom();
        }
        return document(number, headlineInText);
    }

    /** A page of menus and lists only; its title is that of the page. */
    private LabelledDocument noArticle(int number) {
        dumpTop();
        for (int i = 0; i < chance.below(4); i++) {
            links(2 + chance.below(12), true);
        }
        dumpBottom();
        return document(number, false);
    }

    private void dumpTop() {
        if (chance.of(0.3)) {
            add(formula("menuline"), BoilerplateKind.NAVIGATION);
        }
        int menu = 6 + chance.below(40);
        for (int repeat = 0; repeat < (chance.of(0.3) ? 2 : 1); repeat++) {
            for (int i = 0; i < menu; i++) {
                add(formula("menu"), BoilerplateKind.NAVIGATION);
            }
        }
        if (chance.of(0.35)) {
            for (int i = 0; i < 3 + chance.below(8); i++) {
                add(formula("weather"), BoilerplateKind.OTHER);
            }
        }
        if (chance.of(0.3)) {
            add(formula("promo"), BoilerplateKind.PROMO);
        }
        if (chance.of(0.4)) {
            links(3 + chance.below(7), true);
        }
        if (chance.of(0.3)) {
            add(formula("menu"), BoilerplateKind.NAVIGATION);
        }
    }

    private void dumpBottom() {
        int blocks = 1 + chance.below(3);
        timed = chance.of(0.5);
        for (int i = 0; i < blocks; i++) {
            links(4 + chance.below(12), true);
        }
        if (chance.of(0.4)) {
            add(formula("promo"), BoilerplateKind.PROMO);
            add(formula("promo"), BoilerplateKind.PROMO);
        }
        int menu = 5 + chance.below(30);
        for (int i = 0; i < menu; i++) {
            add(formula("menu"), BoilerplateKind.NAVIGATION);
        }
        if (chance.of(0.7)) {
            add(formula("legal"), BoilerplateKind.LEGAL);
        }
    }

    private void edges(boolean headlineInText) {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        place("breadcrumb", 0.3, 0.85, before, after);
        place("date", 0.4, 0.3, before, after);
        place("byline", 0.42, 0.2, before, after);
        place("share", 0.22, 0.3, before, after);
        place("share", 0.15, 0.3, before, after);
        place("caption", 0.25, 0.2, before, after);
        place("ad", 0.06, 0.5, before, after);
        place("other", 0.1, 0.3, before, after);
        place("source", 0.05, 0.1, before, after);
        place("promo", 0.06, 0.3, before, after);
        before.forEach(kind -> line(kind));
        if (headlineInText) {
            add(article.title(), null);
            if (chance.of(0.08)) {
                add(article.title(), BoilerplateKind.DUPLICATE);
            }
        }
        chance.shuffle(after);
        after.forEach(kind -> line(kind));
    }

    private void place(String kind, double how, double first, List<String> before, List<String> after) {
        if (chance.of(how)) {
            (chance.of(first) ? before : after).add(kind);
        }
    }

    private void body(boolean plain) {
        int size = article.body().size();
        int block = !plain && size >= 4 && chance.of(0.3) ? 2 + chance.below(size - 3) : -1;
        double headed = chance.of(0.15) ? 0.2 + 0.6 * chance.share() : 0;
        int broken = chance.of(0.02) ? chance.below(size) : -1;
        for (int i = 0; i < size; i++) {
            if (i == block) {
                int links = chance.of(0.2) ? 0 : chance.of(0.3) ? 1 : 1 + chance.below(9);
                links(links, true);
            } else if (!plain && i > 0 && chance.of(0.05)) {
                String kind = chance.pick("inline", "inline", "inline", "inline", "ad", "promo", "caption");
                line(kind);
            }
            if (i > 0 && chance.of(headed)) {
                add(subheadline(), null);
            }
            if (i == broken) {
                ownLines(article.body().get(i));
            } else {
                add(article.body().get(i), null);
            }
        }
    }

    /** A few words in a row of the article, as a sub-headline of its own. */
    private String subheadline() {
        String[] words = article.body().get(chance.below(article.body().size())).split(" ", -1);
        int from = chance.below(words.length);
        int to = Math.min(words.length, from + 1 + chance.below(chance.of(0.3) ? 9 : 4));
        return String.join(" ", List.of(words).subList(from, to)).replaceAll("[.،,:]", "")
                + chance.pick("", "", "", ":", "؟");
    }

    /** The words of a paragraph in short lines: a list, numbered steps, or verse. */
    private void ownLines(String paragraph) {
        String[] words = paragraph.split(" ", -1);
        String sign = chance.pick("", "", "", "- ", "• ", "#- ", "#. ", "* ");
        int longest = sign.isEmpty() ? 5 : 14;
        int number = 1;
        int at = 0;
        if (chance.of(0.6)) {
            at = Math.min(words.length, 3 + chance.below(6));
            add(String.join(" ", List.of(words).subList(0, at)) + ":", null);
        }
        while (at < words.length) {
            int to = Math.min(words.length, at + 3 + chance.below(longest));
            String item = String.join(" ", List.of(words).subList(at, to)).strip();
            if (!item.isEmpty()) {
                add(sign.replace("#", Integer.toString(number++)) + item, null);
            }
            at = to;
        }
    }

    private void tail() {
        if (chance.of(0.3)) {
            line("source");
        }
        if (chance.of(0.12)) {
            byline();
        }
        if (chance.of(0.3)) {
            tags();
        }
        if (chance.of(0.25)) {
            for (int i = 0; i < 1 + chance.below(5); i++) {
                line("share");
            }
        }
        if (chance.of(0.4)) {
            links(1 + chance.below(10), chance.of(0.92));
        }
        if (chance.of(0.14)) {
            otherArticle();
            if (chance.of(0.4)) {
                links(2 + chance.below(8), true);
            }
        }
        if (chance.of(0.2)) {
            line("promo");
        }
        if (chance.of(0.3)) {
            feedback();
        }
        if (chance.of(0.1)) {
            line("breadcrumb");
        }
        if (chance.of(0.08)) {
            line("ad");
        }
        if (chance.of(0.2)) {
            line("legal");
        }
    }

    private void byline() {
        line("byline");
        if (chance.of(0.4)) {
            add(
                    fill(chance.pick("{email}", "{handle}", "{email}", "تويتر: {handle}", "{name}")),
                    BoilerplateKind.BYLINE);
        }
    }

    private void tags() {
        if (chance.of(0.5)) {
            line("tags");
            return;
        }
        line("tagshead");
        for (int i = 0; i < 2 + chance.below(5); i++) {
            add(fill("{word}"), BoilerplateKind.TAGS);
        }
    }

    private void feedback() {
        for (int i = 0; i < 1 + chance.below(6); i++) {
            line("feedback");
        }
        if (chance.of(0.2)) {
            for (int i = 0; i < 1 + chance.below(3); i++) {
                add(fill("{name}"), BoilerplateKind.FEEDBACK);
                if (chance.of(0.5)) {
                    add(fill("{date}"), BoilerplateKind.FEEDBACK);
                }
                line("comment");
            }
        }
    }

    private void links(int size, boolean headed) {
        if (headed) {
            line("heading");
        }
        boolean brief = chance.of(0.08);
        for (int i = 1; i <= size; i++) {
            if (timed && headed && size > 2) {
                add(formula("when"), BoilerplateKind.RELATED_LINKS);
            }
            String title = another(0.3).title();
            if (headed && chance.of(brief ? 0.8 : 0.06)) {
                title = firstWords(title, 2 + chance.below(4));
            }
            String cut = headed && chance.of(0.04) && title.length() > 50 ? title.substring(0, 45) + "..." : title;
            add(bullet.replace("#", Integer.toString(i)) + cut, BoilerplateKind.RELATED_LINKS);
            if (chance.of(0.02)) {
                line(chance.pick("ad", "promo", "share"));
            }
        }
        if (size > 2 && chance.of(0.15)) {
            add(chance.pick("المزيد", "المزيد ...", "عرض المزيد", "اقرأ المزيد"), BoilerplateKind.RELATED_LINKS);
        }
    }

    private String firstWords(String title, int words) {
        String[] all = title.split(" ", -1);
        return String.join(" ", List.of(all).subList(0, Math.min(words, all.length)));
    }

    private void otherArticle() {
        double how = chance.share();
        if (how < 0.6) {
            line("heading");
        } else if (how < 0.8) {
            line("source");
        }
        KnownArticle other = another(0.4);
        if (other.equals(article)) {
            return;
        }
        add(other.title(), BoilerplateKind.RELATED_ARTICLE);
        for (String paragraph : other.body()) {
            if (chance.of(0.05)) {
                line(chance.pick("ad", "promo", "promo", "share", "inline"));
            }
            add(paragraph, BoilerplateKind.RELATED_ARTICLE);
        }
    }

    /** Another article, with the given probability one whose headline shares words with this one. */
    private KnownArticle another(double alike) {
        KnownArticle other = chance.pick(articles);
        if (!chance.of(alike)) {
            return other;
        }
        Set<String> words = new HashSet<>(List.of(article.title().split(" ", -1)));
        long most = -1;
        for (int i = 0; i < 60; i++) {
            KnownArticle candidate = chance.pick(articles);
            long shared = Arrays.stream(candidate.title().split(" ", -1))
                    .filter(word -> word.length() > 3 && words.contains(word))
                    .count();
            if (!candidate.equals(article) && shared > most) {
                most = shared;
                other = candidate;
            }
        }
        return other;
    }

    private void line(String kind) {
        BoilerplateKind of = switch (kind) {
            case "heading", "inline", "when" -> BoilerplateKind.RELATED_LINKS;
            case "breadcrumb", "menu", "menuline" -> BoilerplateKind.NAVIGATION;
            case "tagshead" -> BoilerplateKind.TAGS;
            case "weather" -> BoilerplateKind.OTHER;
            case "comment" -> BoilerplateKind.FEEDBACK;
            default -> BoilerplateKind.valueOf(kind.toUpperCase(Locale.ROOT));
        };
        add(formula(kind), of);
    }

    private void add(String line, @Nullable BoilerplateKind kind) {
        lines.add(line);
        kinds.add(kind);
    }

    private LabelledDocument document(int number, boolean headlineInText) {
        int blanks = chance.below(3);
        StringBuilder text = new StringBuilder();
        List<RemovedLines> removed = new ArrayList<>();
        int at = 1;
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0) {
                int feeds = 1 + (blanks == 1 || (blanks == 2 && chance.of(0.3)) ? 1 : 0);
                text.append("\n".repeat(feeds));
                at += feeds;
            }
            text.append(lines.get(i));
            BoilerplateKind kind = kinds.get(i);
            if (kind != null) {
                removed.add(new RemovedLines(at, at, kind));
            }
        }
        String title = article.title();
        double known = chance.share();
        String given = known < (headlineInText ? 0.3 : 0.1)
                ? null
                : known < 0.45
                        ? title + fill(chance.pick(" - {outlet}", " | {outlet}", " ــ {outlet}", " -{outlet}"))
                        : title;
        return new LabelledDocument("page-" + number, "pages", "", given, text.toString(), removed);
    }

    private String formula(String section) {
        return formulas.line(section, article);
    }

    private String fill(String formula) {
        return formulas.fill(formula, article);
    }
}
