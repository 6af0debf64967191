package jp.otodoke.inbox;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Saved filters of the inbox: a user's own, and those that colleagues share with a group. */
@Component
public class TaskViews {
    private final JdbcClient jdbc;

    TaskViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<View> of(String username, Collection<String> groups) {
        return jdbc.sql(
                        """
                        select id, owner, name, query, group_name as shared_with from saved_filter
                         where owner = :username or group_name = any(:groups)
                         order by owner <> :username, name
                        """)
                .param("username", username)
                .param("groups", groups.toArray(String[]::new))
                .query(View.class)
                .list();
    }

    /** Overwrites a filter with the same name. */
    @Transactional
    public void save(String owner, String name, String query, @Nullable String sharedWith) {
        jdbc.sql(
                        """
                        insert into saved_filter (owner, name, query, group_name) values (:owner, :name, :query, :group)
                        on conflict (owner, name) do update set query = excluded.query, group_name = excluded.group_name
                        """)
                .param("owner", owner)
                .param("name", name)
                .param("query", query)
                .param("group", sharedWith)
                .update();
    }

    /** Only the owner can delete a filter. */
    @Transactional
    public void drop(long id, String owner) {
        jdbc.sql("delete from saved_filter where id = :id and owner = :owner")
                .param("id", id)
                .param("owner", owner)
                .update();
    }

    /** @param query the query string of the URL */
    public record View(long id, String owner, String name, String query, @Nullable String sharedWith) {}
}
