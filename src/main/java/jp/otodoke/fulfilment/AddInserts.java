package jp.otodoke.fulfilment;

import jp.otodoke.inserts.ChooseInserts;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds the selected inserts to a planned shipment. */
@Component
public class AddInserts {
    private final Shipments shipments;
    private final ChooseInserts inserts;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    AddInserts(Shipments shipments, ChooseInserts inserts, JdbcClient jdbc, BusinessClock clock) {
        this.shipments = shipments;
        this.inserts = inserts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void put(ShipmentNumber shipmentNumber) {
        var rules = inserts.rules(clock.today());
        if (rules.isEmpty()) {
            return;
        }
        var shipment = shipments.findById(shipmentNumber).orElseThrow();
        var order = shipment.orderNumbers().iterator().next();
        for (var rule : inserts.choose(rules, firstParcel(shipment), goods(shipment))) {
            shipment.put(ShipmentLine.insert(order, rule.sku(), rule.name()));
        }
        shipments.save(shipment);
    }

    /** Of several that are released together, the first. */
    private boolean firstParcel(Shipment shipment) {
        return !jdbc.sql(
                        """
                        select exists (select 1 from shipment s join shipment me on me.shipment_number = :me
                                        where s.customer_number = :customer and s.status <> 'CANCELLED'
                                          and (s.created_at, s.shipment_number) < (me.created_at, me.shipment_number))
                        """)
                .param("customer", shipment.customerNumber().value())
                .param("me", shipment.number().value())
                .query(Boolean.class)
                .single();
    }

    private Yen goods(Shipment shipment) {
        var goods = jdbc.sql(
                        """
                        select coalesce(sum(o.unit_price * s.quantity / s.pieces_per_unit), 0) from shipment_line s
                          join orders_line_view o on o.order_number = s.order_number and o.line_no = s.order_line_no
                         where s.shipment_number = :me
                        """)
                .param("me", shipment.number().value())
                .query(Long.class)
                .single();
        return Yen.of(goods);
    }
}
