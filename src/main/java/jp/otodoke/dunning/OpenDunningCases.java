package jp.otodoke.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import jp.otodoke.dunning.DunningSignal.Kind;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens a case for everything that is in trouble and has none, by one statement, and ends those whose money has come or is
 * owed no more. Once a morning.
 */
@Component
public class OpenDunningCases {
    private static final Duration YEAR = Duration.ofDays(365);

    private final JdbcClient jdbc;
    private final DunningPolicy policy;
    private final DunningSteps steps;
    private final EndDunning endDunning;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    OpenDunningCases(
            JdbcClient jdbc,
            DunningPolicy policy,
            DunningSteps steps,
            EndDunning endDunning,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.steps = steps;
        this.endDunning = endDunning;
        this.events = events;
        this.clock = clock;
    }

    /** Has no effect on a day on which it was done already. */
    @Transactional
    public void open(LocalDate day) {
        if (begun(day)) {
            int ended = endDunning.whatIsOwedNoMore();
            var opened = open();
            if (!opened.isEmpty()) {
                plan(opened);
            }
            jdbc.sql("update dunning_run set opened = :opened, ended = :ended where day = :day")
                    .param("opened", opened.size())
                    .param("ended", ended)
                    .param("day", day)
                    .update();
        }
    }

    private boolean begun(LocalDate day) {
        return jdbc.sql(
                                """
                                insert into dunning_run (day, ran_at, opened, ended, ledger_mark)
                                select :day, :now, 0, 0, mark from payments_ledger_mark_view on conflict do nothing
                                """)
                        .param("day", day)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    private List<Opened> open() {
        return jdbc.sql(
                        """
                        insert into dunning_case (receivable, kind, order_number, customer_number, method, cause, amount, history, declined,
                                                  state, pause_reason, stage, opened_at)
                        select t.receivable, t.kind, case when t.kind = 'ORDER' then t.receivable end, t.customer_number, t.method,
                               t.cause,
                               case when t.kind = 'ORDER' and t.method = 'INVOICE'
                                    then (select sum(d.open) from payments_due_view d
                                           where d.receivable = t.receivable and d.due_by < :today)
                                    else t.open - coalesce((select sum(h.amount) from payments_disputed_view h
                                                             where h.order_number = t.receivable and h.until > :today), 0) end,
                               (select count(distinct cast(e.opened_at at time zone 'Asia/Tokyo' as date)) from dunning_case e
                                 where e.customer_number = t.customer_number and e.opened_at > :yearAgo),
                               t.declined,
                               case when p.customer_number is null then 'OPEN' else 'PAUSED' end,
                               case when p.customer_number is not null then 'INQUIRY' end, 'NEW', :now
                          from payments_trouble_view t
                          left join dunning_pause p on p.customer_number = t.customer_number
                         where t.trouble_from <= :today
                           -- All else follows its term; so most of what is open need not be looked at.
                           and (t.due_by < :today or t.due_by is null or t.method in ('CREDIT_CARD', 'DIRECT_DEBIT'))
                           and not exists (select 1 from dunning_case c where c.receivable = t.receivable and c.state <> 'ENDED')
                            on conflict do nothing
                        returning id, cause, kind, method, amount, history, declined
                        """)
                .param("yearAgo", Timestamp.from(clock.instant().minus(YEAR)))
                .param("now", Timestamp.from(clock.instant()))
                .param("today", clock.today())
                .query(OpenDunningCases::opened)
                .list();
    }

    private static Opened opened(ResultSet row, int index) throws SQLException {
        return new Opened(
                row.getLong("id"),
                new DunningFacts(
                        DunningCause.valueOf(row.getString("cause")),
                        ReceivableKind.valueOf(row.getString("kind")),
                        PaymentMethod.valueOf(row.getString("method")),
                        Yen.of(row.getLong("amount")),
                        row.getInt("history"),
                        DunningCase.group(row.getString("declined"))));
    }

    private void plan(List<Opened> opened) {
        var calendars = new LinkedHashMap<Long, DunningCalendar>();
        opened.forEach(one -> calendars.put(one.id(), policy.calendar(one.facts())));
        steps.plan(calendars);
        events.publishEvent(DunningSignal.of(Kind.OPENED, calendars.keySet()));
    }

    private record Opened(long id, DunningFacts facts) {}
}
