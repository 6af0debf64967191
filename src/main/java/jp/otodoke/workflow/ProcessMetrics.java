package jp.otodoke.workflow;

import java.util.List;
import jp.otodoke.platform.metrics.MetricReading;
import jp.otodoke.platform.metrics.MetricSource;
import org.springframework.stereotype.Component;

/** Metrics: cases by step and their age, open tasks, and the backlog of jobs, starts and messages. */
@Component
class ProcessMetrics implements MetricSource {
    private static final String STANDING =
            """

             from act_ru_execution e
             join act_re_procdef d on d.id_ = e.proc_def_id_
             left join act_hi_actinst a on a.execution_id_ = e.id_ and a.act_id_ = e.act_id_ and a.end_time_ is null
            where e.act_id_ is not null and e.is_active_
            group by d.key_, e.act_id_""";

    @Override
    public List<MetricReading> figures() {
        return List.of(
                new MetricReading(
                        "otodoke.steps.cases",
                        "Cases at each step",
                        "select d.key_ as process, e.act_id_ as step, count(*) as value" + STANDING),
                new MetricReading(
                        "otodoke.steps.oldest.seconds",
                        "Age of the oldest case at each step",
                        """
                        select d.key_ as process, e.act_id_ as step,
                               extract(epoch from cast(:now as timestamptz) - min(a.start_time_)) as value"""
                                + STANDING),
                new MetricReading(
                        "otodoke.lives.finished.today",
                        "Cases that ended today, by process",
                        """
                        select proc_def_key_ as process, count(*) as value from act_hi_procinst
                         where end_time_ >= :today group by proc_def_key_"""),
                new MetricReading(
                        "otodoke.tasks.open",
                        "Open tasks, by group",
                        """
                        select group_name as "group", count(*) as value from inbox_task_view where state = 'OPEN'
                         group by group_name"""),
                new MetricReading(
                        "otodoke.tasks.overdue",
                        "Open tasks beyond their due time, by group",
                        """
                        select group_name as "group", count(*) as value from inbox_task_view
                         where state = 'OPEN' and due_at < :now group by group_name"""),
                new MetricReading(
                        "otodoke.incidents",
                        "Steps that failed after all retries",
                        "select count(*) as value from act_ru_job where retries_ = 0"),
                new MetricReading(
                        "otodoke.jobs.due",
                        "Steps and timers that could run now",
                        """
                        select count(*) as value from act_ru_job
                         where retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, :now) <= :now"""),
                new MetricReading(
                        "otodoke.jobs.oldest.seconds",
                        "Waiting time of the oldest step that could run",
                        """
                        select coalesce(extract(epoch from cast(:now as timestamptz) - min(coalesce(duedate_, create_time_))), 0)
                               as value
                          from act_ru_job
                         where retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, :now) <= :now"""),
                new MetricReading(
                        "otodoke.messages.waiting",
                        "Messages to cases that are not delivered yet",
                        "select count(*) as value from process_wake_up"),
                new MetricReading(
                        "otodoke.starts.queued",
                        "Processes that are to be started",
                        "select count(*) as value from process_start"),
                new MetricReading(
                        "otodoke.starts.oldest.seconds",
                        "Waiting time of the oldest process that is to be started",
                        """
                        select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) as value
                          from process_start"""));
    }
}
