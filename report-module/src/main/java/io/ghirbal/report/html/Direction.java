package io.ghirbal.report.html;

/**
 * Which way a line of news runs. The first letter alone does not tell: "CNN بالعربية" runs from right to left, and so does a line without
 * any letter between others that do.
 */
final class Direction {
    private Direction() {}

    /** {@code rtl} or {@code ltr}, as an attribute of HTML has it. */
    static String of(String line) {
        long rightToLeft = line.codePoints().filter(Direction::isRightToLeft).count();
        long leftToRight = line.codePoints().filter(Direction::isLeftToRight).count();
        boolean startsRightToLeft = line.codePoints()
                .filter(c -> isRightToLeft(c) || isLeftToRight(c))
                .limit(1)
                .allMatch(Direction::isRightToLeft);
        return startsRightToLeft || rightToLeft >= leftToRight ? "rtl" : "ltr";
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isLeftToRight(int c) {
        return Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }
}
