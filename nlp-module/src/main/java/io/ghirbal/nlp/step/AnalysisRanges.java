package io.ghirbal.nlp.step;

import io.ghirbal.ingest.run.NewsStep;
import io.ghirbal.ingest.run.RunParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cuts the articles into ranges that can be analysed side by side, by the first digits of their ids. An id is a SHA-256, so that equal
 * parts of the digits hold equal numbers of articles, and no article need be looked at to cut them.
 */
class AnalysisRanges implements Partitioner, StepExecutionListener {
    /** Key of a range's context: its first digits; an article is in the range whose id follows it. */
    static final String FROM = "from";

    /** Key of a range's context: the first digits of the next range. */
    static final String TO = "to";

    /** Small enough that threads end at nearly the same time, large enough that entering a range in the job repository costs nothing. */
    private static final int ARTICLES = 2_500;

    /** One for each value of three hexadecimal digits: for a billion articles a quarter of a million each. */
    private static final int MOST_RANGES = 0x1000;

    private static final int DIGITS = 4;
    private static final int VALUES = 1 << (4 * DIGITS);

    /** What comes behind every id: the letter after the last hexadecimal digit. */
    private static final String END = "g";

    private static final String STORED = "select coalesce(sum(documents_stored), 0) from run";

    private final JdbcClient database;
    private final RunParameters run;

    /** @param run the run that analyses */
    AnalysisRanges(JdbcClient database, RunParameters run) {
        this.database = database;
        this.run = run;
    }

    @Override
    public void beforeStep(StepExecution step) {
        step.getExecutionContext().putLong(NewsStep.EXPECTED, expected());
    }

    /**
     * From the counts of the runs: to count the articles themselves would be to read them all twice. Those without an analysis are of
     * runs that did not come to their end, but of a run that goes on some have one already.
     */
    private long expected() {
        long stored = database.sql(run.reanalyse() ? STORED : STORED + " where status <> 'COMPLETED'")
                .query(Long.class)
                .single();
        long done = database.sql("select count(*) from article_analysis where run_id = :run")
                .param("run", run.run())
                .query(Long.class)
                .single();
        return Math.max(0, stored - done);
    }

    /**
     * The ranges by their names. What is analysed is told by the database; so a run that goes on may cut them otherwise than it did before.
     *
     * @param gridSize not used: the number depends on the articles alone
     */
    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        return cut(expected());
    }

    /** @param articles about how many there are to analyse */
    static Map<String, ExecutionContext> cut(long articles) {
        int count = (int) Math.max(1, Math.min(MOST_RANGES, (articles + ARTICLES - 1) / ARTICLES));
        Map<String, ExecutionContext> ranges = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String from = i == 0 ? "" : digits(i, count);
            String to = i + 1 == count ? END : digits(i + 1, count);
            ExecutionContext range = new ExecutionContext();
            range.putString(FROM, from);
            range.putString(TO, to);
            ranges.put("%s-%s".formatted(i == 0 ? "0" : from, to), range);
        }
        return ranges;
    }

    private static String digits(int index, int count) {
        return "%04x".formatted((long) VALUES * index / count);
    }
}
