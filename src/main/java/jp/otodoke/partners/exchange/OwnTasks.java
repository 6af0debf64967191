package jp.otodoke.partners.exchange;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Only the first rejected records of a file get tasks of their own: who is to work through more looks for what they
 * have in common. Works in the caller's transaction.
 */
@Component
public class OwnTasks {
    static final int MOST = 100;

    private final JdbcClient jdbc;

    OwnTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether one more rejected record of the file gets its own task. */
    public boolean grant(long message) {
        return jdbc.sql("update partner_message set own_tasks = own_tasks + 1 where id = :id and own_tasks < :most")
                        .param("id", message)
                        .param("most", MOST)
                        .update()
                == 1;
    }

    /** How many rejected records of the file are without a task, because there were so many. */
    int without(long message) {
        return jdbc.sql(
                        """
                        select case when own_tasks < :most then 0 else greatest(rejected_count - own_tasks, 0) end
                          from partner_message where id = :id""")
                .param("id", message)
                .param("most", MOST)
                .query(Integer.class)
                .single();
    }
}
