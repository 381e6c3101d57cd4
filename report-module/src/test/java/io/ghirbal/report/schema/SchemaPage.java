package io.ghirbal.report.schema;

import io.ghirbal.report.schema.Schema.Relation;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes docs/schema.md from the comments of the database. */
final class SchemaPage {
    private static final String HEAD = """
            # The tables and views

            Written from the comments in the database by `SchemaTest`, which fails when this page and the migrations differ; the command that
            writes it again is in [CONTRIBUTING.md](../CONTRIBUTING.md). Read the views: their names and columns stay, and columns are only added.
            The tables are as the job needs them. Spring Batch's own tables (`batch_*`) and Flyway's (`flyway_schema_history`) are left out.

            HSQLDB writes its names in capitals and finds them in any case. It forgets the comments of view columns when it is closed, and
            keeps all others; they stand here.
            """;

    private final Schema hsqldb;
    private final Schema postgresql;

    SchemaPage(Schema hsqldb, Schema postgresql) {
        this.hsqldb = hsqldb;
        this.postgresql = postgresql;
    }

    String write() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Views\n\nA column of a view may be null where it says so, and only there.\n");
        write(page, true);
        page.append("\n## Tables\n");
        write(page, false);
        return page.toString();
    }

    private void write(StringBuilder page, boolean views) {
        postgresql.relations().forEach((name, relation) -> {
            if (relation.isView() == views) {
                page.append("\n### ")
                        .append(name)
                        .append("\n\n")
                        .append(relation.comment())
                        .append('\n');
                page.append(views ? "\n| column | what it is |" : "\n| column | null | what it is |")
                        .append(" HSQLDB | PostgreSQL |\n")
                        .append(views ? "|---|---|---|---|\n" : "|---|---|---|---|---|\n");
                relation.columns().forEach((column, told) -> {
                    page.append("| `").append(column).append("` | ");
                    if (!views) {
                        page.append(told.nullable() ? "null | " : "| ");
                    }
                    page.append(told.comment())
                            .append(" | ")
                            .append(hsqldb.column(name, column).type())
                            .append(" | ")
                            .append(told.type())
                            .append(" |\n");
                });
                page.append(keys(relation));
            }
        });
    }

    private static String keys(Relation relation) {
        String primary = relation.primaryKey().isEmpty()
                ? ""
                : "Primary key: "
                        + relation.primaryKey().stream().map(SchemaPage::code).collect(Collectors.joining(", "))
                        + ". ";
        String foreign = relation.references().entrySet().stream()
                .map(SchemaPage::reference)
                .collect(Collectors.joining(" "));
        String all = (primary + foreign).strip();
        return all.isEmpty() ? "" : "\n" + all + "\n";
    }

    private static String reference(Map.Entry<String, String> reference) {
        return code(reference.getKey()) + " refers to " + code(reference.getValue()) + ".";
    }

    private static String code(String name) {
        return "`" + name + "`";
    }
}
