package jp.otodoke.payments.accounting.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import jp.otodoke.payments.accounting.CustomerAccount;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Which part of a customer's account is shown, as it stands in the address of the page; what is no day is left out. */
record AccountPeriod(@Nullable String from, @Nullable String until) {
    CustomerAccount.Period of(CustomerNumber customer) {
        return new CustomerAccount.Period(customer, day(from), day(until));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        if (TextNormalizer.blank(typed)) {
            return null;
        }
        try {
            return CalendarRange.day(typed);
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
