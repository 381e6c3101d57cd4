package io.ghirbal.report.cli;

/** What the process answers to the scheduler that started it. Part of the contract; documented in the README. */
final class ExitCode {
    static final int COMPLETE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int COMPLETE_WITH_REJECTIONS = 3;
    static final int ANOTHER_RUN_IS_ACTIVE = 4;
    static final int STOPPED = 5;

    private ExitCode() {}
}
