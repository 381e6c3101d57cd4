package io.ghirbal.nlp.clean;

/** What a removed line is. The names are part of the output contract. */
public enum BoilerplateKind {
    /** A heading such as "read also" and the headlines under it, or a single inline "read also" line. */
    RELATED_LINKS,
    /** A second, complete article pasted after the first one. */
    RELATED_ARTICLE,
    /** A line of its own that names where the text came from. */
    SOURCE,
    /** A line of its own with the time of publication, update or retrieval. */
    DATE,
    /** The author's name or card on a line of its own. */
    BYLINE,
    /** A caption or credit of a picture or video, player text. */
    CAPTION,
    /** Follow us, subscribe, our app, our channels, newsletter. */
    PROMO,
    /** Share, print, send, copy link, social-network buttons, font size. */
    SHARE,
    /** Was this useful, rate, thank you, comment form, comments of readers. */
    FEEDBACK,
    /** Menu, breadcrumb, section name, search box, next and previous, footer links. */
    NAVIGATION,
    /** Key words and tags of the article. */
    TAGS,
    /** Advertisements and sponsored links. */
    AD,
    /** Copyright, terms, disclaimers. */
    LEGAL,
    /** A line that repeats the headline, the lead or a paragraph already kept. */
    DUPLICATE,
    /** Remains of markup, script or style, counters, encoding debris. */
    OTHER
}
