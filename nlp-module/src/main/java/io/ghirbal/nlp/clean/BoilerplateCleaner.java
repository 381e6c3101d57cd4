package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.Letters;
import io.ghirbal.nlp.text.TextLines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the boilerplate in the text of an article. Immutable and thread-safe; does no I/O once made. */
public final class BoilerplateCleaner {
    private static final int LONGEST_HEADLINE = 160;

    private final Markers markers;

    private BoilerplateCleaner(Markers markers) {
        this.markers = markers;
    }

    /** The cleaner with the resources that come with it. */
    public static BoilerplateCleaner standard() {
        return new BoilerplateCleaner(Markers.standard());
    }

    /** Takes {@code text} apart without a headline known from elsewhere. */
    public CleanedArticle clean(String text) {
        return clean(text, null);
    }

    /**
     * Takes {@code text} apart.
     *
     * @param text the decoded text of a page or an article
     * @param title the headline the source knows, which need not occur in the text; null when it knows none
     */
    public CleanedArticle clean(String text, @Nullable String title) {
        return new Reading(text, title).result();
    }

    /** One text being read, line by line. */
    private final class Reading {
        private final TextLines lines;
        private final @Nullable String givenTitle;
        private final String[] folded;
        private final List<Integer> filled = new ArrayList<>();
        private final @Nullable BoilerplateKind[] kinds;
        private final String[] reasons;
        private int titleLine;
        private @Nullable LocalDate publishedOn;
        private @Nullable String attribution;
        private @Nullable String author;

        Reading(String text, @Nullable String title) {
            lines = TextLines.of(text);
            givenTitle = title == null || title.isBlank() ? null : title.strip();
            folded = new String[lines.count() + 1];
            kinds = new BoilerplateKind[lines.count() + 1];
            reasons = new String[lines.count() + 1];
            for (int n = 1; n <= lines.count(); n++) {
                folded[n] = Letters.fold(lines.line(n));
                if (!folded[n].isEmpty()) {
                    filled.add(n);
                }
            }
        }

        CleanedArticle result() {
            findTitle();
            label();
            return new CleanedArticle(lines, blocks(), List.of(), metadata());
        }

        private void findTitle() {
            String wanted = givenTitle == null ? null : Letters.fold(givenTitle);
            for (int n : filled) {
                if (wanted != null && folded[n].equals(wanted)) {
                    titleLine = n;
                    return;
                }
            }
            if (givenTitle == null
                    && filled.size() > 1
                    && readsAsHeadline(filled.get(0))
                    && markers.find(folded[filled.get(0)]) == null) {
                titleLine = filled.get(0);
            }
        }

        private boolean readsAsHeadline(int n) {
            String line = folded[n];
            return line.length() <= LONGEST_HEADLINE && ".؛،:".indexOf(line.charAt(line.length() - 1)) < 0;
        }

        private void label() {
            Set<String> seen = new HashSet<>();
            boolean sourceSeen = false;
            for (int i = 0; i < filled.size(); i++) {
                int n = filled.get(i);
                Markers.Match match = markers.find(folded[n]);
                if (!seen.add(folded[n]) && folded[n].length() > 20) {
                    remove(n, BoilerplateKind.DUPLICATE, "repeats an earlier line");
                } else if (match != null) {
                    BoilerplateKind kind = match.phrase().kind();
                    remove(n, kind, "marker \"" + match.phrase().folded() + '"');
                    read(kind, n, match);
                    sourceSeen |= kind == BoilerplateKind.SOURCE;
                    if (kind == BoilerplateKind.RELATED_LINKS && match.place() == Markers.Place.WHOLE) {
                        i = block(i, sourceSeen);
                    }
                } else if (i > filled.size() / 2 && looksLikeName(n)) {
                    remove(n, BoilerplateKind.BYLINE, "a name alone at the end");
                    author = author == null ? lines.line(n).strip() : author;
                }
            }
        }

        /** Labels the lines under the heading at {@code i} and answers the last of them. */
        private int block(int i, boolean afterSource) {
            int last = i;
            while (last + 1 < filled.size()
                    && readsAsHeadline(filled.get(last + 1))
                    && markers.find(folded[filled.get(last + 1)]) == null) {
                last++;
            }
            boolean goesOn = last + 1 < filled.size();
            if (afterSource && last == i + 1 && goesOn) {
                for (int j = i + 1; j < filled.size(); j++) {
                    Markers.Match match = markers.find(folded[filled.get(j)]);
                    if (match != null && match.phrase().kind() == BoilerplateKind.RELATED_LINKS) {
                        return j - 1;
                    }
                    remove(
                            filled.get(j),
                            match == null
                                    ? BoilerplateKind.RELATED_ARTICLE
                                    : match.phrase().kind(),
                            match == null ? "a second article after the source line" : "marker");
                }
                return filled.size();
            }
            if (last == i + 1 && goesOn) {
                return last;
            }
            for (int j = i + 1; j <= last; j++) {
                remove(filled.get(j), BoilerplateKind.RELATED_LINKS, "a headline under a related-links heading");
            }
            return last;
        }

        private boolean looksLikeName(int n) {
            String line = lines.line(n).strip();
            return line.length() <= 30
                    && line.chars().allMatch(c -> c < 128 && (Character.isLetter(c) || c == ' ' || c == '.'))
                    && Character.isUpperCase(line.charAt(0));
        }

        private void remove(int n, BoilerplateKind kind, String reason) {
            kinds[n] = kind;
            reasons[n] = reason;
        }

        private void read(BoilerplateKind kind, int n, Markers.Match match) {
            String rest = folded[n].substring(match.end());
            if (kind == BoilerplateKind.DATE && publishedOn == null) {
                publishedOn = PublicationDate.parse(rest);
            } else if (kind == BoilerplateKind.SOURCE && attribution == null) {
                String line = lines.line(n);
                int colon = line.indexOf(':');
                String name = colon < 0 ? "" : line.substring(colon + 1).strip();
                attribution = name.isEmpty() ? null : name;
            }
        }

        private List<RemovedBlock> blocks() {
            List<RemovedBlock> blocks = new ArrayList<>();
            for (int i = 0; i < filled.size(); i++) {
                int n = filled.get(i);
                BoilerplateKind kind = kinds[n];
                if (kind == null) {
                    continue;
                }
                int last = i;
                while (last + 1 < filled.size() && kinds[filled.get(last + 1)] == kind) {
                    last++;
                }
                blocks.add(new RemovedBlock(n, filled.get(last), kind, reasons[n], 0.5));
                i = last;
            }
            return blocks;
        }

        private ArticleMetadata metadata() {
            String title = givenTitle != null
                    ? givenTitle
                    : titleLine == 0 ? null : lines.line(titleLine).strip();
            return new ArticleMetadata(title, titleLine, publishedOn, attribution, author);
        }
    }
}
