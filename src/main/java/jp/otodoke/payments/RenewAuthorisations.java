package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks for another authorisation where one would end before its goods leave, each under a number of its own. The one it has stays until
 * the other is granted. An order that leaves before the end, or whose end is far, is left alone.
 */
@Component
class RenewAuthorisations {
    private final JdbcClient jdbc;
    private final Payments payments;
    private final CardCalls calls;
    private final AuthorisationLife life;
    private final BusinessClock clock;

    RenewAuthorisations(
            JdbcClient jdbc, Payments payments, CardCalls calls, AuthorisationLife life, BusinessClock clock) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.calls = calls;
        this.life = life;
        this.clock = clock;
    }

    /**
     * Rows that another node is working on are skipped.
     *
     * @param most at once
     * @return how many were asked for
     */
    @Transactional
    int renew(int most) {
        var numbers = jdbc
                .sql(
                        """
                        select r.number from receivable r
                          join orders_order_view o on o.order_number = r.number
                          cross join lateral (select max(coalesce(k.not_before, k.created_at)) as at from card_call k
                                               where k.transaction_no = r.transaction_no and k.kind = 'AUTHORISE') a
                         where r.kind = 'ORDER' and r.method = 'CREDIT_CARD' and r.shop_payment = 'NONE' and r.status = 'AUTHORIZED'
                           and r.renewal_no is null and r.card_token is not null and r.charged > r.paid
                           and a.at < :renewal
                           -- Refused once, the one it has is captured when the goods leave the warehouse.
                           and not (r.card_barred and o.progress = 'DISPATCHED')
                           and (o.progress <> 'READY' or o.planned_ship_date is null
                                or o.planned_ship_date >= cast(a.at at time zone 'Asia/Tokyo' as date) + :days)
                           and exists (select 1 from orders_line_view l where l.order_number = r.number and l.open > 0)
                           and not exists (select 1 from card_call k where k.transaction_no = r.transaction_no and k.kind = 'CAPTURE')
                         order by r.number limit :most for update of r skip locked
                        """)
                .param("renewal", life.renewalBefore())
                .param("days", life.days())
                .param("most", most)
                .query(String.class)
                .list()
                .stream()
                .map(OrderNumber::of)
                .toList();
        var all = payments.findAllById(numbers);
        all.forEach(this::renew);
        payments.saveAllAndFlush(all);
        return numbers.size();
    }

    /** This night's work is done. */
    @Transactional
    void finished(LocalDate day, int renewed) {
        jdbc.sql(
                        """
                        insert into card_renewal_run (day, ended_at, renewed) values (:day, :now, :renewed) on conflict do nothing
                        """)
                .param("day", day)
                .param("now", Timestamp.from(clock.instant()))
                .param("renewed", renewed)
                .update();
    }

    private void renew(Payment payment) {
        calls.request(
                CardCall.Kind.AUTHORISE,
                payment,
                payment.beginRenewal(),
                payment.open(),
                CardCall.Kind.AUTHORISE,
                0,
                Duration.ZERO);
    }
}
