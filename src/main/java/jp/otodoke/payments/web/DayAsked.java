package jp.otodoke.payments.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;

/** A day in a query: as a date, or as an instant with its offset, which means its day in Tokyo. */
record DayAsked(LocalDate day) {
    /** A plus that was not encoded arrives as a blank. */
    public static DayAsked valueOf(String text) {
        var written = text.strip().replace(' ', '+');
        return new DayAsked(CalendarRange.within(
                written.contains("T")
                        ? OffsetDateTime.parse(written)
                                .atZoneSameInstant(BusinessClock.TOKYO)
                                .toLocalDate()
                        : LocalDate.parse(written)));
    }
}
