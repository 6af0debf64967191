package jp.otodoke.demo.generator;

import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.demo.bulk.BulkTargets;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * While millions of rows are written, indexes and foreign keys cost more than the rows themselves, so they are
 * dropped first and re-created at the end from their definitions in the database. Primary keys and unique
 * constraints stay.
 */
@Component
@Profile("demo")
class DeferredIndexes {
    /** The statements that re-create an index or a foreign key. */
    record Piece(String name, String kind, String stated) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final BulkTargets targets;
    private final BulkLoadConnection bulkLoadConnection;

    DeferredIndexes(
            JdbcClient jdbc, JdbcTemplate template, BulkTargets targets, BulkLoadConnection bulkLoadConnection) {
        this.jdbc = jdbc;
        this.template = template;
        this.targets = targets;
        this.bulkLoadConnection = bulkLoadConnection;
    }

    void all() {
        var tables = targets.tables().stream().collect(Collectors.joining("', '", "array['", "']::regclass[]"));
        bulkLoadConnection.transaction(() -> {
            template.execute(
                    """
                    insert into generating.set_aside (name, kind, stated)
                    select indexrelid::regclass::text, 'index', pg_get_indexdef(indexrelid) from pg_index
                     where indrelid = any(%1$s) and not indisunique
                    union all
                    select conname, 'foreign key', format('alter table %%s add constraint %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                      from pg_constraint where conrelid = any(%1$s) and contype = 'f'
                    """
                            .formatted(tables));
            template.execute(
                    """
                    do $$ declare one record; begin
                        for one in select conrelid::regclass as of, conname from pg_constraint where conrelid = any(%1$s) and contype = 'f' loop
                            execute format('alter table %%s drop constraint %%I', one.of, one.conname);
                        end loop;
                        for one in select name from generating.set_aside where kind = 'index' loop
                            execute format('drop index %%s', one.name);
                        end loop;
                    end $$
                    """
                            .formatted(tables));
            return true;
        });
    }

    /** Those of one kind that are still missing. */
    List<Piece> missing(String kind) {
        return jdbc.sql("select name, kind, stated from generating.set_aside where kind = :kind order by name")
                .param("kind", kind)
                .query(Piece.class)
                .list();
    }

    void recreate(Piece piece) {
        bulkLoadConnection.transaction(() -> {
            template.execute(piece.stated());
            return template.update("delete from generating.set_aside where name = ?", piece.name());
        });
    }
}
