package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.text.ResourceLines;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each piece of evidence weighs for each role, and each role after each other: the trained part of the cleaner. */
@SuppressWarnings("EnumOrdinal") // arrays are indexed by role, kind and place; nothing stored depends on it
final class Weights {
    /** The weight of feature {@code f} for role {@code r} is at {@code f * Role.COUNT + r}. */
    final float[] evidence = new float[Features.COUNT * Role.COUNT];
    /** The weight of role {@code b} after role {@code a} is at {@code a * Role.COUNT + b}. */
    final float[] order = new float[Role.COUNT * Role.COUNT];
    /** The weight of context {@code b} after context {@code a} is at {@code a * 3 + b}. */
    final float[] context = new float[9];

    final float[] first = new float[Role.COUNT];
    final float[] last = new float[Role.COUNT];

    /** Reads {@code weights.txt}. */
    static Weights standard() {
        return parse(ResourceLines.of(Weights.class, "weights.txt"));
    }

    /**
     * Reads lines as they stand in {@code weights.txt}, comments left out.
     *
     * @throws IllegalArgumentException when they name evidence or a role that there is not
     */
    static Weights parse(List<String> lines) {
        Map<String, Integer> features = new HashMap<>();
        for (int f = 0; f < Features.COUNT; f++) {
            features.put(Features.name(f), f);
        }
        Weights weights = new Weights();
        for (String line : lines) {
            String[] parts = line.split("\\s+", -1);
            for (int i = 1; i + 1 < parts.length; i += 2) {
                float weight = Float.parseFloat(parts[i + 1]);
                if (parts[0].equals("context")) {
                    String[] pair = parts[i].split(">", 2);
                    weights.context[Integer.parseInt(pair[0]) * 3 + Integer.parseInt(pair[1])] = weight;
                    continue;
                }
                int role = Role.valueOf(parts[i]).ordinal();
                if (parts[0].equals("first")) {
                    weights.first[role] = weight;
                } else if (parts[0].equals("last")) {
                    weights.last[role] = weight;
                } else if (parts[0].startsWith("after:")) {
                    int earlier =
                            Role.valueOf(parts[0].substring("after:".length())).ordinal();
                    weights.order[earlier * Role.COUNT + role] = weight;
                } else {
                    Integer feature = features.get(parts[0]);
                    if (feature == null) {
                        throw new IllegalArgumentException("weights.txt names unknown evidence: " + parts[0]);
                    }
                    weights.evidence[feature * Role.COUNT + role] = weight;
                }
            }
        }
        return weights;
    }
}
