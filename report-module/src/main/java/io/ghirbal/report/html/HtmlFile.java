package io.ghirbal.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import io.ghirbal.report.export.OutputFile;
import io.ghirbal.report.export.Visible;
import java.nio.file.Path;

/** Writes a page from its template, with the controls of any text in it shown instead of obeyed. */
final class HtmlFile {
    private HtmlFile() {}

    /**
     * Writes {@code file}, in place of an earlier one.
     *
     * @param template its file among the templates
     * @param page what the template shows
     * @return {@code file}
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    static Path write(Path file, String template, Object page) {
        TemplateEngine templates = TemplateEngine.createPrecompiled(
                null, ContentType.Html, HtmlFile.class.getClassLoader(), HtmlFile.class.getPackageName());
        return OutputFile.write(file, out -> templates.render(template, page, new WriterOutput(Visible.controls(out))));
    }
}
