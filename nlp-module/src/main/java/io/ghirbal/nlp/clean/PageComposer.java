package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.LabelledDocument.RemovedLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Dresses articles that are known with the boilerplate of {@code formulas.txt}, in layouts of news sites: what real labelled pages are too
 * few to show. The same articles and the same seed give the same pages.
 */
final class PageComposer {
    private static final String[] MONTHS = {
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"
    };
    private static final String[] LEVANT_MONTHS = {
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول"
    };
    private static final String[] DAYS = {"السبت", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة"};

    private final Map<String, List<String>> formulas = new HashMap<>();
    private final List<Article> articles;
    private final SplittableRandom random;

    /** An article that is known: its headline, its lines, the words of its headline. */
    private record Article(String title, List<String> body) {}

    PageComposer(List<LabelledDocument> documents, long seed) {
        random = new SplittableRandom(seed);
        String section = "";
        for (String line : Resources.lines("formulas.txt")) {
            if (line.startsWith("[") && line.endsWith("]") && line.indexOf('{') < 0 && line.matches("\\[[a-z]+]")) {
                section = line.substring(1, line.length() - 1);
            } else {
                formulas.computeIfAbsent(section, s -> new ArrayList<>()).add(line);
            }
        }
        articles = documents.stream()
                .map(PageComposer::article)
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    /** So many pages. */
    List<LabelledDocument> compose(int pages) {
        List<LabelledDocument> composed = new ArrayList<>();
        for (int i = 0; i < pages && articles.size() >= 10; i++) {
            composed.add(new Sheet().compose(i));
        }
        return composed;
    }

    /** The lines that stay, when they make an article: a headline, two to forty lines, none twice. */
    private static java.util.Optional<Article> article(LabelledDocument document) {
        String title = document.title();
        String[] lines = document.text().split("\r\n|\n|\r", -1);
        List<String> body = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int n = 1; n <= lines.length; n++) {
            String line = lines[n - 1].strip();
            int number = n;
            boolean removed = document.removed().stream().anyMatch(r -> r.first() <= number && number <= r.last());
            if (!removed && !line.isEmpty() && seen.add(line) && !line.equals(title)) {
                body.add(line);
            }
        }
        int longest = body.stream().mapToInt(String::length).max().orElse(0);
        return title == null || title.length() < 15 || body.size() < 2 || body.size() > 40 || longest > 1500
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Article(title, body));
    }

    /** One page being written. */
    private final class Sheet {
        private final List<String> lines = new ArrayList<>();
        private final List<@Nullable BoilerplateKind> kinds = new ArrayList<>();
        private final Article article = articles.get(random.nextInt(articles.size()));
        /** What the site puts before its links, all through the page. */
        private final String bullet = pick("", "", "", "- ", "• ", "* ", "» ", "◄ ", "#. ", "#- ", "▪ ", "– ");

        private boolean timed = chance(0.12);

        LabelledDocument compose(int number) {
            double style = random.nextDouble();
            boolean dump = style < 0.18;
            boolean plain = style > 0.85;
            if (dump) {
                dumpTop();
            }
            if (chance(0.03)) {
                return noArticle(number);
            }
            if (!dump && !plain && chance(0.07)) {
                add(fill(pick("{outlet} - ", "{outlet} | ", "{outlet}: ")) + article.title, BoilerplateKind.DUPLICATE);
                add(article.title, null);
                edges(false);
                body(false);
                tail();
                return document(number, true);
            }
            boolean headlineInText = chance(0.62) || dump;
            if (!plain) {
                edges(headlineInText);
            } else if (headlineInText) {
                add(article.title, null);
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
            for (int i = 0; i < random.nextInt(4); i++) {
                links(2 + random.nextInt(12), true);
            }
            dumpBottom();
            return document(number, false);
        }

        private void dumpTop() {
            if (chance(0.3)) {
                add(formula("menuline"), BoilerplateKind.NAVIGATION);
            }
            int menu = 6 + random.nextInt(40);
            for (int repeat = 0; repeat < (chance(0.3) ? 2 : 1); repeat++) {
                for (int i = 0; i < menu; i++) {
                    add(formula("menu"), BoilerplateKind.NAVIGATION);
                }
            }
            if (chance(0.35)) {
                for (int i = 0; i < 3 + random.nextInt(8); i++) {
                    add(formula("weather"), BoilerplateKind.OTHER);
                }
            }
            if (chance(0.3)) {
                add(formula("promo"), BoilerplateKind.PROMO);
            }
            if (chance(0.4)) {
                links(3 + random.nextInt(7), true);
            }
            if (chance(0.3)) {
                add(formula("menu"), BoilerplateKind.NAVIGATION);
            }
        }

        private void dumpBottom() {
            int blocks = 1 + random.nextInt(3);
            timed = chance(0.5);
            for (int i = 0; i < blocks; i++) {
                links(4 + random.nextInt(12), true);
            }
            if (chance(0.4)) {
                add(formula("promo"), BoilerplateKind.PROMO);
                add(formula("promo"), BoilerplateKind.PROMO);
            }
            int menu = 5 + random.nextInt(30);
            for (int i = 0; i < menu; i++) {
                add(formula("menu"), BoilerplateKind.NAVIGATION);
            }
            if (chance(0.7)) {
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
                add(article.title, null);
                if (chance(0.08)) {
                    add(article.title, BoilerplateKind.DUPLICATE);
                }
            }
            shuffle(after);
            after.forEach(kind -> line(kind));
        }

        private void place(String kind, double how, double first, List<String> before, List<String> after) {
            if (chance(how)) {
                (chance(first) ? before : after).add(kind);
            }
        }

        private void body(boolean plain) {
            int size = article.body.size();
            int block = !plain && size >= 4 && chance(0.3) ? 2 + random.nextInt(size - 3) : -1;
            double headed = chance(0.15) ? 0.2 + 0.6 * random.nextDouble() : 0;
            int broken = chance(0.02) ? random.nextInt(size) : -1;
            for (int i = 0; i < size; i++) {
                if (i == block) {
                    int links = chance(0.2) ? 0 : chance(0.3) ? 1 : 1 + random.nextInt(9);
                    links(links, true);
                } else if (!plain && i > 0 && chance(0.05)) {
                    String kind = pick("inline", "inline", "inline", "inline", "ad", "promo", "caption");
                    line(kind);
                }
                if (i > 0 && chance(headed)) {
                    add(subheadline(), null);
                }
                if (i == broken) {
                    ownLines(article.body.get(i));
                } else {
                    add(article.body.get(i), null);
                }
            }
        }

        /** A few words in a row of the article, as a sub-headline of its own. */
        private String subheadline() {
            String[] words =
                    article.body.get(random.nextInt(article.body.size())).split(" ", -1);
            int from = random.nextInt(words.length);
            int to = Math.min(words.length, from + 1 + random.nextInt(chance(0.3) ? 9 : 4));
            return String.join(" ", List.of(words).subList(from, to)).replaceAll("[.،,:]", "")
                    + pick("", "", "", ":", "؟");
        }

        /** The words of a paragraph in short lines: a list, numbered steps, or verse. */
        private void ownLines(String paragraph) {
            String[] words = paragraph.split(" ", -1);
            String sign = pick("", "", "", "- ", "• ", "#- ", "#. ", "* ");
            int longest = sign.isEmpty() ? 5 : 14;
            int number = 1;
            int at = 0;
            if (chance(0.6)) {
                at = Math.min(words.length, 3 + random.nextInt(6));
                add(String.join(" ", List.of(words).subList(0, at)) + ":", null);
            }
            while (at < words.length) {
                int to = Math.min(words.length, at + 3 + random.nextInt(longest));
                String item = String.join(" ", List.of(words).subList(at, to)).strip();
                if (!item.isEmpty()) {
                    add(sign.replace("#", Integer.toString(number++)) + item, null);
                }
                at = to;
            }
        }

        private void tail() {
            if (chance(0.3)) {
                line("source");
            }
            if (chance(0.12)) {
                byline();
            }
            if (chance(0.3)) {
                tags();
            }
            if (chance(0.25)) {
                for (int i = 0; i < 1 + random.nextInt(5); i++) {
                    line("share");
                }
            }
            if (chance(0.4)) {
                links(1 + random.nextInt(10), chance(0.92));
            }
            if (chance(0.14)) {
                otherArticle();
                if (chance(0.4)) {
                    links(2 + random.nextInt(8), true);
                }
            }
            if (chance(0.2)) {
                line("promo");
            }
            if (chance(0.3)) {
                feedback();
            }
            if (chance(0.1)) {
                line("breadcrumb");
            }
            if (chance(0.08)) {
                line("ad");
            }
            if (chance(0.2)) {
                line("legal");
            }
        }

        private void byline() {
            line("byline");
            if (chance(0.4)) {
                add(fill(pick("{email}", "{handle}", "{email}", "تويتر: {handle}", "{name}")), BoilerplateKind.BYLINE);
            }
        }

        private void tags() {
            if (chance(0.5)) {
                line("tags");
                return;
            }
            line("tagshead");
            for (int i = 0; i < 2 + random.nextInt(5); i++) {
                add(fill("{word}"), BoilerplateKind.TAGS);
            }
        }

        private void feedback() {
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                line("feedback");
            }
            if (chance(0.2)) {
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    add(fill("{name}"), BoilerplateKind.FEEDBACK);
                    if (chance(0.5)) {
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
            boolean brief = chance(0.08);
            for (int i = 1; i <= size; i++) {
                if (timed && headed && size > 2) {
                    add(formula("when"), BoilerplateKind.RELATED_LINKS);
                }
                String title = another(0.3).title;
                if (headed && chance(brief ? 0.8 : 0.06)) {
                    title = firstWords(title, 2 + random.nextInt(4));
                }
                String cut = headed && chance(0.04) && title.length() > 50 ? title.substring(0, 45) + "..." : title;
                add(bullet.replace("#", Integer.toString(i)) + cut, BoilerplateKind.RELATED_LINKS);
                if (chance(0.02)) {
                    line(pick("ad", "promo", "share"));
                }
            }
            if (size > 2 && chance(0.15)) {
                add(pick("المزيد", "المزيد ...", "عرض المزيد", "اقرأ المزيد"), BoilerplateKind.RELATED_LINKS);
            }
        }

        private String firstWords(String title, int words) {
            String[] all = title.split(" ", -1);
            return String.join(" ", List.of(all).subList(0, Math.min(words, all.length)));
        }

        private void otherArticle() {
            double how = random.nextDouble();
            if (how < 0.6) {
                line("heading");
            } else if (how < 0.8) {
                line("source");
            }
            Article other = another(0.4);
            if (other.equals(article)) {
                return;
            }
            add(other.title, BoilerplateKind.RELATED_ARTICLE);
            for (String paragraph : other.body) {
                if (chance(0.05)) {
                    line(pick("ad", "promo", "promo", "share", "inline"));
                }
                add(paragraph, BoilerplateKind.RELATED_ARTICLE);
            }
        }

        /** Another article, with the given probability one whose headline shares words with this one. */
        private Article another(double alike) {
            Article other = articles.get(random.nextInt(articles.size()));
            if (!chance(alike)) {
                return other;
            }
            Set<String> words = new HashSet<>(List.of(article.title.split(" ", -1)));
            long most = -1;
            for (int i = 0; i < 60; i++) {
                Article candidate = articles.get(random.nextInt(articles.size()));
                long shared = java.util.Arrays.stream(candidate.title.split(" ", -1))
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
                default -> BoilerplateKind.valueOf(kind.toUpperCase(java.util.Locale.ROOT));
            };
            add(formula(kind), of);
        }

        private void add(String line, @Nullable BoilerplateKind kind) {
            lines.add(line);
            kinds.add(kind);
        }

        private LabelledDocument document(int number, boolean headlineInText) {
            int blanks = random.nextInt(3);
            StringBuilder text = new StringBuilder();
            List<RemovedLines> removed = new ArrayList<>();
            int at = 1;
            for (int i = 0; i < lines.size(); i++) {
                if (i > 0) {
                    int feeds = 1 + (blanks == 1 || (blanks == 2 && chance(0.3)) ? 1 : 0);
                    text.append("\n".repeat(feeds));
                    at += feeds;
                }
                text.append(lines.get(i));
                BoilerplateKind kind = kinds.get(i);
                if (kind != null) {
                    removed.add(new RemovedLines(at, at, kind));
                }
            }
            String title = article.title;
            double known = random.nextDouble();
            String given = known < (headlineInText ? 0.3 : 0.1)
                    ? null
                    : known < 0.45
                            ? title + fill(pick(" - {outlet}", " | {outlet}", " ــ {outlet}", " -{outlet}"))
                            : title;
            return new LabelledDocument("page-" + number, "", given, text.toString(), removed);
        }

        private String formula(String section) {
            List<String> of = formulas.get(section);
            if (of == null) {
                throw new IllegalStateException("formulas.txt has no section " + section);
            }
            return fill(of.get(random.nextInt(of.size())));
        }

        /** Fills the slots from left to right. */
        private String fill(String formula) {
            StringBuilder out = new StringBuilder();
            int from = 0;
            for (int open = formula.indexOf('{'); open >= 0; open = formula.indexOf('{', from)) {
                int close = formula.indexOf('}', open);
                if (close < open + 2) {
                    break;
                }
                out.append(formula, from, open).append(slot(formula.substring(open + 1, close)));
                from = close + 1;
            }
            return out.append(formula.substring(from)).toString();
        }

        private String slot(String name) {
            return switch (name) {
                case "n" -> Integer.toString(1 + random.nextInt(chance(0.5) ? 12 : 4000));
                case "year" -> Integer.toString(2005 + random.nextInt(21));
                case "time" ->
                    String.format(java.util.Locale.ROOT, "%02d:%02d", random.nextInt(24), random.nextInt(60))
                            + pick("", "", " م", " ص", " مساءً", " GMT");
                case "title" -> articles.get(random.nextInt(articles.size())).title;
                case "word" -> {
                    String[] words = article.title.split(" ", -1);
                    yield words[random.nextInt(words.length)];
                }
                case "date" -> date();
                default -> formula(name);
            };
        }

        private String date() {
            int day = 1 + random.nextInt(28);
            int month = random.nextInt(12);
            int year = 2005 + random.nextInt(21);
            String weekday = DAYS[random.nextInt(7)];
            return switch (random.nextInt(8)) {
                case 0 -> day + " " + MONTHS[month] + " " + year;
                case 1 -> weekday + " " + day + " " + MONTHS[month] + " " + year;
                case 2 -> weekday + "، " + day + " " + LEVANT_MONTHS[month] + " " + year;
                case 3 -> String.format(java.util.Locale.ROOT, "%02d/%02d/%d", day, month + 1, year);
                case 4 -> String.format(java.util.Locale.ROOT, "%d-%02d-%02d", year, month + 1, day);
                case 5 -> weekday + " " + day + "/" + (month + 1) + "/" + year;
                case 6 -> MONTHS[month] + " " + day + ", " + year;
                default -> weekday + " , " + day + " " + LEVANT_MONTHS[month] + "/" + MONTHS[month] + " , " + year;
            };
        }
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    private String pick(String... of) {
        return of[random.nextInt(of.length)];
    }

    private void shuffle(List<String> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            java.util.Collections.swap(list, i, random.nextInt(i + 1));
        }
    }
}
