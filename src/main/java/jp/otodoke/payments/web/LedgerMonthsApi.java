package jp.otodoke.payments.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import jp.otodoke.payments.CloseMonth;
import jp.otodoke.payments.LedgerMonths;
import jp.otodoke.payments.LedgerMonths.Closing;
import jp.otodoke.payments.MonthEndCheck;
import jp.otodoke.payments.MonthEndList;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of the ledger's months. */
@RestController
@RequestMapping("/api/v1/ledger/months")
class LedgerMonthsApi {
    private final LedgerMonths months;
    private final CloseMonth closeMonth;
    private final MonthEndList monthEnd;
    private final CurrentStaff staff;

    LedgerMonthsApi(LedgerMonths months, CloseMonth closeMonth, MonthEndList monthEnd, CurrentStaff staff) {
        this.months = months;
        this.closeMonth = closeMonth;
        this.monthEnd = monthEnd;
        this.staff = staff;
    }

    /** The closed ones, the latest first. */
    @GetMapping
    Map<String, List<ClosedMonth>> closed() {
        return Map.of("items", months.closed().stream().map(ClosedMonth::of).toList());
    }

    /** Closes a month and all before it; what is posted afterwards falls into the next. Has no effect on a closed one. */
    @PostMapping("/{month}/close")
    ClosedMonth close(@PathVariable YearMonth month) {
        return ClosedMonth.of(closeMonth.close(month, staff.name()));
    }

    /** What should be looked at before the month is closed. */
    @GetMapping("/{month}/checks")
    Map<String, List<CheckBody>> checks(@PathVariable YearMonth month) {
        return Map.of("items", monthEnd.of(month).stream().map(CheckBody::of).toList());
    }

    /**
     * @param count how many are left; zero is well
     * @param amount their sum; null where there is none
     * @param blocks whether the month is not closed while something is left
     */
    record CheckBody(String code, long count, @Nullable Long amount, boolean blocks) {
        static CheckBody of(MonthEndCheck.Line line) {
            return new CheckBody(
                    line.code(),
                    line.count(),
                    line.sum() == null ? null : line.sum().amount(),
                    line.blocks());
        }
    }

    record ClosedMonth(YearMonth month, String state, Instant closedAt, String closedBy) {
        static ClosedMonth of(Closing closing) {
            return new ClosedMonth(closing.month(), "CLOSED", closing.at(), closing.by());
        }
    }
}
