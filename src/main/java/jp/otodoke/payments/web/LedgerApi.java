package jp.otodoke.payments.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.payments.TrialBalance;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of the ledger. */
@RestController
@RequestMapping("/api/v1/ledger")
class LedgerApi {
    private final TrialBalance trialBalance;
    private final BusinessClock clock;

    LedgerApi(TrialBalance trialBalance, BusinessClock clock) {
        this.trialBalance = trialBalance;
        this.clock = clock;
    }

    /** @param at to the end of which day postings count: a date, or an instant with its offset for its day in Tokyo; today if it is left out */
    @GetMapping("/balances")
    Balances balances(
            @Parameter(schema = @Schema(type = "string", example = "2026-12-01"))
                    @RequestParam(required = false)
                    @Nullable
                    DayAsked at) {
        var day = at == null ? clock.today() : at.day();
        return new Balances(
                day,
                trialBalance.at(day).stream()
                        .map(b -> new AccountBalance(
                                b.account(), b.taxRate(), b.balance().amount()))
                        .toList());
    }

    /** All accounts to the end of today; the balances add up to zero, and so do debit and credit. */
    @GetMapping("/trial-balance")
    Trial trialBalance() {
        var accounts = trialBalance.now();
        return new Trial(
                clock.today(),
                accounts.stream()
                        .map(b -> new AccountSums(
                                b.account(),
                                b.taxRate(),
                                b.debit().amount(),
                                b.credit().amount(),
                                b.balance().amount()))
                        .toList(),
                Yen.sum(accounts, TrialBalance.Balance::debit).amount(),
                Yen.sum(accounts, TrialBalance.Balance::credit).amount(),
                Yen.sum(accounts, TrialBalance.Balance::balance).amount());
    }

    record Balances(LocalDate at, List<AccountBalance> accounts) {}

    /**
     * @param taxRate per cent, of sales and their tax; null for others
     * @param balance debit is positive
     */
    record AccountBalance(String account, @Nullable Integer taxRate, long balance) {}

    record Trial(LocalDate at, List<AccountSums> accounts, long debit, long credit, long balance) {}

    record AccountSums(String account, @Nullable Integer taxRate, long debit, long credit, long balance) {}
}
