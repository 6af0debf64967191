package jp.otodoke.fulfilment;

import java.util.Optional;
import java.util.Set;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.staff.CustomersConcerned;
import org.springframework.stereotype.Component;

/** The customer whom a change of a shipment concerns. */
@Component
class CustomerOfShipment implements CustomersConcerned {
    private final FindShipment shipments;

    CustomerOfShipment(FindShipment shipments) {
        this.shipments = shipments;
    }

    @Override
    public Set<String> areas() {
        return Set.of("shipments");
    }

    @Override
    public Optional<CustomerNumber> customerOf(String number) {
        return number.isBlank()
                ? Optional.empty()
                : shipments.find(ShipmentNumber.of(number)).map(Shipment::customerNumber);
    }
}
