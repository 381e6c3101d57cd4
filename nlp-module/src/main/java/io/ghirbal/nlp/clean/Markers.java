package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.Letters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The phrases of {@code markers.txt}, and where a folded line holds one. */
final class Markers {
    /** How much of a line a phrase must be to count. */
    enum Scope {
        START,
        WHOLE,
        LABEL,
        ANYWHERE
    }

    /** How a phrase stands in a line. */
    enum Place {
        WHOLE,
        LABEL,
        START,
        INSIDE
    }

    record Phrase(String folded, BoilerplateKind kind, Scope scope) {}

    record Match(Phrase phrase, Place place, int start, int end) {}

    private final List<Phrase> phrases;

    private Markers(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    static Markers standard() {
        List<Phrase> phrases = new ArrayList<>();
        BoilerplateKind kind = BoilerplateKind.OTHER;
        for (String line : Resources.lines("markers.txt")) {
            if (line.startsWith("[")) {
                kind = BoilerplateKind.valueOf(line.substring(1, line.indexOf(']')));
                continue;
            }
            Scope scope = switch (line.charAt(0)) {
                case '=' -> Scope.WHOLE;
                case ':' -> Scope.LABEL;
                case '*' -> Scope.ANYWHERE;
                default -> Scope.START;
            };
            phrases.add(new Phrase(Letters.fold(scope == Scope.START ? line : line.substring(1)), kind, scope));
        }
        return new Markers(List.copyOf(phrases));
    }

    /** The longest phrase that counts in a folded line. */
    @Nullable Match find(String folded) {
        int from = 0;
        while (from < folded.length() && !Character.isLetterOrDigit(folded.charAt(from))) {
            from++;
        }
        Match best = null;
        for (Phrase phrase : phrases) {
            Match match = match(phrase, folded, from);
            if (match != null
                    && (best == null
                            || phrase.folded.length() > best.phrase().folded().length())) {
                best = match;
            }
        }
        return best;
    }

    private static @Nullable Match match(Phrase phrase, String folded, int from) {
        int at = phrase.scope == Scope.ANYWHERE
                ? folded.indexOf(phrase.folded)
                : folded.startsWith(phrase.folded, from) ? from : -1;
        int end = at + phrase.folded.length();
        if (at < 0 || (end < folded.length() && Character.isLetterOrDigit(folded.charAt(end)))) {
            return null;
        }
        int next = end;
        boolean separator = false;
        while (next < folded.length() && !Character.isLetterOrDigit(folded.charAt(next))) {
            separator |= folded.charAt(next) == ':' || folded.charAt(next) == '|' || folded.charAt(next) == '-';
            next++;
        }
        Place place = at > from
                ? Place.INSIDE
                : next == folded.length() ? Place.WHOLE : separator ? Place.LABEL : Place.START;
        boolean counts = switch (phrase.scope) {
            case WHOLE -> place == Place.WHOLE;
            case LABEL -> place == Place.WHOLE || place == Place.LABEL;
            case START -> place != Place.INSIDE;
            case ANYWHERE -> true;
        };
        return counts ? new Match(phrase, place, at, end) : null;
    }
}
