package io.ghirbal.nlp.step;

import io.ghirbal.nlp.template.OutletTemplate;
import io.ghirbal.nlp.template.TemplateCorrection;
import io.ghirbal.nlp.template.TemplateEntry;
import io.ghirbal.nlp.template.TemplateForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The templates as they are in the database, each read once. Thread-safe. */
class OutletTemplates {
    /** What another outlet has half as often, or more, is the way all write. */
    private static final String LEARNED = """
            select form, text, example, articles, sampled from outlet_template
            where outlet = :outlet and elsewhere * 2 < share order by ordinal
            """;

    private static final String CORRECTED =
            "select form, example, removes from template_correction where outlet = :outlet order by ordinal";

    private final JdbcClient database;
    private final Map<String, OutletTemplate> templates = new ConcurrentHashMap<>();

    OutletTemplates(JdbcClient database) {
        this.database = database;
    }

    /** The template of the outlet; an empty one when it has none or the outlet is not known. */
    OutletTemplate of(@Nullable String outlet) {
        return outlet == null ? OutletTemplate.NONE : templates.computeIfAbsent(outlet, this::read);
    }

    /** The outlets that may have one, or had one. */
    List<String> outlets() {
        return database.sql("""
                select outlet from outlet_profile
                where digest is not null
                    or outlet in (select outlet from outlet_template)
                    or outlet in (select outlet from template_correction)
                order by outlet
                """).query(String.class).list();
    }

    private OutletTemplate read(String outlet) {
        List<TemplateEntry> entries = new ArrayList<>(database.sql(LEARNED)
                .param("outlet", outlet)
                .query((row, number) -> new TemplateEntry(
                        TemplateForm.valueOf(row.getString("form")),
                        row.getString("text"),
                        row.getString("example"),
                        row.getInt("articles"),
                        row.getInt("sampled")))
                .list());
        List<TemplateCorrection> corrections = database.sql(CORRECTED)
                .param("outlet", outlet)
                .query((row, number) -> new TemplateCorrection(
                        row.getBoolean("removes"),
                        outlet,
                        TemplateForm.valueOf(row.getString("form")),
                        row.getString("example")))
                .list();
        corrections.forEach(correction -> correction.applyTo(entries));
        return OutletTemplate.of(entries);
    }
}
