package io.ghirbal.ingest.source;

/**
 * The value of a field of a record, whatever the format.
 *
 * @param kind what it is
 * @param text a string or number as it is written; lists and objects as JSON; empty for {@link Kind#NULL}
 */
record FieldValue(Kind kind, String text) {
    /** What a value is, and how a message calls it. */
    enum Kind {
        STRING("a string"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        LIST("an array"),
        OBJECT("an object"),
        NULL("null");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        /** With its article, for the middle of a sentence. */
        String title() {
            return title;
        }
    }

    static final FieldValue NONE = new FieldValue(Kind.NULL, "");

    static FieldValue string(String text) {
        return new FieldValue(Kind.STRING, text);
    }

    boolean isStructure() {
        return kind == Kind.LIST || kind == Kind.OBJECT;
    }
}
