package jp.otodoke.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The recorded wake-ups. Who takes one for a case takes the older ones for the same case with it, or waits until they have
 * been delivered. While an older one is a job of the engine, because its step failed, the others stay.
 */
@Component
class WakeUps {
    /** How long a wake-up is left to the thread that recorded it. */
    private static final String YOUNG = "interval '5 seconds'";

    /** True of a wake-up {@code w} whose case has a job for an older one. */
    static final String HELD_UP =
            """
            exists (select 1 from act_ru_execution i join act_ru_job j on j.process_instance_id_ = i.id_
                     where i.business_key_ = w.business_key and i.parent_id_ is null and j.handler_type_ = 'event')
            """;

    private final JdbcClient jdbc;

    WakeUps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String process, List<String> messages, Collection<String> keys) {
        jdbc.sql(
                        """
                        insert into process_wake_up (process, message, business_key)
                        select :process, m.message, k.key
                          from unnest(:messages) with ordinality m (message, nr)
                         cross join unnest(:keys) with ordinality k (key, nr)
                         order by m.nr, k.nr
                        """)
                .param("process", process)
                .param("messages", messages.toArray(String[]::new))
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /** Takes all wake-ups for these keys, oldest first. */
    List<WakeUp> take(Collection<String> keys) {
        return take(keys, Integer.MAX_VALUE);
    }

    /** Takes the oldest wake-up for this key. */
    Optional<WakeUp> takeOldest(String key) {
        return take(List.of(key), 1).stream().findFirst();
    }

    /** Whether the others are held up is asked after they are locked, as it may have changed meanwhile. */
    private List<WakeUp> take(Collection<String> keys, int most) {
        var locked = jdbc.sql(
                        "select id from process_wake_up where business_key = any(:keys) order by id limit :most for update")
                .param("keys", keys.toArray(String[]::new))
                .param("most", most)
                .query(Long.class)
                .list();
        if (locked.isEmpty()) {
            return List.of();
        }
        return jdbc
                .sql(
                        """
                        delete from process_wake_up w where id = any(:ids) and not %s
                        returning id, process, message, business_key
                        """
                                .formatted(HELD_UP))
                .param("ids", locked.toArray(Long[]::new))
                .query(WakeUp.class)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(WakeUp::id))
                .toList();
    }

    /** Keys whose wake-ups nobody delivers at the moment, those that have waited longest first. */
    List<String> leftBehind(int most) {
        return jdbc.sql(
                        """
                        select w.business_key from process_wake_up w
                         where w.created_at < clock_timestamp() - %s and not %s
                           and not exists (select 1 from process_wake_up older
                                            where older.business_key = w.business_key and older.id < w.id)
                         order by w.id limit :most for update of w skip locked
                        """
                                .formatted(YOUNG, HELD_UP))
                .param("most", most)
                .query(String.class)
                .list();
    }

    record WakeUp(long id, String process, String message, String businessKey) {}
}
