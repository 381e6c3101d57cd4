package io.ghirbal.ingest.source;

import com.github.luben.zstd.util.Native;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The native library that reads Zstandard. It must be a file before it can be loaded, and by itself goes into the folder for temporary files,
 * which a service often may not write.
 */
final class ZstdLibrary {
    private ZstdLibrary() {}

    /**
     * Loads the library, once for all callers, from the first folder that it can be unpacked to: that for temporary files, the one that the
     * program was started in, the user's own.
     *
     * @throws IOException when none of them will do; the message names them
     */
    static synchronized void load() throws IOException {
        if (Native.isLoaded()) {
            return;
        }
        List<String> tried = new ArrayList<>();
        for (File folder : Stream.of("java.io.tmpdir", "user.dir", "user.home")
                .map(System::getProperty)
                .distinct()
                .map(File::new)
                .toList()) {
            try {
                Native.load(folder);
                return;
            } catch (UnsatisfiedLinkError | ExceptionInInitializerError e) {
                tried.add(folder.getPath());
            }
        }
        throw new IOException(
                "the library of Zstandard can be unpacked into none of the folders %s; let -Djava.io.tmpdir=FOLDER name one that may be written"
                        .formatted(String.join(", ", tried)));
    }
}
