package jp.otodoke.workflow;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases finished today, compared with the same weekday of the last four weeks up to the same time of day. */
@Component
class Throughput {
    private static final int WEEKS = 4;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final CachedFigure<Map<String, Finished>> cache;

    Throughput(JdbcClient jdbc, BusinessClock clock, @Value("${otodoke.flow.keep:2s}") Duration cacheTime) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.cache = new CachedFigure<>(cacheTime.multipliedBy(5), this::read);
    }

    Finished of(String process) {
        return cache.get().getOrDefault(process, new Finished(0, 0));
    }

    private Map<String, Finished> read() {
        var now = clock.instant();
        var midnight = clock.today().atStartOfDay(BusinessClock.TOKYO).toInstant();
        var result = new HashMap<String, Finished>();
        jdbc.sql(
                        """
                        select p.key_ as process, w.week, h.finished
                          from (select distinct key_ from act_re_procdef) p
                         cross join generate_series(0, :weeks) w (week)
                         cross join lateral (
                               select count(*) as finished from act_hi_procinst i
                                where i.proc_def_key_ = p.key_
                                  and i.end_time_ >= cast(:midnight as timestamp) - w.week * interval '7 days'
                                  and i.end_time_ <= cast(:now as timestamp) - w.week * interval '7 days') h
                        """)
                .param("weeks", WEEKS)
                .param("midnight", Timestamp.from(midnight))
                .param("now", Timestamp.from(now))
                .query(row -> {
                    var week = row.getInt("week");
                    var finished = row.getLong("finished");
                    result.merge(
                            row.getString("process"),
                            week == 0 ? new Finished(finished, 0) : new Finished(0, finished),
                            Finished::plus);
                });
        return result;
    }

    /** @param before total of the four weeks */
    record Finished(long today, long before) {
        Finished plus(Finished other) {
            return new Finished(today + other.today, before + other.before);
        }

        double usual() {
            return Math.round(before * 10.0 / WEEKS) / 10.0;
        }
    }
}
