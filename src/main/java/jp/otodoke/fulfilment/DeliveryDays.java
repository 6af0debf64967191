package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The delivery days available for a destination, and the reasons why other days are not. */
@Component
public class DeliveryDays {
    private final ShipDays shipDays;

    DeliveryDays(ShipDays shipDays) {
        this.shipDays = shipDays;
    }

    /**
     * Starts tomorrow.
     *
     * @param inStock whether everything is in stock; if not, no day can be promised
     */
    @Transactional(readOnly = true)
    public List<DeliveryDay> offer(String prefecture, boolean inStock, int count) {
        var days = shipDays.calendar().days(shipDays.lead(prefecture), count);
        return inStock
                ? days
                : days.stream()
                        .map(d -> DeliveryDay.impossible(d.date(), DeliveryDay.Why.STOCK))
                        .toList();
    }

    @Transactional(readOnly = true)
    public DeliveryDay day(String prefecture, boolean inStock, LocalDate requested) {
        return inStock
                ? shipDays.calendar().day(shipDays.lead(prefecture), requested)
                : DeliveryDay.impossible(requested, DeliveryDay.Why.STOCK);
    }
}
