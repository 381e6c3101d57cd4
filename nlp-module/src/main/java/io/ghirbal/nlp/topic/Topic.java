package io.ghirbal.nlp.topic;

/**
 * A topic of a taxonomy.
 *
 * @param code its code, such as {@code medtop:11000000}
 * @param name English name
 * @param nameAr Arabic name
 */
public record Topic(String code, String name, String nameAr) {}
