package jp.otodoke.fulfilment;

import jp.otodoke.inbox.Subject;
import jp.otodoke.inbox.TaskSubject;
import jp.otodoke.shared.ShipmentNumber;
import org.springframework.stereotype.Component;

/** Shipments as task subjects. */
@Component
public class ShipmentSubject implements TaskSubject {
    public static final String KIND = "SHIPMENT";

    public static Subject of(ShipmentNumber number) {
        return new Subject(KIND, number.value());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String page(String key) {
        return "/shipments/" + key;
    }

    @Override
    public boolean findable() {
        return true;
    }
}
