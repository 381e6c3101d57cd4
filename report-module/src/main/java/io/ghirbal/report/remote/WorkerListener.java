package io.ghirbal.report.remote;

import java.time.Duration;

/** Is told what a worker does, by several threads. */
public interface WorkerListener {
    /**
     * A range was analysed to its end.
     *
     * @param range its name
     * @param articles articles of it, without those analysed before
     */
    void rangeDone(String range, long articles, Duration took);

    /** The broker was lost; the worker tries again until it is back, and told of once. */
    void brokerLost(BrokerUnavailableException loss);

    /** The broker is back. */
    void brokerBack();
}
