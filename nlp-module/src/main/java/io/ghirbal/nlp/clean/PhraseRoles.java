package io.ghirbal.nlp.clean;

import io.ghirbal.nlp.clean.Page.Place;
import io.ghirbal.nlp.clean.Vocabulary.Phrase;
import io.ghirbal.nlp.clean.Vocabulary.Scope;
import io.ghirbal.nlp.clean.Vocabulary.WordClass;

/** The roles that the phrases of a line speak for. A phrase that is all of the line always does; beside other words it must fit them. */
final class PhraseRoles {
    private static final int MOST_DATE_WORDS = 16;
    private static final int MOST_CARD_WORDS = 14;
    private static final int MOST_NOTICE_WORDS = 60;
    private static final int MOST_LABELLED_WORDS = 9;
    private static final int MOST_SIGN_WORDS = 12;

    private final Page page;
    private final PageLayout layout;
    private final ListItems lists;
    private final SentenceForm sentences;
    private final Appeals appeals;

    PhraseRoles(Evidence evidence, Appeals appeals) {
        this.page = evidence.page();
        this.layout = evidence.layout();
        this.lists = evidence.lists();
        this.sentences = evidence.sentences();
        this.appeals = appeals;
    }

    int of(int i) {
        int roles = 0;
        if (page.opensWithPhrase(i)) {
            roles |= of(i, page.phrase(page.openingPhrase[i]), page.openingPlace(i));
        }
        if (page.innerPhrase[i] != Page.NO_PHRASE) {
            roles |= of(i, page.phrase(page.innerPhrase[i]), page.innerPlace(i));
        }
        return roles;
    }

    private int of(int i, Phrase phrase, Place place) {
        boolean allowed = place == Place.WHOLE || (!belongsToSentence(i, phrase, place) && fits(i, phrase, place));
        return allowed ? Role.all(phrase.kind()) : 0;
    }

    private boolean belongsToSentence(int i, Phrase phrase, Place place) {
        return (!place.isLabel() && (sentences.isReport(i) || sentences.endsOpen(i)))
                || sentences.goesOnBelow(i)
                || (phrase.words() == 1 && sentences.isBroken(i));
    }

    private boolean fits(int i, Phrase phrase, Place place) {
        int words = page.wordCount(i);
        int rights = page.classCount(i, WordClass.RIGHTS);
        boolean labelled = place.isLabel();
        boolean sentence = sentences.isSentence(i);
        boolean listed = lists.isLabelled(i);
        boolean single = phrase.words() == 1;
        boolean anywhere = phrase.scope() == Scope.ANYWHERE;
        // "watch: …" above everything is the headline of the article itself
        boolean heads = i == 0 && layout.shape[i] != PageLayout.SHORT;
        return switch (phrase.kind()) {
            case SOURCE, BYLINE ->
                !listed
                        && (labelled || !sentence || page.classCount(i, WordClass.SPEECH) == 0)
                        && ((labelled && page.classCount(i, WordClass.NETWORK) >= 2)
                                || anywhere
                                || (words <= MOST_CARD_WORDS && !(labelled && sentence)));
            case DATE -> words <= MOST_DATE_WORDS && !sentence;
            case TAGS -> true;
            case NAVIGATION -> anywhere || (!sentence && words <= MOST_SIGN_WORDS && !listed);
            case SHARE, OTHER, AD -> (!sentence || words <= MOST_LABELLED_WORDS || anywhere) && !listed;
            case CAPTION -> !heads && (!sentence || !single) && !listed;
            case PROMO, FEEDBACK -> words <= MOST_NOTICE_WORDS && (!single || !sentence || appeals.speaksToReader(i));
            case LEGAL ->
                words <= 3 * MOST_NOTICE_WORDS
                        && (place != Place.INSIDE_LONG || rights >= 3)
                        && (!single || !sentence || rights >= 2);
            case RELATED_LINKS -> !heads && words <= MOST_NOTICE_WORDS && (!single || !sentence || labelled);
            case RELATED_ARTICLE, DUPLICATE -> false;
        };
    }
}
