package jp.otodoke.payments.accounting.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import jp.otodoke.payments.CloseMonth;
import jp.otodoke.payments.MonthEndList;
import jp.otodoke.payments.TrialBalance;
import jp.otodoke.payments.accounting.LedgerReview;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what was posted to each account. */
@Controller
class LedgerPage {
    private final TrialBalance trialBalance;
    private final LedgerReview review;
    private final MonthEndList monthEnd;
    private final CloseMonth closeMonth;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    LedgerPage(
            TrialBalance trialBalance,
            LedgerReview review,
            MonthEndList monthEnd,
            CloseMonth closeMonth,
            CurrentStaff staff,
            BusinessClock clock) {
        this.trialBalance = trialBalance;
        this.review = review;
        this.monthEnd = monthEnd;
        this.closeMonth = closeMonth;
        this.staff = staff;
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

    /** The months, what is still open in them, and what was handed over to the accounting software. */
    @GetMapping("/ledger/months")
    String months(Model model) {
        model.addAttribute("months", review.months());
        model.addAttribute("checked", toClose());
        return "payments/ledger-months";
    }

    /** The check list of a month, which takes a while and comes after the page. */
    @GetMapping("/ledger/months/{month}/checks")
    String checks(@PathVariable YearMonth month, Model model) {
        model.addAttribute("month", month);
        model.addAttribute("checks", monthEnd.of(month));
        return "payments/ledger-checks :: checks";
    }

    /** The oldest month that is over and open, or else this one. */
    private YearMonth toClose() {
        return review.months().stream()
                .filter(LedgerReview.Month::closable)
                .map(LedgerReview.Month::month)
                .reduce((later, earlier) -> earlier)
                .orElse(YearMonth.from(clock.today()));
    }

    @PostMapping("/ledger/months/{month}/close")
    String close(@PathVariable YearMonth month, RedirectAttributes flash, Locale locale) {
        try {
            closeMonth.close(month, staff.name());
            flash.addFlashAttribute(
                    "done", BilingualText.of("ledger.month.closed", month).in(locale));
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return "redirect:/ledger/months";
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
