package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks shipments up; lines may be read within the caller's transaction. */
@Component
public class FindShipment {
    private final Shipments shipments;

    FindShipment(Shipments shipments) {
        this.shipments = shipments;
    }

    @Transactional(readOnly = true)
    public Optional<Shipment> find(String number) {
        return shipments.findById(number);
    }

    /** @throws Refusal not found */
    @Transactional(readOnly = true)
    public Shipment get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("shipment.not-found", number));
    }

    @Transactional(readOnly = true)
    public List<Shipment> ofOrder(String orderNumber) {
        return shipments.ofOrders(List.of(orderNumber));
    }

    @Transactional(readOnly = true)
    public List<Shipment> all(Collection<String> numbers) {
        return shipments.findAllById(numbers);
    }
}
