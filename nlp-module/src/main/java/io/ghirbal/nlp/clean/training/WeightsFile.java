package io.ghirbal.nlp.clean.training;

import io.ghirbal.nlp.clean.ObservedPage;
import io.ghirbal.nlp.clean.Role;
import io.ghirbal.nlp.clean.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;

/** Writes parameters as {@code weights.txt}, which the cleaner reads: by name, with two digits, and only what is not zero. */
@SuppressWarnings("EnumOrdinal") // parameters are numbered by role; they are stored by name
final class WeightsFile {
    private static final String COMMENT = """
            # The weights of the cleaner, trained from labelled documents; docs/cleaning.md says how to train them again.
            #
            # A line names a piece of evidence and, for each role a line of a page can have, how much the evidence speaks for it (more than 0)
            # or against it (less than 0). The sum over the evidence of a line, with what the roles next to each other weigh, decides.
            #   first, last      the role of the first and of the last line of a page
            #   after:ROLE       the role of the line after one of ROLE
            #   context          0 the page, 1 inside a block of links, 2 from a second article on
            #   name=value/...   evidence; Features.java says what each name means
            """;

    private WeightsFile() {}

    /** The lines of the file, the comment at its top included. */
    static List<String> withComment(List<String> weights) {
        List<String> lines = new ArrayList<>(COMMENT.lines().toList());
        lines.addAll(weights);
        return lines;
    }

    /** The weights that {@code parameters} stand for, a line a name. */
    static List<String> lines(double[] parameters) {
        List<String> lines = new ArrayList<>();
        add(lines, "first", role -> parameters[Parameters.first(role)]);
        add(lines, "last", role -> parameters[Parameters.last(role)]);
        StringBuilder contexts = new StringBuilder("context");
        for (int earlier = 0; earlier < States.CONTEXTS; earlier++) {
            for (int later = 0; later < States.CONTEXTS; later++) {
                double weight = parameters[Parameters.context(earlier, later)];
                contexts.append(String.format(Locale.ROOT, " %d>%d %.2f", earlier, later, rounded(weight)));
            }
        }
        lines.add(contexts.toString());
        for (Role earlier : Role.values()) {
            add(lines, "after:" + earlier, role -> parameters[Parameters.order(earlier.ordinal(), role)]);
        }
        List<String> features = ObservedPage.featureNames();
        for (int f = 0; f < features.size(); f++) {
            int feature = f;
            add(lines, features.get(f), role -> feature(parameters, feature, role));
        }
        return lines;
    }

    private static double feature(double[] parameters, int feature, int role) {
        double weight = parameters[Parameters.feature(feature, role)];
        return Parameters.placeSpeaksFor(feature, role) ? weight + parameters[Parameters.place(feature)] : weight;
    }

    private static void add(List<String> lines, String name, IntToDoubleFunction weights) {
        StringBuilder line = new StringBuilder(name);
        for (Role role : Role.values()) {
            float weight = rounded(weights.applyAsDouble(role.ordinal()));
            if (weight != 0) {
                line.append(String.format(Locale.ROOT, " %s %.2f", role, weight));
            }
        }
        if (line.length() > name.length()) {
            lines.add(line.toString());
        }
    }

    private static float rounded(double weight) {
        return Math.round(weight * 100) / 100f;
    }
}
