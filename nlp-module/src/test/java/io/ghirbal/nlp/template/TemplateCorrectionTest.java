package io.ghirbal.nlp.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateCorrectionTest {
    @Test
    void isReadFromALine() {
        assertThat(TemplateCorrection.parse(
                        List.of("# why", "", "remove\tالنهار\tline\tتابعونا هنا", "keep\tالنهار\tCREDIT\tواس")))
                .containsExactly(
                        new TemplateCorrection(true, "النهار", TemplateForm.LINE, "تابعونا هنا"),
                        new TemplateCorrection(false, "النهار", TemplateForm.CREDIT, "واس"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keep the line | line 2 has 1 fields with tabs between them, not 4: keep or remove, the outlet, the form, the text",
                "drop\to\tline\tنص | line 2 begins with 'drop'; write keep or remove",
                "keep\t \tline\tنص | line 2 names no outlet",
                "keep\to\tword\tنص | line 2 has the form 'word'; write line, label, credit, opening or headline",
                "keep\to\tline\t*** | line 2 needs a text with letters, of at most 600 characters"
            })
    void saysWhatIsWrongWithALine(String line, String message) {
        assertThatThrownBy(() -> TemplateCorrection.parse(List.of("# first", line.replace("\\t", "\t"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void takesOutWhatIsToStayAndAddsWhatIsToGo() {
        TemplateEntry learned = new TemplateEntry(TemplateForm.LINE, "عمود اليوم", "عمود اليوم:", 9, 100);
        List<TemplateEntry> entries = new ArrayList<>(List.of(learned));

        new TemplateCorrection(true, "o", TemplateForm.CREDIT, "- النهار").applyTo(entries);
        new TemplateCorrection(false, "o", TemplateForm.LINE, "عمود اليوم").applyTo(entries);

        assertThat(entries).containsExactly(new TemplateEntry(TemplateForm.CREDIT, "النهار", "- النهار", 0, 0));
    }
}
