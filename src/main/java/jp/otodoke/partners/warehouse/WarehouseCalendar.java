package jp.otodoke.partners.warehouse;

import java.time.LocalDate;
import java.util.Set;
import jp.otodoke.fulfilment.ClosedDays;
import jp.otodoke.partners.exchange.PartnerCalendar;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The days on which the warehouse is closed. */
@Component
@Order(1)
class WarehouseCalendar implements PartnerCalendar {
    private final ClosedDays days;

    WarehouseCalendar(ClosedDays days) {
        this.days = days;
    }

    @Override
    public String code() {
        return ClosedDays.WAREHOUSE;
    }

    @Override
    public Set<LocalDate> closed(LocalDate from, LocalDate to) {
        return days.of(code(), from, to);
    }
}
