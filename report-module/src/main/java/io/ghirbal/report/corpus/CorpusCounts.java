package io.ghirbal.report.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the documents of a corpus. */
public final class CorpusCounts {
    private final Map<String, Cause> causes = new TreeMap<>();
    private long written;
    private long tooShort;
    private long inOtherLanguage;

    CorpusCounts() {}

    /**
     * The documents that were turned away for one cause.
     *
     * @param documents how many
     * @param first the one that was met first
     */
    public record Cause(long documents, TurnedAway first) {}

    void add(int articles, int tooShortOnes, int onesInOtherLanguage, List<TurnedAway> turnedAway) {
        written += articles;
        tooShort += tooShortOnes;
        inOtherLanguage += onesInOtherLanguage;
        for (TurnedAway document : turnedAway) {
            causes.merge(
                    document.cause(),
                    new Cause(1, document),
                    (before, one) -> new Cause(before.documents() + 1, before.first()));
        }
    }

    /** Documents met: the sum of all others. */
    public long read() {
        return written + tooShort + inOtherLanguage + turnedAway();
    }

    /** Articles written. */
    public long written() {
        return written;
    }

    /** Articles left out as they have too few words. */
    public long tooShort() {
        return tooShort;
    }

    /** Articles of enough words left out as they are in another language. */
    public long inOtherLanguage() {
        return inOtherLanguage;
    }

    /** Documents that could not be read or analysed. */
    public long turnedAway() {
        return causes.values().stream().mapToLong(Cause::documents).sum();
    }

    /** The same by their causes, in the order of their names. */
    public Map<String, Cause> causes() {
        return new LinkedHashMap<>(causes);
    }
}
