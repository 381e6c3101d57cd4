package io.ghirbal.ingest.run;

/**
 * A process that works on a run, and what it works with.
 *
 * @param version version of the program, at most 40 characters
 * @param rules SHA-256 of the rules of the cleaner, in hexadecimal
 * @param model the topic model, in words and by its SHA-256
 * @param host name of its host, at most 255 characters
 * @param pid its number there
 */
public record RunProcess(String version, String rules, String model, String host, long pid) {}
