package io.ghirbal.nlp.step;

import io.ghirbal.nlp.template.TemplateCorrection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code template_correction}. */
public class TemplateCorrections {
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    TemplateCorrections(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Enters these in place of all that are there. */
    public void replace(List<TemplateCorrection> corrections) {
        transaction.executeWithoutResult(status -> enter(corrections));
    }

    private void enter(List<TemplateCorrection> corrections) {
        database.sql("delete from template_correction").update();
        int ordinal = 0;
        for (TemplateCorrection correction : corrections) {
            database.sql("""
                    insert into template_correction (ordinal, outlet, form, example, removes)
                    values (:ordinal, :outlet, :form, :example, :removes)
                    """)
                    .param("ordinal", ordinal++)
                    .param("outlet", correction.outlet())
                    .param("form", correction.form().name())
                    .param("example", correction.example())
                    .param("removes", correction.removes())
                    .update();
        }
    }
}
