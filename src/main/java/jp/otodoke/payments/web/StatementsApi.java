package jp.otodoke.payments.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.payments.CancelStatement;
import jp.otodoke.payments.CloseAccounts;
import jp.otodoke.payments.FindStatements;
import jp.otodoke.payments.FindVirtualAccount;
import jp.otodoke.payments.Statement;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statement invoices of customers on account. */
@RestController
@RequestMapping("/api/v1/statements")
class StatementsApi {
    private final FindStatements statements;
    private final CloseAccounts closeAccounts;
    private final CancelStatement cancelStatement;
    private final FindVirtualAccount virtualAccounts;
    private final CurrentStaff staff;

    StatementsApi(
            FindStatements statements,
            CloseAccounts closeAccounts,
            CancelStatement cancelStatement,
            FindVirtualAccount virtualAccounts,
            CurrentStaff staff) {
        this.statements = statements;
        this.closeAccounts = closeAccounts;
        this.cancelStatement = cancelStatement;
        this.virtualAccounts = virtualAccounts;
        this.staff = staff;
    }

    /**
     * @param from closed on this day or later
     * @param until closed on this day or earlier
     */
    @GetMapping
    Paged<StatementBody> list(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) Statement.@Nullable State state,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            PageQuery page) {
        var filter = new FindStatements.Filter(customer, state, from, until);
        var sort = page.sort(FindStatements.SORTING).asWritten();
        var items = statements.list(filter, sort, page.offset(), page.size()).stream()
                .map(StatementBody::of)
                .toList();
        return Paged.of(items, page, statements.sum(filter).count());
    }

    @GetMapping("/{number}")
    SheetBody show(@PathVariable String number) {
        return of(statements.find(known(number)).orElseThrow(() -> unknown(number)));
    }

    /** Closes the account of one customer, or of all whose closing day it is; none is closed twice. */
    @PostMapping
    Issued close(@RequestBody Closing asked) {
        return new Issued(closeAccounts.close(asked.day(), asked.who(), staff.name()));
    }

    /** What closing would issue; nothing stays of it. */
    @PostMapping("/preview")
    Preview preview(@RequestBody Closing asked) {
        return new Preview(closeAccounts.preview(asked.day(), asked.who()).stream()
                .map(StatementBody::of)
                .toList());
    }

    /** Takes a statement back that nobody has paid. */
    @PostMapping("/{number}/cancel")
    SheetBody cancel(@PathVariable String number, @RequestBody Cancellation asked) {
        if (TextNormalizer.blank(asked.reason())) {
            throw new InvalidInput("reason", "required", BilingualText.of("statement.problem.reason"));
        }
        cancelStatement.cancel(known(number), TextNormalizer.clean(asked.reason()), staff.name());
        return show(number);
    }

    private SheetBody of(Statement.Sheet sheet) {
        return SheetBody.of(
                sheet, virtualAccounts.ofDebtor(sheet.statement().customer()).orElse(null));
    }

    private static StatementNumber known(String number) {
        if (!StatementNumber.isOne(number)) {
            throw unknown(number);
        }
        return StatementNumber.of(number);
    }

    private static Refusal unknown(String number) {
        return Refusal.notFound("statement.not-found", number);
    }

    /** @param customer null for all whose closing day it is */
    record Closing(@Nullable LocalDate closingDate, @Nullable String customer) {
        LocalDate day() {
            if (closingDate == null) {
                throw new InvalidInput(
                        "closingDate", "required", BilingualText.of("statement.problem.closingDate.required"));
            }
            return closingDate;
        }

        @Nullable
        CustomerNumber who() {
            var number = TextNormalizer.orNull(customer);
            return number == null ? null : CustomerNumber.of(number);
        }
    }

    record Cancellation(@Nullable String reason) {}

    record Issued(List<StatementNumber> statements) {}

    record Preview(List<StatementBody> items) {}

    /** @param open what is still to be paid of its orders */
    record StatementBody(
            String number,
            String customer,
            LocalDate closingDate,
            LocalDate dueDate,
            long previous,
            long received,
            long carried,
            long sales,
            long tax,
            long total,
            long open,
            String state) {
        static StatementBody of(Statement s) {
            return new StatementBody(
                    s.number().value(),
                    s.customer().value(),
                    s.closingDate(),
                    s.dueDate(),
                    s.previous().amount(),
                    s.received().amount(),
                    s.carried().amount(),
                    s.sales().amount(),
                    s.tax().amount(),
                    s.total().amount(),
                    s.open().amount(),
                    s.state().name());
        }
    }

    /** @param virtualAccount branch and number to which the customer pays all statements; null if there is none */
    record SheetBody(
            @JsonUnwrapped StatementBody statement,
            @Nullable String virtualAccount,
            List<RateBody> rates,
            List<LineBody> lines) {
        static SheetBody of(Statement.Sheet sheet, @Nullable String virtualAccount) {
            return new SheetBody(
                    StatementBody.of(sheet.statement()),
                    virtualAccount,
                    sheet.rates().stream()
                            .map(r -> new RateBody(
                                    r.taxRate(), r.amount().amount(), r.tax().amount()))
                            .toList(),
                    sheet.lines().stream()
                            .map(l -> new LineBody(
                                    l.order().value(),
                                    l.day(),
                                    l.taxRate(),
                                    l.amount().amount(),
                                    l.goods()))
                            .toList());
        }
    }

    record RateBody(int taxRate, long amount, long tax) {}

    record LineBody(String orderNumber, LocalDate day, int taxRate, long amount, @Nullable String goods) {}
}
