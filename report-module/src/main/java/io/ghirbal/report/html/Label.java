package io.ghirbal.report.html;

/**
 * The same words in the two languages of the report.
 *
 * @param ar Arabic
 * @param en English
 */
record Label(String ar, String en) {}
