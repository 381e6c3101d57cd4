package io.ghirbal.ingest.source;

/** Why a document is turned away. */
public enum RejectionCause {
    /** There is no text in it: no byte, or nothing but white space, a byte order mark or invisible characters. */
    EMPTY,
    /** It is no text: a PDF, an image, an archive, or characters that no text holds, U+0000 first of all. */
    BINARY,
    /** It is text, but its bytes are damaged or in a charset that is not recognised. */
    UNDECODABLE,
    /** Its structure is sound, but no field holds the text. */
    NO_TEXT,
    /** Its structure is broken: a line that is no JSON object, a field that cannot be what it says. */
    MALFORMED,
    /** It is over the size limit. */
    TOO_LARGE,
    /** The file cannot be opened or read to its end. */
    UNREADABLE,
    /** No format reads files of this name, or what the file says it holds at this place. */
    UNSUPPORTED
}
