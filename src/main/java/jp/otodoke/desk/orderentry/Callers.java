package jp.otodoke.desk.orderentry;

import java.util.List;
import java.util.Optional;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.loyalty.PointBalances;
import jp.otodoke.platform.personal.PersonalView;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Combines what the modules know about a caller. */
@Component
class Callers {
    private static final String ORDERS =
            """
            select o.order_number as number, o.ordered_at, o.status, o.total, o.payment_method as method,
                   (select string_agg(l.name || ' ×' || l.quantity, '、' order by l.line_no) from orders_line_view l
                     where l.order_number = o.order_number) as goods
              from orders_order_view o where o.customer_number = :customer
            """;

    private final FindCustomer customers;
    private final PointBalances points;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final PersonalView personal;

    Callers(FindCustomer customers, PointBalances points, JdbcClient jdbc, BusinessClock clock, PersonalView personal) {
        this.customers = customers;
        this.points = points;
        this.jdbc = jdbc;
        this.clock = clock;
        this.personal = personal;
    }

    @Transactional(readOnly = true)
    Optional<Caller> find(CustomerNumber number) {
        return customers.find(number).map(card -> {
            var customer = card.number();
            return new Caller(
                    card,
                    orders(customer, "", 5),
                    orders(customer, " and o.status not in ('DELIVERED', 'COMPLETED', 'RETURNED', 'CANCELLED')", 10),
                    owed(customer, ""),
                    owed(customer, " and p.due_by < :today"),
                    tasks(customer),
                    points.of(customer).max(Yen.ZERO));
        });
    }

    private List<Caller.Past> orders(CustomerNumber customer, String more, int limit) {
        return jdbc.sql(ORDERS + more + " order by o.ordered_at desc limit :limit")
                .param("customer", customer.value())
                .param("limit", limit)
                .query(Caller.Past.class)
                .list();
    }

    private Yen owed(CustomerNumber customer, String more) {
        var owed = jdbc.sql(
                        """
                        select coalesce(sum(p.open), 0) from orders_order_view o join payments_due_view p on p.receivable = o.order_number
                         where o.customer_number = :customer and %s
                        """
                                        .formatted(CustomerFigures.OWED_NOW)
                                + more)
                .param("customer", customer.value())
                .param("today", clock.today())
                .query(Long.class)
                .single();
        return Yen.of(owed);
    }

    private List<Caller.Waiting> tasks(CustomerNumber customer) {
        return jdbc.sql(
                        """
                        select t.id, t.type, case when :clear then case when :japanese then t.reason else t.reason_en end
                                                else case when :japanese then coalesce(t.reason_masked, t.reason)
                                                          else coalesce(t.reason_masked_en, t.reason_en) end end as reason, o.order_number
                          from orders_order_view o join inbox_task_subject_view x on x.kind = 'ORDER' and x.key = o.order_number
                          join inbox_task_view t on t.id = x.task_id
                         where o.customer_number = :customer and t.state = 'OPEN' order by t.id limit 10
                        """)
                .param("clear", personal.may())
                .param("japanese", LocaleContextHolder.getLocale().getLanguage().equals("ja"))
                .param("customer", customer.value())
                .query(Caller.Waiting.class)
                .list();
    }
}
