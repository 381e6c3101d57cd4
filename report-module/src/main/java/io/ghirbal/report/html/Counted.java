package io.ghirbal.report.html;

/**
 * Numbers with the noun they count, as the grammar of each language has it: the plural categories of the Unicode CLDR, whose rules for
 * Arabic and English these are. The forms of a noun are words of the report: {@code KEY.zero}, {@code .one}, {@code .two}, {@code .few},
 * {@code .many} and {@code .other}, with {0} for the number. English has {@code .one} and {@code .other}.
 */
final class Counted {
    private Counted() {}

    /** {@code number} with the noun {@code key}, in both languages. */
    static Label of(Labels labels, String key, long number) {
        String count = Figures.count(number);
        return new Label(
                labels.of(key + '.' + arabic(number), count).ar(),
                labels.of(key + '.' + english(number), count).en());
    }

    /** The category of a whole number in Arabic: 3 to 10 are few, 11 to 99 many, by the last two digits. */
    static String arabic(long number) {
        long lastTwo = Math.abs(number) % 100;
        if (number >= 0 && number <= 2) {
            return new String[] {"zero", "one", "two"}[(int) number];
        }
        if (lastTwo >= 3 && lastTwo <= 10) {
            return "few";
        }
        return lastTwo >= 11 ? "many" : "other";
    }

    /** The category of a whole number in English. */
    static String english(long number) {
        return number == 1 ? "one" : "other";
    }
}
