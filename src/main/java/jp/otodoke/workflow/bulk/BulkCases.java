package jp.otodoke.workflow.bulk;

import java.util.Map;
import java.util.function.ToIntFunction;
import jp.otodoke.platform.data.BulkRows;
import jp.otodoke.platform.data.BulkWriter;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the history of cases that were never executed by the engine. */
@Component
@Profile("demo & !production")
class BulkCases implements BulkWriter {
    private final JdbcTemplate jdbc;

    BulkCases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, ToIntFunction<BulkRows>> targets() {
        return Map.of(
                "cases.ended", this::ended,
                "cases.age", this::age);
    }

    /** @param rows id, process, business_key, started_at and ended_at of cases that have ended */
    private int ended(BulkRows rows) {
        return jdbc.update(
                """
                insert into act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_key_, proc_def_id_, start_time_, end_time_,
                                             removal_time_, duration_, state_)
                select c.id, c.id, c.business_key, d.key_, d.id_, c.started_at::timestamp, c.ended_at::timestamp,
                       c.ended_at::timestamp + interval '180 days', (extract(epoch from c.ended_at - c.started_at) * 1000)::bigint,
                       'COMPLETED'
                  from (%s) c (%s)
                  join (select distinct on (key_) key_, id_ from act_re_procdef order by key_, version_ desc) d on d.key_ = c.process"""
                        .formatted(rows.query(), rows.columns()));
    }

    /**
     * Moves the start of running cases, including all instances they call, into the past. The deadline for missing
     * stock moves with it, so that the wait does not become longer.
     *
     * @param rows process, business_key and age (an interval)
     */
    private int age(BulkRows rows) {
        jdbc.execute(
                """
                create temp table aged_case on commit drop as
                select p.id_ as instance, older.age from (%s) older (%s)
                  join act_hi_procinst c on c.business_key_ = older.business_key and c.proc_def_key_ = older.process
                  join act_hi_procinst p on p.root_proc_inst_id_ = c.id_"""
                        .formatted(rows.query(), rows.columns()));
        jdbc.execute("analyze aged_case");
        jdbc.update(
                """
                update act_ru_job j set duedate_ = j.duedate_ - c.age
                  from aged_case c, act_ru_jobdef d
                 where c.instance = j.process_instance_id_ and d.id_ = j.job_def_id_ and d.act_id_ = 'stock-overdue'""");
        // The engine writes jobs, then steps by their ids, then cases: in this order neither waits for the other for
        // ever.
        jdbc.execute(
                """
                select 1 from act_hi_actinst a join aged_case c on c.instance = a.proc_inst_id_
                 order by a.id_ collate "C" for update of a""");
        jdbc.update(
                """
                update act_hi_actinst a set start_time_ = a.start_time_ - c.age, end_time_ = a.end_time_ - c.age
                  from aged_case c where c.instance = a.proc_inst_id_""");
        jdbc.execute(
                """
                select 1 from act_hi_procinst p join aged_case c on c.instance = p.proc_inst_id_
                 order by p.id_ collate "C" for update of p""");
        return jdbc.update(
                """
                update act_hi_procinst p set start_time_ = p.start_time_ - c.age from aged_case c where c.instance = p.proc_inst_id_""");
    }
}
