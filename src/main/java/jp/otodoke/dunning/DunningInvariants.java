package jp.otodoke.dunning;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Consistency checks of dunning. */
@Configuration(proxyBeanMethods = false)
class DunningInvariants {
    /**
     * What was overdue or had failed on the last morning on which cases were opened, and nothing has touched since, has its case:
     * also what a debit left whose cycle is over.
     */
    @Bean
    Invariant overdueIsDunned(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "overdue-is-dunned",
                """
                select count(*) from payments_trouble_view t
                  join (select day, ran_at, ledger_mark from dunning_run order by ledger_mark desc, day desc limit 1) run
                    on (t.due_by < run.day or t.cause = 'FAILED_DEBIT') and t.last_entry <= run.ledger_mark
                 where t.trouble_from <= run.day and (t.touched_at is null or t.touched_at < run.ran_at)
                   and not exists (select 1 from dunning_case c where c.receivable = t.receivable and c.state <> 'ENDED')
                """);
    }

    /** Nothing is planned for what has ended, and what goes on has something before it. */
    @Bean
    Invariant openCasesGoOn(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "dunning-cases-go-on",
                """
                select count(*) from dunning_case c
                  left join (select case_id, min(planned_at) as first from dunning_step where state = 'PLANNED' group by case_id) s
                    on s.case_id = c.id
                 where c.next_at is distinct from s.first or c.state = 'ENDED' and s.first is not null
                    or c.state <> 'ENDED' and s.first is null and not c.awaits_decision
                """);
    }
}
