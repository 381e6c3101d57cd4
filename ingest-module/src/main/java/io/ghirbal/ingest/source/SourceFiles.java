package io.ghirbal.ingest.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The files under some inputs, in an order that does not depend on the machine: inputs as given, files of an input by their relative
 * path, compared by UTF-16 code units. A folder that cannot be read stands in that order under its name with a slash. Holds the
 * names in the folders it is in, some 100 bytes each, not those of all files.
 *
 * <p>Inside a folder, names that begin with a dot are passed over, as tools keep their own files under them; an input itself may be
 * called so. Links are followed; one that leads back to a folder it lies in is reported and not entered. Neither is one that leads to a
 * folder that was read through a link before, for a few links can lay a folder out a million times.
 */
final class SourceFiles {
    /** Longest relative path, in UTF-8 bytes; a PostgreSQL index holds no more than about 2,700. */
    private static final int MAX_NAME_BYTES = 2000;

    private final List<Path> inputs;
    private final Predicate<Path> passedOver;
    private final Predicate<String> takes;
    private final Predicate<String> isRead;
    private int input = -1;
    private final Deque<Folder> open = new ArrayDeque<>();
    private final Set<Path> linked = new HashSet<>();

    /**
     * @param passedOver files and folders inside the inputs to leave alone, by their real path
     * @param takes whether a file in a folder is one of those to read, by its relative path
     * @param isRead whether a format reads files of a name
     */
    SourceFiles(List<Path> inputs, Predicate<Path> passedOver, Predicate<String> takes, Predicate<String> isRead) {
        this.inputs = inputs;
        this.passedOver = passedOver;
        this.takes = takes;
        this.isRead = isRead;
    }

    /**
     * A folder on the way down and what of it is still to come, last first. Kept are the mere names, for there may be a million.
     *
     * @param prefix what the names of its files begin with; empty or ending in {@code /}
     * @param left names, those of folders ending in {@code /}
     * @param odd the paths of those names that lead to none, as Java could not decode them
     * @param alike by the first file of an ending that no format reads: how many more there are, which are not among those left
     */
    private record Folder(
            Path path, Path real, String prefix, List<String> left, Map<String, Path> odd, Map<String, Integer> alike) {
        Path resolve(String name) {
            Path known = odd.get(name);
            return known == null ? path.resolve(name) : known;
        }
    }

    /** The next file, or null after the last. */
    @Nullable SourceFile next() {
        while (true) {
            Folder folder = open.peek();
            SourceFile found;
            if (folder == null) {
                if (++input >= inputs.size()) {
                    return null;
                }
                linked.clear();
                Path path = inputs.get(input);
                found = Files.isDirectory(path) ? enter(path, "", nameOf(path)) : file(path, nameOf(path), 0);
            } else if (folder.left.isEmpty()) {
                open.pop();
                continue;
            } else {
                String last = folder.left.remove(folder.left.size() - 1);
                String name = folder.prefix + last;
                found = last.endsWith("/")
                        ? enter(folder.resolve(last), name, name)
                        : file(folder.resolve(last), name, folder.alike.getOrDefault(last, 0));
            }
            if (found != null) {
                return found;
            }
        }
    }

    /** Goes into a folder; answers null, or the problem of doing so. */
    private @Nullable SourceFile enter(Path path, String prefix, String name) {
        try {
            Path real = path.toRealPath();
            if (open.stream().anyMatch(folder -> folder.real.equals(real))) {
                return problem(path, name, "The folder is a link that leads back to itself; remove the link.");
            }
            if (!open.isEmpty() && Files.isSymbolicLink(path) && !linked.add(real)) {
                return problem(
                        path, name, "The folder was read through another link already; remove one of the links.");
            }
            List<String> names = new ArrayList<>();
            Map<String, Path> odd = new HashMap<>();
            try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
                for (Path child : children) {
                    String childName = nameOf(child);
                    if (!childName.startsWith(".") && !passedOver.test(real.resolve(child.getFileName()))) {
                        boolean directory = Files.isDirectory(child);
                        if (!directory && !takes.test(prefix + childName)) {
                            continue;
                        }
                        // A folder is compared with its slash, so that the order is that of whole paths.
                        String found = directory ? childName + "/" : childName;
                        names.add(found);
                        if (!childName.equals(child.getFileName().toString())) {
                            odd.put(found, child);
                        }
                    }
                }
            }
            names.sort(Comparator.reverseOrder());
            open.push(new Folder(path, real, prefix, names, odd, takeAlike(names)));
            return null;
        } catch (IOException | DirectoryIteratorException e) {
            return problem(path, name, "The folder cannot be read (%s); check its permissions.".formatted(reason(e)));
        }
    }

    /** Leaves of the files of an ending that no format reads only the first, which stands last, among {@code names}. */
    private Map<String, Integer> takeAlike(List<String> names) {
        Map<String, String> firsts = new HashMap<>();
        Map<String, Integer> alike = new HashMap<>();
        for (int i = names.size() - 1; i >= 0; i--) {
            String name = names.get(i);
            if (!name.endsWith("/") && !isRead.test(name)) {
                String first = firsts.putIfAbsent(ending(name), name);
                if (first != null) {
                    alike.merge(first, 1, Integer::sum);
                    names.set(i, "");
                }
            }
        }
        names.removeIf(String::isEmpty);
        return alike;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    private SourceFile file(Path path, String name, int alike) {
        int length = name.getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_NAME_BYTES) {
            return problem(
                    path,
                    name,
                    "The path below the input has %,d bytes, the most is %,d; give a folder further down as the input."
                            .formatted(length, MAX_NAME_BYTES));
        }
        if (Files.isRegularFile(path)) {
            return new SourceFile(input, name, path, null, alike);
        }
        if (Files.isSymbolicLink(path)) {
            return problem(path, name, "The link leads nowhere; repair or remove it.");
        }
        return Files.notExists(path)
                ? problem(path, name, "The file does not exist; check the path.")
                : problem(path, name, "This is no regular file but a device or a pipe; give a file.");
    }

    private SourceFile problem(Path path, String name, String problem) {
        return new SourceFile(input, name, path, problem, 0);
    }

    /** Why an operation on a file failed, in a word or a few; Java's own messages often are the bare path. */
    static String reason(Exception failure) {
        Throwable e = failure instanceof DirectoryIteratorException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        if (e instanceof NoSuchFileException) {
            return "it does not exist any more";
        }
        if (e instanceof AccessDeniedException) {
            return "access denied";
        }
        String message = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        String words = message == null ? e.getClass().getSimpleName() : message;
        return words.lines().findFirst().orElse(words).strip();
    }

    /**
     * The last name of a path. Java decodes names with the charset of the locale; where that loses something, as under the POSIX locale,
     * the bytes are taken from the URI and read as UTF-8, so that two files never get one name.
     */
    private static String nameOf(Path path) {
        Path last = path.getFileName() == null ? path : path.getFileName();
        String name = last.toString();
        if (name.indexOf('\uFFFD') < 0) {
            return name;
        }
        String uri = path.toUri().getRawPath();
        String escaped = uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
        escaped = escaped.substring(escaped.lastIndexOf('/') + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.write(Integer.parseInt(escaped, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.write(escaped.charAt(i));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            return escaped;
        }
    }
}
