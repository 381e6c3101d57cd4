package io.ghirbal.nlp.story.training;

import io.ghirbal.nlp.story.ComparableText;

/**
 * An article that pairs are made of.
 *
 * @param outlet its outlet
 * @param day its day, counted from 1970-01-01; {@link Long#MIN_VALUE} when unknown
 * @param text what is compared of it
 */
record StoryArticle(String id, String outlet, long day, ComparableText text) {}
