package jp.otodoke.payments.desk.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import jp.otodoke.payments.FindStatements;
import jp.otodoke.payments.Statement;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/**
 * Which statements a page lists, as it stands in its address; what is none is left out.
 *
 * @param from closed on this day or later
 * @param until closed on this day or earlier
 */
record StatementFilter(
        @Nullable String customer, @Nullable String state, @Nullable String from, @Nullable String until) {
    FindStatements.Filter read() {
        return new FindStatements.Filter(TextNormalizer.orNull(customer), stateOf(), day(from), day(until));
    }

    Statement.@Nullable State stateOf() {
        return Arrays.stream(Statement.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst()
                .orElse(null);
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
