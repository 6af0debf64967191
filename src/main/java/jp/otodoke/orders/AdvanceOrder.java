package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the flow tells an order: how far it has come, when it ships, what has left. */
@Component
public class AdvanceOrder {
    private final Orders orders;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    AdvanceOrder(Orders orders, JdbcClient jdbc, BusinessClock clock) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void reach(Collection<String> numbers, OrderStatus point) {
        var found = orders.findAllById(numbers);
        found.forEach(order -> order.reach(point, clock.instant()));
        orders.saveAllAndFlush(found);
    }

    /** Why a person has to look; an empty map means the checks were passed. Codes with their details. */
    @Transactional
    public void checked(String number, Map<String, Words> doubts) {
        var order = orders.getReferenceById(number);
        jdbc.sql("delete from order_doubt where order_number = :order")
                .param("order", number)
                .update();
        if (doubts.isEmpty()) {
            order.checkPassed();
        } else {
            order.reach(OrderStatus.IN_REVIEW, clock.instant());
            doubts.forEach((code, detail) -> doubt(number, code, detail));
        }
        orders.save(order);
    }

    @Transactional
    public void approve(String number) {
        var order = orders.getReferenceById(number);
        order.checkPassed();
        orders.save(order);
    }

    @Transactional
    public void plan(String number, @Nullable LocalDate shipDay) {
        var order = orders.getReferenceById(number);
        order.plan(shipDay);
        order.reach(OrderStatus.READY, clock.instant());
        orders.save(order);
    }

    /** Gives up the wished day of all destinations: the earliest possible one it will be. */
    @Transactional
    public void forgetWish(String number) {
        var order = orders.getReferenceById(number);
        order.forgetWish();
        orders.save(order);
    }

    /** Pieces of one order have left the house. */
    @Transactional
    public void ship(String number, List<Pieces> pieces) {
        ship(Map.of(number, pieces));
    }

    /** Pieces of some orders have left the house. */
    @Transactional
    public void ship(Map<String, List<Pieces>> pieces) {
        var left = orders.findAllById(pieces.keySet());
        left.forEach(order ->
                pieces.getOrDefault(order.number(), List.of()).forEach(p -> order.ship(p.lineNo(), p.quantity())));
        orders.saveAll(left);
    }

    /** Pieces that had left are to be sent once more. */
    @Transactional
    public void reopen(String number, List<Pieces> pieces) {
        var order = orders.getReferenceById(number);
        pieces.forEach(p -> order.reopen(p.lineNo(), p.quantity()));
        orders.save(order);
    }

    private void doubt(String number, String code, Words detail) {
        jdbc.sql(
                        """
                        insert into order_doubt (order_number, code, detail, detail_en) values (:order, :code, :detail, :english)
                        on conflict (order_number, code) do update set detail = excluded.detail, detail_en = excluded.detail_en
                        """)
                .param("order", number)
                .param("code", code)
                .param("detail", detail.japanese())
                .param("english", detail.english())
                .update();
    }

    /** The doubts that were found, code and detail. */
    @Transactional(readOnly = true)
    public List<Doubt> doubts(String number) {
        return jdbc.sql("select code, detail, detail_en from order_doubt where order_number = :order order by code")
                .param("order", number)
                .query((row, n) -> new Doubt(
                        row.getString("code"), new Words(row.getString("detail"), row.getString("detail_en"))))
                .list();
    }

    public record Doubt(String code, Words detail) {}

    /** @param lineNo from 1 */
    public record Pieces(int lineNo, int quantity) {}

    /** Slots are codes in the database; this reads one. */
    public static @Nullable TimeSlot slot(@Nullable String code) {
        return TimeSlot.find(code).orElse(null);
    }
}
