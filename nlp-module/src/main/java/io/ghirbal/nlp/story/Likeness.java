package io.ghirbal.nlp.story;

/**
 * Two texts that may tell one happening.
 *
 * @param later number of the one in the window; every other text that it is compared with has a smaller number
 * @param earlier number of the other
 */
record Likeness(int later, int earlier, PairModel.Verdict verdict) {}
