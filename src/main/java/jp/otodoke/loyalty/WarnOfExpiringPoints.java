package jp.otodoke.loyalty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.DayFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells customers by mail that points of theirs expire soon, each lot once; what expires on one day is told together. */
@Component
class WarnOfExpiringPoints {
    private static final String TEMPLATE = "points-expire";
    private static final int AT_ONCE = 1_000;

    private static final String SOON =
            """
             l.expires_on between :today and :until and l.remaining > 0
             and not exists (select 1 from point_expiry_notice n where n.lot_id = l.id)
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final int daysBefore;

    /** @param daysBefore how many days before the last day they are told; 0 for never */
    WarnOfExpiringPoints(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            BusinessClock clock,
            @Value("${otodoke.points.warn-days-before:30}") int daysBefore) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.daysBefore = daysBefore;
    }

    /** Whether any lot expires soon of which nobody was told. */
    @Transactional(readOnly = true)
    public boolean due() {
        return daysBefore > 0
                && jdbc.sql("select exists (select 1 from point_lot l where" + SOON + ")")
                        .param("today", clock.today())
                        .param("until", until())
                        .query(Boolean.class)
                        .single();
    }

    /** The first day on which there is something to tell; empty for none. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> nextDay() {
        return daysBefore == 0
                ? Optional.empty()
                : jdbc.sql(
                                """
                                select min(greatest(l.expires_on - :days, :today)) from point_lot l
                                 where l.expires_on >= :today and l.remaining > 0
                                   and not exists (select 1 from point_expiry_notice n where n.lot_id = l.id)
                                """)
                        .param("days", daysBefore)
                        .param("today", clock.today())
                        .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                        .single();
    }

    /** Some of them. The customers' accounts are locked, so that nobody is told twice. */
    @Transactional
    public void warn() {
        var lots = jdbc.sql(
                        """
                        select l.id from point_lot l join point_account a on a.customer_number = l.customer_number where"""
                                + SOON + " order by l.customer_number, l.expires_on, l.id limit :most for update of a")
                .param("today", clock.today())
                .param("until", until())
                .param("most", AT_ONCE)
                .query(Long.class)
                .list();
        events.publishEvent(new MailsRequested(told(lots)));
    }

    private List<MailRequested> told(List<Long> lots) {
        return jdbc.sql(
                        """
                        with told as (
                            insert into point_expiry_notice (lot_id, at, mailed)
                            select l.id, :now, k.email is not null and k.state = 'ACTIVE' from point_lot l
                              left join customers_customer_view k on k.number = l.customer_number
                             where l.id = any(:lots)
                                on conflict do nothing returning lot_id, mailed)
                        select l.customer_number, l.expires_on, min(l.id) as first, sum(l.remaining) as points, k.name, k.email
                          from told t join point_lot l on l.id = t.lot_id join customers_customer_view k on k.number = l.customer_number
                         where t.mailed group by l.customer_number, l.expires_on, k.name, k.email order by 1, 2
                        """)
                .param("lots", lots.toArray(Long[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .query(WarnOfExpiringPoints::mail)
                .list();
    }

    private LocalDate until() {
        return clock.today().plusDays(daysBefore);
    }

    private static MailRequested mail(ResultSet row, int index) throws SQLException {
        return new MailRequested(
                TEMPLATE + ":" + row.getLong("first"),
                row.getString("email"),
                TEMPLATE,
                null,
                Map.of(
                        "name", row.getString("name"),
                        "points", String.valueOf(row.getLong("points")),
                        "expiresOn",
                                DayFormat.of(row.getObject("expires_on", LocalDate.class))
                                        .japanese()));
    }
}
