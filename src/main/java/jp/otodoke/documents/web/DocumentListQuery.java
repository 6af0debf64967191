package jp.otodoke.documents.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import jp.otodoke.documents.AmountRange;
import jp.otodoke.documents.DocumentFilter;
import jp.otodoke.documents.DocumentKind;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** What was typed above the list, for the page and its files. What can't be read is any. */
record DocumentListQuery(
        @Nullable String kind,
        @Nullable String from,
        @Nullable String to,
        @Nullable String amount,
        @Nullable String partner,
        @Nullable String order) {
    DocumentFilter filter() {
        var number = TextNormalizer.orNull(order);
        return new DocumentFilter(
                Arrays.stream(DocumentKind.values())
                        .filter(one -> one.name().equals(kind))
                        .findFirst()
                        .orElse(null),
                day(from),
                day(to),
                range(amount),
                TextNormalizer.orNull(partner),
                number == null ? null : OrderNumber.of(number));
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return TextNormalizer.blank(typed) ? null : CalendarRange.day(typed);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private static AmountRange range(@Nullable String typed) {
        try {
            return AmountRange.of(typed);
        } catch (InvalidInput noAmount) {
            return AmountRange.ANY;
        }
    }
}
