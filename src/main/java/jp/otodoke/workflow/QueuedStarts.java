package jp.otodoke.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The queued starts of processes. Who takes one starts its process in the same transaction, so that none is lost or
 * started twice.
 */
@Component
class QueuedStarts {
    /** One that has failed is left alone for so long. */
    private static final String PAUSE = "interval '1 minute'";

    private final JdbcClient jdbc;

    QueuedStarts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String process, String step, Collection<String> keys) {
        jdbc.sql(
                        """
                        insert into process_start (process, step, business_key)
                        select :process, :step, k.key from unnest(:keys) with ordinality k (key, nr) order by k.nr
                        """)
                .param("process", process)
                .param("step", step)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    /** Takes the first in line that nobody else is starting. */
    List<QueuedStart> takeNext(int most) {
        return jdbc.sql(
                        """
                        with next as materialized (
                            select id from process_start
                             where failed_at is null or failed_at < clock_timestamp() - %s
                             order by id limit :most for update skip locked)
                        delete from process_start s using next where s.id = next.id
                        returning s.id, s.process, s.step, s.business_key
                        """
                                .formatted(PAUSE))
                .param("most", most)
                .query(QueuedStart.class)
                .list();
    }

    /** Takes those of these cases that are still queued, after whoever is starting them has finished. */
    List<QueuedStart> take(String process, Collection<String> keys) {
        return jdbc.sql(
                        """
                        with mine as materialized (
                            select id from process_start where process = :process and business_key = any(:keys)
                             order by id for update)
                        delete from process_start s using mine where s.id = mine.id
                        returning s.id, s.process, s.step, s.business_key
                        """)
                .param("process", process)
                .param("keys", keys.toArray(String[]::new))
                .query(QueuedStart.class)
                .list();
    }

    void failed(QueuedStart start) {
        jdbc.sql("update process_start set failed_at = clock_timestamp() where id = :id")
                .param("id", start.id())
                .update();
    }

    /** Whether there are any that will be started by themselves. */
    boolean any() {
        return jdbc.sql("select exists (select 1 from process_start where failed_at is null)")
                .query(Boolean.class)
                .single();
    }

    /** Numbers of queued starts by process. */
    Map<String, Long> counts() {
        return jdbc
                .sql("select process, count(*) as queued from process_start group by process")
                .query(Count.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Count::process, Count::queued));
    }

    /** @param step where the process begins */
    record QueuedStart(long id, String process, String step, String businessKey) {}

    private record Count(String process, long queued) {}
}
