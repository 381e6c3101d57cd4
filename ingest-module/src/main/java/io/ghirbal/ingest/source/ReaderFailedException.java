package io.ghirbal.ingest.source;

import java.io.IOException;

/**
 * Thrown when a reader fails as none should, say because a class or a library cannot be loaded: that costs the rest of a file, not the
 * run. The message says what it was, for the middle of a sentence.
 */
final class ReaderFailedException extends IOException {
    private static final long serialVersionUID = 1;

    private ReaderFailedException(Throwable cause) {
        super("its reader failed: " + cause, cause);
    }

    /**
     * What to throw instead of {@code failure}. An error of the virtual machine itself, such as too little memory, is thrown as it is, for
     * the next file would meet it too; a stack that became too deep is the doing of one file.
     */
    static ReaderFailedException of(Throwable failure) {
        if (failure instanceof VirtualMachineError error && !(failure instanceof StackOverflowError)) {
            throw error;
        }
        return new ReaderFailedException(failure);
    }
}
