package jp.otodoke.fulfilment.web;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.platform.pages.HomeCard;
import jp.otodoke.platform.pages.HomeCard.Figure;
import jp.otodoke.platform.pages.HomeCardSource;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Home page cards: today's shipments and deliveries, delivery exceptions, and orders waiting for stock. */
@Component
class ShipmentHomeCards implements HomeCardSource {
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Formats formats;

    ShipmentHomeCards(JdbcClient jdbc, BusinessClock clock, Formats formats) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.formats = formats;
    }

    @Override
    public List<HomeCard> cards() {
        var today = SingletonSupplier.of(this::today);
        var work = Set.of("SHIPMENTS_EDIT");
        return List.of(
                new HomeCard(50, "ship", "truck", work, () -> ship(today)),
                new HomeCard(60, "deliver", "house", work, () -> deliver(today)),
                new HomeCard(70, "delivery-exception", "house-exclamation", work, () -> exceptions(today)),
                new HomeCard(80, "stock-out", "box-seam", work, this::stockOut));
    }

    private Figure ship(Supplier<Today> today) {
        var shipped = formats.number(today.get().shipped());
        return Figure.of(
                        "/shipments",
                        shipped + " / " + formats.number(today.get().toShip()),
                        today.get().toShip() == 0)
                .explained();
    }

    private Figure deliver(Supplier<Today> today) {
        var count = today.get().toDeliver();
        return Figure.of("/shipments?status=SHIPPED", formats.number(count), count == 0);
    }

    private Figure exceptions(Supplier<Today> today) {
        var count = today.get().exceptions();
        return Figure.of("/shipments?status=EXCEPTION", formats.number(count), count == 0)
                .late(count > 0);
    }

    private Figure stockOut() {
        var waiting = jdbc.sql(
                        """
                        select count(*) as orders, coalesce(sum(total), 0)::bigint as amount,
                               (select count(distinct sku) from inventory_backorder_view) as skus
                          from orders_order_view where status = 'AWAITING_STOCK'
                        """)
                .query(Waiting.class)
                .single();
        return Figure.of("/orders?status=AWAITING_STOCK", formats.number(waiting.orders()), waiting.orders() == 0)
                .explained(waiting.skus(), formats.money(waiting.amount()));
    }

    private Today today() {
        return jdbc.sql(
                        """
                        select (select count(*) from fulfilment_shipment_view where ship_date = :day and status <> 'CANCELLED') as to_ship,
                               (select count(*) from fulfilment_shipment_view where ship_date = :day and shipped_at is not null) as shipped,
                               (select count(*) from fulfilment_shipment_view where requested_delivery_date = :day and delivered_at is null
                                   and status in ('SHIPPED', 'EXCEPTION')) as to_deliver,
                               (select count(*) from fulfilment_shipment_view where status = 'EXCEPTION') as exceptions
                        """)
                .param("day", clock.today())
                .query(Today.class)
                .single();
    }

    /** @param exceptions shipments with a delivery exception */
    record Today(long toShip, long shipped, long toDeliver, long exceptions) {}

    /** @param skus number of articles that orders are waiting for */
    record Waiting(long orders, long amount, long skus) {}
}
