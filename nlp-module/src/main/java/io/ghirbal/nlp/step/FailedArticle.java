package io.ghirbal.nlp.step;

import java.util.stream.Stream;

/**
 * An article that the analysis failed at.
 *
 * @param message what it failed with, on one line: the kind of error, what it says, and where it was thrown
 */
record FailedArticle(String articleId, String message) implements AnalysisOutcome {
    /**
     * The article that {@code failure} was thrown at. An error of the virtual machine, such as too little memory, is thrown as it is,
     * for the next article would meet it too; a stack that became too deep is the doing of one article.
     */
    static FailedArticle of(String articleId, Throwable failure) {
        if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
            throw error;
        }
        String what = failure.toString().lines().findFirst().orElse("").strip();
        String where = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.ghirbal."))
                .findFirst()
                .map(frame ->
                        " at %s.%s:%d".formatted(frame.getClassName(), frame.getMethodName(), frame.getLineNumber()))
                .orElse("");
        return new FailedArticle(articleId, printable(what + where));
    }

    /** No database keeps U+0000, and no line of a log other control characters or half a surrogate pair. */
    private static String printable(String message) {
        StringBuilder printable = new StringBuilder();
        message.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .forEach(printable::appendCodePoint);
        return printable.toString();
    }
}
