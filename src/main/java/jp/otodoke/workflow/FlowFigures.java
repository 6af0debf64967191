package jp.otodoke.workflow;

import java.util.List;
import jp.otodoke.shared.figures.Figure;
import jp.otodoke.shared.figures.Figures;
import org.springframework.stereotype.Component;

/** Where cases stand and how long, what waits for a person, what the engine has to do. */
@Component
class FlowFigures implements Figures {
    private static final String STANDING =
            """

             from act_ru_execution e
             join act_re_procdef d on d.id_ = e.proc_def_id_
             left join act_hi_actinst a on a.execution_id_ = e.id_ and a.act_id_ = e.act_id_ and a.end_time_ is null
            where e.act_id_ is not null and e.is_active_
            group by d.key_, e.act_id_""";

    @Override
    public List<Figure> figures() {
        return List.of(
                new Figure(
                        "otodoke.steps.cases",
                        "Cases at each step",
                        "select d.key_ as process, e.act_id_ as step, count(*) as value" + STANDING),
                new Figure(
                        "otodoke.steps.oldest.seconds",
                        "Age of the case that has stood longest at each step",
                        """
                        select d.key_ as process, e.act_id_ as step,
                               extract(epoch from cast(:now as timestamptz) - min(a.start_time_)) as value"""
                                + STANDING),
                new Figure(
                        "otodoke.lives.finished.today",
                        "Cases that ended today, by process",
                        """
                        select proc_def_key_ as process, count(*) as value from act_hi_procinst
                         where end_time_ >= :today group by proc_def_key_"""),
                new Figure(
                        "otodoke.tasks.open",
                        "Tasks that wait for a person, by group",
                        """
                        select group_name as "group", count(*) as value from inbox_task_view where state = 'OPEN'
                         group by group_name"""),
                new Figure(
                        "otodoke.tasks.overdue",
                        "Open tasks beyond their due time, by group",
                        """
                        select group_name as "group", count(*) as value from inbox_task_view
                         where state = 'OPEN' and due_at < :now group by group_name"""),
                new Figure(
                        "otodoke.incidents",
                        "Steps that failed for good and wait for a retry",
                        "select count(*) as value from act_ru_job where retries_ = 0"),
                new Figure(
                        "otodoke.jobs.due",
                        "Steps and timers that could run now",
                        """
                        select count(*) as value from act_ru_job
                         where retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, :now) <= :now"""),
                new Figure(
                        "otodoke.jobs.oldest.seconds",
                        "How long the step that waits longest for its turn has waited",
                        """
                        select coalesce(extract(epoch from cast(:now as timestamptz) - min(coalesce(duedate_, create_time_))), 0)
                               as value
                          from act_ru_job
                         where retries_ > 0 and suspension_state_ = 1 and coalesce(duedate_, :now) <= :now"""));
    }
}
