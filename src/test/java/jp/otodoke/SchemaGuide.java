package jp.otodoke;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Describes the tables and views of a database, module by module: a diagram each, and what their comments say. */
final class SchemaGuide {
    private static final String BEGINNING =
            """
            # Schema

            Every table and view by the module that owns it, read from the migrated database with its comments. This file is written by
            `SchemaGuideTests`; after a migration write it anew:

                mvn -q test -Dtest=SchemaGuideTests -Dschema.write=true

            Rules: [tables have an owner](adr/0066-tables-have-an-owner.md), [migrations only add](adr/0065-one-baseline-per-module.md). Amounts are
            whole yen including tax unless a comment says otherwise; `timestamptz` is business time unless it says real time. The engine's own tables
            (`act_*`) belong to `workflow` and are not shown. Lines in the diagrams are foreign keys.
            """;

    private static final String TABLES =
            """
            select c.relname as name, c.relkind = 'v' as view, obj_description(c.oid, 'pg_class') as comment
              from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') order by c.oid
            """;

    private static final String COLUMNS =
            """
            select c.relname as owner, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                   coalesce(a.attnum = any(k.conkey), false) as key, a.attnotnull as required,
                   exists (select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey)) as foreign,
                   col_description(c.oid, a.attnum) as comment
              from pg_class c
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
              left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v') order by c.oid, a.attnum
            """;

    private static final String REFERENCES =
            """
            select t.relname as referring, r.relname as referred,
                   (select string_agg(a.attname, ', ' order by a.attnum) from pg_attribute a
                     where a.attrelid = t.oid and a.attnum = any(f.conkey)) as columns
              from pg_constraint f join pg_class t on t.oid = f.conrelid join pg_class r on r.oid = f.confrelid
             where f.contype = 'f' and f.connamespace = 'public'::regnamespace order by t.oid, f.conname
            """;

    private final SqlBoundaries boundaries;
    private final List<Table> tables;
    private final Map<String, List<Column>> columns;
    private final List<Reference> references;

    SchemaGuide(JdbcClient jdbc, SqlBoundaries boundaries) {
        this.boundaries = boundaries;
        this.tables = jdbc.sql(TABLES).query(Table.class).list();
        this.columns =
                jdbc.sql(COLUMNS).query(Column.class).list().stream().collect(Collectors.groupingBy(Column::owner));
        this.references = jdbc.sql(REFERENCES).query(Reference.class).list();
    }

    /** Tables and views that say nothing of themselves. */
    List<String> withoutComment() {
        return tables.stream()
                .filter(table -> boundaries.owners().containsKey(table.name()) && table.comment() == null)
                .map(Table::name)
                .toList();
    }

    String text() {
        var text = new StringBuilder(BEGINNING);
        for (var module : boundaries.modules()) {
            var own = tables.stream()
                    .filter(table -> module.equals(boundaries.owners().get(table.name())))
                    .toList();
            text.append("\n## ").append(module).append("\n");
            diagram(text, own.stream().filter(table -> !table.view()).toList());
            own.stream().filter(table -> !table.view()).forEach(table -> describe(text, table));
            views(text, own.stream().filter(Table::view).toList());
        }
        return text.toString();
    }

    private void diagram(StringBuilder text, List<Table> own) {
        text.append("```mermaid\nerDiagram\n");
        for (var table : own) {
            text.append("    ").append(table.name()).append(" {\n");
            columns(table)
                    .forEach(column ->
                            text.append("        ").append(column.inDiagram()).append("\n"));
            text.append("    }\n");
        }
        var names = own.stream().map(Table::name).toList();
        references.stream()
                .filter(r -> names.contains(r.referring()))
                .forEach(r ->
                        text.append("    %s ||--o{ %s : \"%s\"%n".formatted(r.referred(), r.referring(), r.columns())));
        text.append("```\n");
    }

    private void describe(StringBuilder text, Table table) {
        text.append("\n### ")
                .append(table.name())
                .append("\n")
                .append(comment(table))
                .append("\n");
        var told = columns(table).stream()
                .filter(column -> column.comment() != null)
                .map(column -> "- `" + column.name() + "`: " + column.comment())
                .toList();
        if (!told.isEmpty()) {
            text.append("\n").append(String.join("\n", told)).append("\n");
        }
    }

    private void views(StringBuilder text, List<Table> views) {
        if (!views.isEmpty()) {
            text.append("\n### Views\n| view | columns | |\n|---|---|---|\n");
            views.forEach(view -> text.append("| `%s` | %s | %s |%n"
                    .formatted(
                            view.name(),
                            columns(view).stream().map(Column::name).collect(Collectors.joining(", ")),
                            comment(view))));
        }
    }

    private List<Column> columns(Table table) {
        return Objects.requireNonNull(columns.getOrDefault(table.name(), new ArrayList<>()));
    }

    private static String comment(Table table) {
        return table.comment() == null ? "" : table.comment();
    }

    record Table(String name, boolean view, @Nullable String comment) {}

    record Column(
            String owner,
            String name,
            String type,
            boolean key,
            boolean required,
            boolean foreign,
            @Nullable String comment) {
        String inDiagram() {
            var marks = key && foreign ? " PK, FK" : key ? " PK" : foreign ? " FK" : "";
            return shortType() + " " + name + marks + (required || key ? "" : " \"optional\"");
        }

        private String shortType() {
            return type.replace("character varying", "varchar")
                    .replace("character", "char")
                    .replace("timestamp with time zone", "timestamptz")
                    .replace("time without time zone", "time")
                    .replace(' ', '_');
        }
    }

    record Reference(String referring, String referred, String columns) {}
}
