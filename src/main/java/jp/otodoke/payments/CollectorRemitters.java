package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers under which names those who collect for us transfer. Works in the caller's transaction. */
@Component
class CollectorRemitters {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CollectorRemitters(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A remitter without a name teaches nothing. */
    void learn(long deposit, Collector collector, String by) {
        jdbc.sql(
                        """
                        insert into collector_remitter (remitter_key, collector, remitter, learned_at, learned_by)
                        select remitter_key, :collector, remitter_kana, :now, :by from deposit where id = :id and remitter_key <> ''
                        on conflict (remitter_key) do update set collector = excluded.collector, learned_at = excluded.learned_at,
                                                                 learned_by = excluded.learned_by
                        """)
                .param("collector", collector.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("id", deposit)
                .update();
    }

    /** Those of the deposits that a collector has probably sent. */
    Map<Long, Collector> of(Collection<Long> deposits) {
        var found = new HashMap<Long, Collector>();
        jdbc.sql(
                        """
                        select d.id, c.collector from deposit d join collector_remitter c on c.remitter_key = d.remitter_key
                         where d.id = any(:ids) order by d.id
                        """)
                .param("ids", deposits.toArray(Long[]::new))
                .query(row -> {
                    found.put(row.getLong("id"), Collector.valueOf(row.getString("collector")));
                });
        return found;
    }
}
