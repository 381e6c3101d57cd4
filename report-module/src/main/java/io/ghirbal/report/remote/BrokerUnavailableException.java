package io.ghirbal.report.remote;

/** The broker can't be reached, or was lost while in use. The message is one line, fit for a user. */
public class BrokerUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokerUnavailableException(Broker broker, Throwable cause) {
        super(
                "cannot reach the broker %s: %s. Is it running, and is the address right?"
                        .formatted(broker.shown(), broker.withoutPassword(reason(cause))),
                cause);
    }

    /** What lies deepest says it best: the outermost is only that no session could be made. */
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null
                ? deepest.getClass().getSimpleName()
                : message.lines()
                        .findFirst()
                        .orElse("")
                        .strip()
                        .replaceFirst("^AMQ[0-9]+: ", "")
                        .replaceFirst("[.]+$", "");
    }
}
