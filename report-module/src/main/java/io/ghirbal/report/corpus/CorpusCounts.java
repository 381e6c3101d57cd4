package io.ghirbal.report.corpus;

import java.util.List;

/** What became of the documents of a corpus. */
public final class CorpusCounts {
    private final Causes causes = new Causes();
    private long written;
    private long tooShort;
    private long inOtherLanguage;

    CorpusCounts() {}

    void add(int articles, int tooShortOnes, int onesInOtherLanguage, List<TurnedAway> turnedAway) {
        written += articles;
        tooShort += tooShortOnes;
        inOtherLanguage += onesInOtherLanguage;
        causes.addAll(turnedAway);
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
        return causes.documents();
    }

    /** The same by their causes. */
    public Causes causes() {
        return causes;
    }
}
