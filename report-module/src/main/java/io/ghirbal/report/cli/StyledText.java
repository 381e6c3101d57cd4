package io.ghirbal.report.cli;

import io.ghirbal.report.export.Visible;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Text for a terminal. Colours are orders to the terminal that no text may give, so each piece of text is made harmless before it is
 * coloured; not by the markup of picocli, which a text may hold too.
 *
 * @param coloured whether the output may order colours
 */
record StyledText(boolean coloured) {
    /** {@code text} without the power to command a terminal, in {@code styles} where colours are wanted. */
    String of(String text, IStyle... styles) {
        String harmless = Visible.of(text);
        if (!coloured || styles.length == 0) {
            return harmless;
        }
        String on = Arrays.stream(styles).map(IStyle::on).collect(Collectors.joining());
        return on + harmless + Style.reset.off();
    }
}
