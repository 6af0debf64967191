package jp.otodoke.partners.carrier;

import java.time.LocalDate;
import java.util.Set;
import jp.otodoke.fulfilment.ClosedDays;
import jp.otodoke.partners.exchange.PartnerCalendar;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The days on which the carrier is closed. */
@Component
@Order(2)
class CarrierCalendar implements PartnerCalendar {
    private final ClosedDays days;

    CarrierCalendar(ClosedDays days) {
        this.days = days;
    }

    @Override
    public String code() {
        return ClosedDays.CARRIER;
    }

    @Override
    public Set<LocalDate> closed(LocalDate from, LocalDate to) {
        return days.of(code(), from, to);
    }
}
