package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;

/** The features of one line after another, by their numbers in {@link Features}: what the model weighs. Not for several threads. */
@SuppressWarnings("EnumOrdinal") // features are numbered by kind and place; nothing stored depends on it
final class LineFeatures {
    private static final int FEW_WORDS = 8;
    private static final int KINDS = BoilerplateKind.values().length;
    /** More features than a line can have. */
    private static final int MOST = 160;

    private final Evidence evidence;
    private final AdmissibleRoles admissible;
    private final Page page;
    private final int[] numbers = new int[MOST];
    private int size;

    LineFeatures(Evidence evidence, AdmissibleRoles admissible) {
        this.evidence = evidence;
        this.admissible = admissible;
        this.page = evidence.page();
    }

    /** How many features the line has that was read last. */
    int size() {
        return size;
    }

    /** The number of one of them, from 0. */
    int number(int feature) {
        return numbers[feature];
    }

    void add(int feature) {
        numbers[size++] = feature;
    }

    /** Goes on to line {@code i}. The order is that in which their weights are summed: another one rounds otherwise. */
    void read(int i) {
        size = 0;
        addSigns(i);
        addWords(i);
        if (page.opensWithPhrase(i)) {
            addPhrase(page.openingPhrase[i], page.openingPlace(i));
        }
        if (page.innerPhrase[i] != Page.NO_PHRASE) {
            addPhrase(page.innerPhrase[i], page.innerPlace(i));
        }
        for (int forms = admissible.forms(i); forms != 0; forms &= forms - 1) {
            add(Features.FORM + Integer.numberOfTrailingZeros(forms) * 3 + shape(i));
        }
        evidence.title().addTo(this, i);
        evidence.repeated().addTo(this, i);
        evidence.layout().addPlaceTo(this, i);
        evidence.repeated().addNeighbourTo(this, i);
        evidence.layout().addNeighboursTo(this, i);
        evidence.lists().addTo(this, i);
        evidence.sections().addTo(this, i);
        evidence.cohesion().addTo(this, i);
    }

    private int shape(int i) {
        return evidence.layout().shape[i];
    }

    private void addSigns(int i) {
        int words = page.wordCount(i);
        int shape = shape(i);
        boolean few = words <= FEW_WORDS;
        add(Features.ALWAYS);
        add(Features.WORDS + wordsBin(words));
        add(Features.CLOSING + closing(i) * 3 + shape);
        add(Features.OPENING + opening(i) * 3 + shape);
        for (int flags = page.flags[i]; flags != 0; flags &= flags - 1) {
            add(Features.FLAGS + Integer.numberOfTrailingZeros(flags) * 2 + (few ? 0 : 1));
        }
        if (words >= 4) {
            add(Features.STOPS + Math.min(2, page.innerStops[i]) * 3 + shape);
            add(Features.COMMAS + Math.min(2, page.commas[i]) * 3 + shape);
        }
        if (page.quotes[i] >= 2) {
            add(Features.QUOTED + shape);
        }
        if (page.hasLabel(i)) {
            add(Features.COLON_EARLY + shape);
        }
        if (page.bars[i] > 0) {
            add(Features.BARS + Math.min(2, page.bars[i]) - 1);
        }
        int dashes = page.dashes[i] - (page.opening[i] == Glyph.DASH ? 1 : 0);
        if (few && dashes > 0) {
            add(Features.DASHES + Math.min(2, dashes) - 1);
        }
    }

    private void addWords(int i) {
        int words = page.wordCount(i);
        int shape = shape(i);
        if (words == 0) {
            return;
        }
        int latin = page.latinWords[i];
        if (latin > 0) {
            add(Features.LATIN + (latin == words ? 2 : latin * 2 > words ? 1 : 0));
        }
        if (words <= FEW_WORDS) {
            if (page.numberWords[i] > 0) {
                add(Features.NUMBERS + part(page.numberWords[i], words));
            }
            for (int c = 0; c < Page.CLASSES; c++) {
                int of = page.classCounts[i * Page.CLASSES + c];
                if (of > 0) {
                    add(Features.CLASS_SHARE + c * 3 + part(of, words));
                }
            }
            int named = page.namedWords(i);
            if (named * 2 >= words) {
                add(Features.NAMED + (named >= words ? 1 : 0));
            }
        }
        int first = page.firstWord[i];
        for (int bits = page.wordClasses[first]; bits != 0; bits &= bits - 1) {
            add(Features.FIRST_WORD + Integer.numberOfTrailingZeros(bits) * 3 + shape);
        }
        if (evidence.sentences().opensWithAnd(i)) {
            add(Features.FIRST_AND + shape);
        }
        int start = page.wordStart[first];
        if (page.text[start] == 'ا' && page.wordLength(first) > 4 && page.text[start + 1] == 'ل') {
            add(Features.FIRST_ARTICLE + shape);
        }
        if (evidence.sentences().hasPresentVerbEarly(i)) {
            add(Features.PRESENT_VERB + shape);
        }
        if (evidence.sentences().isDateline(i)) {
            add(Features.DATELINE + shape);
        }
        int menu = page.menuWords[i];
        if (words >= 2 && menu > 0) {
            add(Features.MENU + (menu >= words ? 3 : menu * 10 >= words * 8 ? 2 : menu * 2 >= words ? 1 : 0));
        }
    }

    /** Some, half or all. */
    private static int part(int some, int all) {
        return some == all ? 2 : some * 2 >= all ? 1 : 0;
    }

    private void addPhrase(int phrase, Place place) {
        add(Features.PHRASE
                + place.ordinal() * KINDS
                + page.phrase(phrase).kind().ordinal());
        add(Features.PHRASE_ANY + place.ordinal());
    }

    private static int wordsBin(int words) {
        if (words <= 3) {
            return words;
        }
        return words <= 5
                ? 4
                : words <= 8 ? 5 : words <= 12 ? 6 : words <= 17 ? 7 : words <= 25 ? 8 : words <= 40 ? 9 : 10;
    }

    private int closing(int i) {
        return switch (page.closing[i]) {
            case Glyph.LETTER, Glyph.LATIN -> 0;
            case Glyph.DIGIT -> 1;
            case Glyph.STOP -> 2;
            case Glyph.QUESTION -> 3;
            case Glyph.EXCLAMATION -> 4;
            case Glyph.COLON -> 5;
            case Glyph.ELLIPSIS -> 6;
            case Glyph.QUOTE -> 7;
            case Glyph.BRACKET_CLOSE, Glyph.BRACKET_OPEN -> 8;
            default -> 9;
        };
    }

    private int opening(int i) {
        return switch (page.opening[i]) {
            case Glyph.LETTER -> 0;
            case Glyph.LATIN -> 1;
            case Glyph.DIGIT -> 2;
            case Glyph.BULLET -> 3;
            case Glyph.DASH -> 4;
            case Glyph.QUOTE -> 5;
            case Glyph.BRACKET_OPEN -> 6;
            case Glyph.ARROW, Glyph.BAR -> 7;
            case Glyph.HASH, Glyph.AT -> 8;
            default -> 9;
        };
    }
}
