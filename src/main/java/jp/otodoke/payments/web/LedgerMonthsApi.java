package jp.otodoke.payments.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import jp.otodoke.payments.CloseMonth;
import jp.otodoke.payments.LedgerMonths;
import jp.otodoke.payments.LedgerMonths.Closing;
import jp.otodoke.staff.CurrentStaff;
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
    private final CurrentStaff staff;

    LedgerMonthsApi(LedgerMonths months, CloseMonth closeMonth, CurrentStaff staff) {
        this.months = months;
        this.closeMonth = closeMonth;
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

    record ClosedMonth(YearMonth month, String state, Instant closedAt, String closedBy) {
        static ClosedMonth of(Closing closing) {
            return new ClosedMonth(closing.month(), "CLOSED", closing.at(), closing.by());
        }
    }
}
