package io.ghirbal.report.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What a filter reads and writes, byte by byte.
 *
 * @param in standard input
 * @param out standard output
 */
record StandardStreams(InputStream in, OutputStream out) {
    /** Those of the process. */
    static StandardStreams ofProcess() {
        return new StandardStreams(System.in, new FileOutputStream(FileDescriptor.out));
    }
}
