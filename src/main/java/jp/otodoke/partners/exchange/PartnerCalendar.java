package jp.otodoke.partners.exchange;

import java.time.LocalDate;
import java.util.Set;

/** Days on which somebody rests and sends nothing; {@code expectations.calendar.<code>} is its name. */
public interface PartnerCalendar {
    String code();

    Set<LocalDate> closed(LocalDate from, LocalDate to);
}
