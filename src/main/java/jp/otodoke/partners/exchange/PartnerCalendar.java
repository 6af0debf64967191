package jp.otodoke.partners.exchange;

import java.time.LocalDate;
import java.util.Set;

/**
 * Days on which a partner is closed and sends nothing; {@code expectations.calendar.<code>} is the calendar's
 * name.
 */
public interface PartnerCalendar {
    String code();

    Set<LocalDate> closed(LocalDate from, LocalDate to);
}
