package jp.otodoke.inbox;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The types of task that a person handles; without a selection, all types of the person's groups. */
@Component
public class Skills {
    private final JdbcClient jdbc;

    Skills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if the person has made no selection. */
    @Transactional(readOnly = true)
    public List<String> of(String username) {
        return jdbc.sql("select task_type from staff_skill where username = ? order by 1")
                .param(username)
                .query(String.class)
                .list();
    }

    @Transactional
    public void choose(String username, Collection<String> types) {
        jdbc.sql("delete from staff_skill where username = ?").param(username).update();
        jdbc.sql("insert into staff_skill select :username, t from (select distinct unnest(:types::text[]) t) chosen")
                .param("username", username)
                .param("types", types.toArray(String[]::new))
                .update();
    }

    /** All types of task that these groups have ever received. */
    @Transactional(readOnly = true)
    public List<String> kinds(Collection<String> groups) {
        return jdbc.sql("select distinct type from task_type where group_name = any(:groups) order by 1")
                .param("groups", groups.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
