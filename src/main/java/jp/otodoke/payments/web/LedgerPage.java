package jp.otodoke.payments.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import jp.otodoke.payments.TrialBalance;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows what was posted to each account. */
@Controller
class LedgerPage {
    private final TrialBalance trialBalance;
    private final BusinessClock clock;

    LedgerPage(TrialBalance trialBalance, BusinessClock clock) {
        this.trialBalance = trialBalance;
        this.clock = clock;
    }

    /** @param at to the end of which day; today if it is left out or no day */
    @GetMapping("/ledger")
    String show(@RequestParam(required = false) @Nullable String at, Model model) {
        var day = day(at);
        var accounts = trialBalance.at(day);
        model.addAttribute("at", day);
        model.addAttribute("accounts", accounts);
        model.addAttribute("debit", Yen.sum(accounts, TrialBalance.Balance::debit));
        model.addAttribute("credit", Yen.sum(accounts, TrialBalance.Balance::credit));
        return "payments/ledger";
    }

    private LocalDate day(@Nullable String typed) {
        if (TextNormalizer.blank(typed)) {
            return clock.today();
        }
        try {
            return CalendarRange.day(typed);
        } catch (DateTimeException noDay) {
            return clock.today();
        }
    }
}
