package jp.otodoke.dunning.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import jp.otodoke.dunning.DunningCase;
import jp.otodoke.dunning.DunningCases;
import jp.otodoke.dunning.DunningCause;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;

/** Reads the filter of the list from its address; what can't be read is as if it were not there. */
final class DunningFilter {
    /** Without a state, what goes on is listed. */
    private static final String ALL = "ALL";

    private DunningFilter() {}

    static DunningCases.Filter of(Map<String, String> asked) {
        var state = asked.getOrDefault("state", DunningCase.State.OPEN.name());
        return new DunningCases.Filter(
                state.equals(ALL) ? null : one(DunningCase.State.values(), state),
                one(DunningCause.values(), asked.get("cause")),
                one(PaymentMethod.values(), asked.get("method")),
                TextNormalizer.orNull(asked.get("customer")),
                TextNormalizer.orNull(asked.get("receivable")),
                day(asked.get("day")));
    }

    private static <E extends Enum<E>> @Nullable E one(E[] all, @Nullable String name) {
        return Arrays.stream(all)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }
}
