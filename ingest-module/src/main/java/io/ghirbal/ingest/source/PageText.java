package io.ghirbal.ingest.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The text that a page shows, a line for each heading, paragraph, list item, caption and cell, with what the page says of each line.
 * Markup inside a line is joined, {@code <br>} ends a line, and what is not shown is left out.
 *
 * <p>The tree is walked without recursion. It is cut into blocks, numbered from its root down, so that sums go from the last to the first
 * and what a block is of goes from the first to the last.
 */
final class PageText {
    private static final int FEWEST_WORDS = 8;
    /** A line or a block of so large a share of links is one of links. */
    private static final double ALL_LINKS = 0.9;

    private static final double MOSTLY_LINKS = 0.75;
    private static final int FEWEST_LINKS = 3;
    /** The element that has such a share of the paragraphs of a page holds its article. */
    private static final double MOST_OF_ARTICLE = 0.7;

    /** A page of which less is left, in characters of paragraphs, and so small a share of them, may have lost its article. */
    private static final int SHORTEST_ARTICLE = 400;

    private static final double LEAST_OF_PROSE = 0.25;
    private static final double HALF = 0.5;
    private static final int SHORTEST_HEADLINE = 12;
    /** Characters; some two lines of what a site says of itself. */
    private static final int MOST_PROSE_OF_MENU = 250;

    private final String text;
    private final String hints;

    private PageText(String text, String hints) {
        this.text = text;
        this.hints = hints;
    }

    /** Reads {@code document}; {@code title} is the headline that the page says it has, or null. */
    static PageText of(Document document, @Nullable String title) {
        Walk walk = new Walk();
        walk.walk(document.body());
        LineKind[] kinds = new Layout(walk, title).kinds();
        StringBuilder text = new StringBuilder();
        StringBuilder hints = new StringBuilder();
        for (int i = 0; i < kinds.length; i++) {
            text.append(i == 0 ? "" : "\n").append(walk.lines.get(i).text);
            hints.append(kinds[i].letter());
        }
        return new PageText(text.toString(), hints.toString());
    }

    /** The lines, with line feeds between them; empty when the page shows none. */
    String text() {
        return text;
    }

    /** A letter of {@link LineKind} for each line. */
    String hints() {
        return hints;
    }

    /** Whether anything in the page reads like a paragraph. */
    boolean hasParagraphs() {
        return text.lines().anyMatch(line -> words(line) >= FEWEST_WORDS);
    }

    private static int words(String line) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < line.length(); i++) {
            boolean letter = Character.isLetterOrDigit(line.charAt(i));
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && line.charAt(i) != ' ');
        }
        return words;
    }

    /** A line of the page. */
    private static final class Line {
        final String text;
        /** The innermost block it stands in. */
        final int block;

        final boolean heading;
        final int words;
        final int characters;
        final int linked;

        Line(String text, int block, boolean heading, int characters, int linked) {
            this.text = text;
            this.block = block;
            this.heading = heading;
            this.words = words(text);
            this.characters = characters;
            this.linked = linked;
        }

        boolean isLinks() {
            return linked >= ALL_LINKS * characters;
        }

        /** How much of the article it may be: the characters of a paragraph that are no link. */
        int prose() {
            return words >= FEWEST_WORDS && !heading ? characters - linked : 0;
        }
    }

    /** A part of the page that begins and ends a line. */
    private static final class Block {
        final int parent;
        final Element element;
        final LineKind part;
        /** The block behind its last. */
        int end;

        Block(int parent, Element element, LineKind part) {
            this.parent = parent;
            this.element = element;
            this.part = part;
        }
    }

    /** An element on the way down. */
    private static final class Frame {
        final Element element;
        final boolean opensBlock;
        final int block;
        final boolean linked;
        final boolean preformatted;
        final boolean heading;
        final boolean paragraph;
        int next;

        Frame(Element element, boolean opensBlock, int block, @Nullable Frame above) {
            String name = element.normalName();
            this.element = element;
            this.opensBlock = opensBlock;
            this.block = block;
            this.linked = (above != null && above.linked) || (name.equals("a") && element.hasAttr("href"));
            this.preformatted = (above != null && above.preformatted) || name.equals("pre");
            this.heading = PageParts.isHeading(element) || (above != null && above.heading);
            this.paragraph = name.equals("p") || (above != null && above.paragraph);
        }
    }

    /** Finds blocks and lines. */
    private static final class Walk {
        final PageParts parts = new PageParts();
        final List<Block> blocks = new ArrayList<>();
        final List<Line> lines = new ArrayList<>();
        private final List<Frame> open = new ArrayList<>();
        private final StringBuilder line = new StringBuilder();
        private int lineBlock;
        private boolean lineHeading;
        private int characters;
        private int linked;
        private boolean space;

        void walk(Element root) {
            enter(root, null);
            while (!open.isEmpty()) {
                Frame frame = open.get(open.size() - 1);
                if (frame.next == frame.element.childNodeSize()) {
                    leave(frame);
                    continue;
                }
                Node child = frame.element.childNode(frame.next++);
                if (child instanceof TextNode text) {
                    append(text.getWholeText(), frame);
                } else if (child instanceof Element element && !PageParts.isHidden(element)) {
                    if (element.normalName().equals("br")) {
                        end();
                    } else {
                        enter(element, frame);
                    }
                }
            }
        }

        private void enter(Element element, @Nullable Frame above) {
            LineKind part = above == null ? LineKind.UNKNOWN : parts.partOf(element, above.paragraph);
            boolean block = above == null || part != LineKind.UNKNOWN || !PageParts.isInline(element);
            int number = above == null ? 0 : above.block;
            if (block) {
                end();
                blocks.add(new Block(number, element, part));
                number = blocks.size() - 1;
            }
            open.add(new Frame(element, block, number, above));
        }

        private void leave(Frame frame) {
            open.remove(open.size() - 1);
            if (frame.opensBlock) {
                end();
                blocks.get(frame.block).end = blocks.size();
            }
        }

        private void append(String text, Frame frame) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (isSpace(c)) {
                    if (c == '\n' && frame.preformatted) {
                        end();
                    }
                    space = line.length() > 0;
                    continue;
                }
                if (line.length() == 0) {
                    lineBlock = frame.block;
                    lineHeading = frame.heading;
                } else if (space) {
                    line.append(' ');
                }
                space = false;
                line.append(c);
                characters++;
                linked += frame.linked ? 1 : 0;
            }
        }

        /** White space of HTML, and what else ends a line somewhere. */
        private static boolean isSpace(char c) {
            return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
        }

        private void end() {
            if (line.length() > 0) {
                String text = line.toString();
                if (!TextDecoder.isBlank(text)) {
                    lines.add(new Line(text, lineBlock, lineHeading, characters, linked));
                }
                line.setLength(0);
            }
            characters = 0;
            linked = 0;
            space = false;
        }
    }

    /** Tells the parts of a page: where its article stands, and what stands beside it. */
    private static final class Layout {
        private final PageParts parts;
        private final List<Block> blocks;
        private final List<Line> lines;
        private final @Nullable String title;
        private final LineKind[] part;
        private final long[] prose;
        private final long[] characters;
        private final long[] linked;
        private final int[] links;
        /** The line of the headline, -1 when there is none. */
        private final int headline;

        Layout(Walk walk, @Nullable String title) {
            this.parts = walk.parts;
            this.blocks = walk.blocks;
            this.lines = walk.lines;
            this.title = title;
            int count = blocks.size();
            part = new LineKind[count];
            for (int b = 0; b < count; b++) {
                part[b] = blocks.get(b).part;
            }
            prose = new long[count];
            characters = new long[count];
            linked = new long[count];
            links = new int[count];
            for (Line line : lines) {
                prose[line.block] += line.prose();
                characters[line.block] += line.characters;
                linked[line.block] += line.linked;
                links[line.block] += line.isLinks() ? 1 : 0;
            }
            for (int b = count - 1; b > 0; b--) {
                int parent = blocks.get(b).parent;
                prose[parent] += prose[b];
                characters[parent] += characters[b];
                linked[parent] += linked[b];
                links[parent] += links[b];
            }
            headline = findHeadline();
        }

        /** What each line is. If that left hardly a paragraph, the words of classes are not believed, nor at last the page itself. */
        LineKind[] kinds() {
            LineKind[] kinds = find();
            if (leavesTheArticle(kinds)) {
                return kinds;
            }
            for (int b = 1; b < part.length; b++) {
                part[b] = blocks.get(b).part == LineKind.UNKNOWN
                        ? LineKind.UNKNOWN
                        : PageParts.partByName(blocks.get(b).element);
            }
            kinds = find();
            if (!leavesTheArticle(kinds)) {
                Arrays.fill(kinds, LineKind.UNKNOWN);
            }
            return kinds;
        }

        private boolean leavesTheArticle(LineKind[] kinds) {
            long left = 0;
            for (int i = 0; i < kinds.length; i++) {
                boolean stays = kinds[i] == LineKind.BODY || kinds[i] == LineKind.UNKNOWN;
                left += stays ? lines.get(i).prose() : 0;
            }
            return left >= SHORTEST_ARTICLE || left >= LEAST_OF_PROSE * prose[0];
        }

        private LineKind[] find() {
            if (headline >= 0) {
                clearPathTo(lines.get(headline).block);
            }
            for (int b = 0; b < part.length; b++) {
                // what holds half of the paragraphs is not beside them, whatever its class; readers may well write more
                // than the author
                if (part[b].isBeside() && prose[b] > HALF * prose[0] && !parts.isComments(blocks.get(b).element)) {
                    part[b] = LineKind.UNKNOWN;
                }
                // no menu and no bar of buttons holds paragraphs
                if (part[b] == LineKind.NAVIGATION
                        && prose[b] > MOST_PROSE_OF_MENU
                        && prose[b] > HALF * characters[b]) {
                    part[b] = LineKind.UNKNOWN;
                }
            }
            boolean[] beside = beside();
            int said = findMain(beside);
            if (said >= 0) {
                clearPathTo(said);
            }
            spreadDown();
            int main = said >= 0 ? said : findFullest();
            LineKind[] kinds = new LineKind[lines.size()];
            for (int i = 0; i < kinds.length; i++) {
                kinds[i] = kind(i, main, said >= 0);
            }
            return kinds;
        }

        private LineKind kind(int i, int main, boolean said) {
            Line line = lines.get(i);
            if (i == headline) {
                return LineKind.HEADING;
            }
            if (part[line.block] != LineKind.UNKNOWN) {
                return part[line.block];
            }
            boolean inMain = main >= 0 && isIn(line.block, main);
            if (line.heading) {
                return isTitle(line.text)
                        ? LineKind.HEADING
                        : line.isLinks() ? LineKind.LINKS : inMain ? LineKind.HEADING : behindMain(line, main, said);
            }
            if (line.isLinks()) {
                return LineKind.LINKS;
            }
            if (inMain) {
                return said && line.words >= FEWEST_WORDS && line.linked < HALF * line.characters
                        ? LineKind.BODY
                        : LineKind.UNKNOWN;
            }
            if (headline > i && line.words < FEWEST_WORDS) {
                return LineKind.NAVIGATION;
            }
            return behindMain(line, main, said);
        }

        private LineKind behindMain(Line line, int main, boolean said) {
            return said && line.block >= blocks.get(main).end ? LineKind.ASIDE : LineKind.UNKNOWN;
        }

        private boolean isIn(int block, int outer) {
            return block >= outer && block < blocks.get(outer).end;
        }

        /** The heading that says the title; else the first of the highest rank that is not of the site. */
        private int findHeadline() {
            int first = -1;
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                if (!line.heading) {
                    continue;
                }
                if (isTitle(line.text)) {
                    return i;
                }
                if (first < 0 && blocks.get(line.block).element.normalName().equals("h1") && !isBeside(line.block)) {
                    first = i;
                }
            }
            return first;
        }

        private boolean isTitle(String line) {
            if (title == null) {
                return false;
            }
            String said = letters(title);
            String shown = letters(line);
            return said.equals(shown)
                    || (Math.min(said.length(), shown.length()) >= SHORTEST_HEADLINE
                            && (said.contains(shown) || shown.contains(said)));
        }

        private static String letters(String line) {
            StringBuilder letters = new StringBuilder();
            line.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
            return letters.toString();
        }

        /** What the article or its headline stands in is not beside it. */
        private void clearPathTo(int block) {
            for (int b = block; b > 0; b = blocks.get(b).parent) {
                part[b] = LineKind.UNKNOWN;
            }
        }

        private boolean isBeside(int block) {
            for (int b = block; b > 0; b = blocks.get(b).parent) {
                if (part[b].isBeside()) {
                    return true;
                }
            }
            return false;
        }

        private boolean[] beside() {
            boolean[] beside = new boolean[part.length];
            for (int b = 1; b < part.length; b++) {
                beside[b] = beside[blocks.get(b).parent] || part[b].isBeside() || part[b] == LineKind.CAPTION;
            }
            return beside;
        }

        /** The block that the site says holds the article: by its properties or class, as an article, as the main part; -1 for none. */
        private int findMain(boolean[] beside) {
            List<Integer> contents = new ArrayList<>();
            List<Integer> articles = new ArrayList<>();
            List<Integer> mains = new ArrayList<>();
            for (int b = 1; b < part.length; b++) {
                Element element = blocks.get(b).element;
                if (beside[b] || prose[b] == 0) {
                    continue;
                }
                if (PageParts.isContent(element)) {
                    contents.add(b);
                } else if (element.normalName().equals("article")) {
                    articles.add(b);
                } else if (PageParts.isMain(element)) {
                    mains.add(b);
                }
            }
            for (List<Integer> candidates : List.of(contents, articles, mains)) {
                int main = fullest(candidates, beside);
                if (main >= 0) {
                    return main;
                }
            }
            return -1;
        }

        /** The one that holds the paragraphs; of several that share them the block around them. */
        private int fullest(List<Integer> candidates, boolean[] beside) {
            long all = 0;
            for (Line line : lines) {
                all += beside[line.block] ? 0 : line.prose();
            }
            int best = -1;
            for (int b : candidates) {
                best = best < 0 || prose[b] > prose[best] ? b : best;
            }
            if (best < 0 || prose[best] > HALF * all) {
                return best;
            }
            int around = best;
            for (int b : candidates) {
                while (!isIn(b, around)) {
                    around = blocks.get(around).parent;
                }
            }
            return around > 0 && prose[around] > HALF * all ? around : -1;
        }

        /** Without a word of the site, the smallest block that holds most of the paragraphs; -1 for none. */
        private int findFullest() {
            long[] own = new long[part.length];
            for (Line line : lines) {
                own[line.block] += part[line.block] == LineKind.UNKNOWN ? line.prose() : 0;
            }
            for (int b = part.length - 1; b > 0; b--) {
                own[blocks.get(b).parent] += own[b];
            }
            int fullest = -1;
            for (int b = 0; b < part.length; b++) {
                fullest = own[b] > 0 && own[b] >= MOST_OF_ARTICLE * own[0] ? b : fullest;
            }
            return fullest;
        }

        /** What a block is of, all in it is of; and a block of links is of links. */
        private void spreadDown() {
            for (int b = 1; b < part.length; b++) {
                LineKind above = part[blocks.get(b).parent];
                if (above != LineKind.UNKNOWN) {
                    part[b] = above;
                } else if (part[b] == LineKind.UNKNOWN
                        && links[b] >= FEWEST_LINKS
                        && linked[b] >= MOSTLY_LINKS * characters[b]
                        && prose[b] * 4 < characters[b]
                        && (headline < 0 || !isIn(lines.get(headline).block, b))) {
                    part[b] = LineKind.LINKS;
                }
            }
        }
    }
}
