package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Shipments extends JpaRepository<Shipment, ShipmentNumber> {
    @Query(
            "select distinct s from Shipment s join s.lines l where l.orderNumber in :orders order by s.createdAt, s.number")
    List<Shipment> ofOrders(Collection<OrderNumber> orders);
}
