package io.ghirbal.ingest.source;

/** What a source knows of a line: the letters of {@link SourceDocument#lineHints()}. */
enum LineKind {
    /** A paragraph of the article. */
    BODY('B'),
    /** The headline, or a heading inside the article. */
    HEADING('H'),
    /** The caption of a picture. */
    CAPTION('C'),
    /** A menu, a path of sections, a bar of buttons. */
    NAVIGATION('N'),
    /** Nothing but links. */
    LINKS('L'),
    /** The foot of the page or of the article. */
    FOOTER('F'),
    /** Beside the article. */
    ASIDE('A'),
    /** A form, or what readers entered in one. */
    FORM('M'),
    /** Nothing is known. */
    UNKNOWN('-');

    private final char letter;

    LineKind(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    /** Whether it is a part of a page beside its article. */
    boolean isBeside() {
        return this == NAVIGATION || this == FOOTER || this == ASIDE || this == FORM;
    }
}
