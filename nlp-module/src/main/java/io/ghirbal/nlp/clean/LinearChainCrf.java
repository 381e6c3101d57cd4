package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.ResourceLines;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The trained part of the cleaner: a linear-chain conditional random field (Lafferty et al. 2001). What each feature of a line weighs for
 * each role, and each role after each other.
 */
@SuppressWarnings("EnumOrdinal") // arrays are indexed by role, kind and place; nothing stored depends on it
final class LinearChainCrf {
    /** The score of a role that a line may not have: low enough that no other evidence makes up for it. */
    static final float INADMISSIBLE = -5000;

    /** The weight of feature {@code f} for role {@code r} is at {@code f * Role.COUNT + r}. */
    private final float[] evidence = new float[Features.COUNT * Role.COUNT];
    /** The weight of role {@code b} after role {@code a} is at {@code a * Role.COUNT + b}. */
    final float[] order = new float[Role.COUNT * Role.COUNT];
    /** The weight of context {@code b} after context {@code a} is at {@code a * 3 + b}. */
    final float[] context = new float[9];

    final float[] first = new float[Role.COUNT];
    final float[] last = new float[Role.COUNT];

    /** Reads {@code weights.txt}. */
    static LinearChainCrf standard() {
        return parse(ResourceLines.of(LinearChainCrf.class, "weights.txt"));
    }

    /**
     * Reads lines as they stand in {@code weights.txt}, comments left out.
     *
     * @throws IllegalArgumentException when they name evidence or a role that there is not
     */
    static LinearChainCrf parse(List<String> lines) {
        Map<String, Integer> features = new HashMap<>();
        for (int f = 0; f < Features.COUNT; f++) {
            features.put(Features.name(f), f);
        }
        LinearChainCrf model = new LinearChainCrf();
        for (String line : lines) {
            String[] parts = line.split("\\s+", -1);
            for (int i = 1; i + 1 < parts.length; i += 2) {
                float weight = Float.parseFloat(parts[i + 1]);
                if (parts[0].equals("context")) {
                    String[] pair = parts[i].split(">", 2);
                    model.context[Integer.parseInt(pair[0]) * 3 + Integer.parseInt(pair[1])] = weight;
                    continue;
                }
                int role = Role.valueOf(parts[i]).ordinal();
                if (parts[0].equals("first")) {
                    model.first[role] = weight;
                } else if (parts[0].equals("last")) {
                    model.last[role] = weight;
                } else if (parts[0].startsWith("after:")) {
                    int earlier =
                            Role.valueOf(parts[0].substring("after:".length())).ordinal();
                    model.order[earlier * Role.COUNT + role] = weight;
                } else {
                    Integer feature = features.get(parts[0]);
                    if (feature == null) {
                        throw new IllegalArgumentException("weights.txt names unknown evidence: " + parts[0]);
                    }
                    model.evidence[feature * Role.COUNT + role] = weight;
                }
            }
        }
        return model;
    }

    /** What the evidence alone says: the score of role {@code r} for line {@code i} at {@code i * Role.COUNT + r}. */
    float[] score(Evidence evidence) {
        AdmissibleRoles admissible = AdmissibleRoles.of(evidence);
        LineFeatures features = new LineFeatures(evidence, admissible);
        float[] scores = new float[evidence.page().count * Role.COUNT];
        Arrays.fill(scores, INADMISSIBLE);
        for (int i = 0; i < evidence.page().count; i++) {
            features.read(i);
            for (int r = 0; r < Role.COUNT; r++) {
                if (admissible.admits(i, r)) {
                    float score = 0;
                    for (int f = 0; f < features.size(); f++) {
                        score += this.evidence[features.number(f) * Role.COUNT + r];
                    }
                    scores[i * Role.COUNT + r] = score;
                }
            }
        }
        return scores;
    }
}
