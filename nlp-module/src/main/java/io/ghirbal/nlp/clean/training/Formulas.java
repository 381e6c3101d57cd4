package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.text.ResourceLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines that sites put around articles, by section of {@code formulas.txt}; the file explains the slots in them. */
final class Formulas {
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
    private final List<KnownArticle> articles;
    private final Chance chance;

    /** @param articles whose headlines fill slots */
    Formulas(List<KnownArticle> articles, Chance chance) {
        this.articles = articles;
        this.chance = chance;
        String section = "";
        for (String line : ResourceLines.of(Formulas.class, "formulas.txt")) {
            if (line.matches("\\[[a-z]+]")) {
                section = line.substring(1, line.length() - 1);
            } else {
                formulas.computeIfAbsent(section, s -> new ArrayList<>()).add(line);
            }
        }
    }

    /** A line of {@code section}, its slots filled. */
    String line(String section, KnownArticle article) {
        List<String> of = formulas.get(section);
        if (of == null) {
            throw new IllegalStateException("formulas.txt has no section " + section);
        }
        return fill(chance.pick(of), article);
    }

    /** Fills the slots of {@code formula} from left to right. */
    String fill(String formula, KnownArticle article) {
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int open = formula.indexOf('{'); open >= 0; open = formula.indexOf('{', from)) {
            int close = formula.indexOf('}', open);
            if (close < open + 2) {
                break;
            }
            out.append(formula, from, open).append(slot(formula.substring(open + 1, close), article));
            from = close + 1;
        }
        return out.append(formula.substring(from)).toString();
    }

    private String slot(String name, KnownArticle article) {
        return switch (name) {
            case "n" -> Integer.toString(1 + chance.below(chance.of(0.5) ? 12 : 4000));
            case "year" -> Integer.toString(2005 + chance.below(21));
            case "time" ->
                String.format(Locale.ROOT, "%02d:%02d", chance.below(24), chance.below(60))
                        + chance.pick("", "", " م", " ص", " مساءً", " GMT");
            case "title" -> chance.pick(articles).title();
            case "word" -> {
                String[] words = article.title().split(" ", -1);
                yield chance.pick(words);
            }
            case "date" -> date();
            default -> line(name, article);
        };
    }

    private String date() {
        int day = 1 + chance.below(28);
        int month = chance.below(12);
        int year = 2005 + chance.below(21);
        String weekday = chance.pick(DAYS);
        return switch (chance.below(8)) {
            case 0 -> day + " " + MONTHS[month] + " " + year;
            case 1 -> weekday + " " + day + " " + MONTHS[month] + " " + year;
            case 2 -> weekday + "، " + day + " " + LEVANT_MONTHS[month] + " " + year;
            case 3 -> String.format(Locale.ROOT, "%02d/%02d/%d", day, month + 1, year);
            case 4 -> String.format(Locale.ROOT, "%d-%02d-%02d", year, month + 1, day);
            case 5 -> weekday + " " + day + "/" + (month + 1) + "/" + year;
            case 6 -> MONTHS[month] + " " + day + ", " + year;
            default -> weekday + " , " + day + " " + LEVANT_MONTHS[month] + "/" + MONTHS[month] + " , " + year;
        };
    }
}
