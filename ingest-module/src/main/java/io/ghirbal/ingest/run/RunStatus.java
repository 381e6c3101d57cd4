package io.ghirbal.ingest.run;

/** How far a run is. */
public enum RunStatus {
    /** It runs, or it was killed. */
    RUNNING,
    /** It did all its work. */
    COMPLETED,
    /** It broke off with an error. */
    FAILED,
    /** It was asked to stop. */
    STOPPED
}
