package jp.otodoke.mothers;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tasks of which a test needs many, or which concern people whom no order knows. */
@TestComponent
public class TaskMother {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    TaskMother(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public void many(int number, String type, String person) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        """
                        insert into task (key, type, group_name, reason, reason_en, decisions, subject_kind, subject_key, shown_kind,
                                          shown_key, created_at, priority, effective_due_at, persons)
                        select :type || i, :type, 'orders', 'x', 'x', array['DONE'], 'TEST', i, 'TEST', i, now(), 0, now(), :person
                          from generate_series(1, :number) i
                        """)
                .param("type", type)
                .param("person", person)
                .param("number", number)
                .update());
    }

    public void none(String type) {
        transaction.executeWithoutResult(status ->
                jdbc.sql("delete from task where type = ?").param(type).update());
    }

    public void concerning(long task, String... persons) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        "update task set persons = (select string_agg(person_key(p), ' ') from unnest(?::text[]) p) where id = ?")
                .params(persons, task)
                .update());
    }
}
