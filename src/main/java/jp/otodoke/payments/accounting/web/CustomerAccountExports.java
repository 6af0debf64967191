package jp.otodoke.payments.accounting.web;

import java.util.List;
import jp.otodoke.payments.accounting.AccountEntry;
import jp.otodoke.payments.accounting.CustomerAccount;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports a customer's account. */
@Controller
class CustomerAccountExports {
    private final CustomerAccount account;
    private final Exports exports;
    private final List<Column<AccountEntry>> columns;

    CustomerAccountExports(CustomerAccount account, Exports exports, Formats formats) {
        this.account = account;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("customer-account.at", AccountEntry::at),
                new Column<>("customer-account.kind", e -> formats.name("customer-account.kind", e.kind())),
                new Column<>("customer-account.number", e -> e.receivable().value()),
                new Column<>("customer-account.reference", AccountEntry::reference),
                new Column<>("customer-account.debit", e -> amount(e.debit())),
                new Column<>("customer-account.credit", e -> amount(e.credit())),
                new Column<>("customer-account.owed", e -> e.owed().amount()),
                new Column<>("customer-account.held", e -> e.held().amount()));
    }

    private static @Nullable Long amount(@Nullable Yen yen) {
        return yen == null ? null : yen.amount();
    }

    @GetMapping("/customers/{number}/account/export.csv")
    ResponseEntity<StreamingResponseBody> csv(
            @PathVariable CustomerNumber number, @ModelAttribute AccountPeriod period) {
        return exports.csv(table(number, period));
    }

    @GetMapping("/customers/{number}/account/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel(
            @PathVariable CustomerNumber number, @ModelAttribute AccountPeriod period) {
        return exports.excel(table(number, period));
    }

    private Table<AccountEntry> table(CustomerNumber number, AccountPeriod period) {
        return new Table<>(
                "customer-account",
                FilterText.ALL
                        .with("customer", number)
                        .with("from", period.from())
                        .with("until", period.until())
                        .text(),
                columns,
                use -> account.each(period.of(number), use));
    }
}
