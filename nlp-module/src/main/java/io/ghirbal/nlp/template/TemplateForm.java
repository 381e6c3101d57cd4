package io.ghirbal.nlp.template;

/** Which part of a line repeats. */
public enum TemplateForm {
    /** All of it. */
    LINE,
    /** What stands before its first colon, dash or bar: "link of the report at the paper: …". */
    LABEL,
    /** What stands behind its last dash, bar or bracket: "… - the paper". */
    CREDIT,
    /** Its first words, with which no line begins but those behind the article: "key words …". */
    OPENING,
    /** All of it, and it is the headline of another article of the outlet. */
    HEADLINE
}
