package jp.otodoke.payments.desk.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import jp.otodoke.payments.CancelStatement;
import jp.otodoke.payments.CloseAccounts;
import jp.otodoke.payments.FindStatements;
import jp.otodoke.payments.FindVirtualAccount;
import jp.otodoke.payments.Statement;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.platform.pages.PageFrame;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Statement invoices: their list, each of them, closing by hand. */
@Controller
class StatementsPage {
    private static final int SIZE = 50;
    private static final int PREVIEWED = 50;

    private final FindStatements statements;
    private final CloseAccounts closeAccounts;
    private final CancelStatement cancelStatement;
    private final FindVirtualAccount virtualAccounts;
    private final PageFrame pageFrame;
    private final BusinessClock clock;

    StatementsPage(
            FindStatements statements,
            CloseAccounts closeAccounts,
            CancelStatement cancelStatement,
            FindVirtualAccount virtualAccounts,
            PageFrame pageFrame,
            BusinessClock clock) {
        this.statements = statements;
        this.closeAccounts = closeAccounts;
        this.cancelStatement = cancelStatement;
        this.virtualAccounts = virtualAccounts;
        this.pageFrame = pageFrame;
        this.clock = clock;
    }

    @GetMapping("/statements")
    String list(
            @ModelAttribute StatementFilter filter,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var sum = statements.sum(filter.read());
        var shown = Math.max(0, Math.min(page, (int) ((sum.count() - 1) / SIZE)));
        model.addAttribute("statements", statements.list(filter.read(), sort, shown * SIZE, SIZE));
        model.addAttribute("sum", sum);
        model.addAttribute("filter", filter);
        model.addAttribute("state", filter.stateOf());
        model.addAttribute("states", Statement.State.values());
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("today", clock.today());
        return "payments/statements";
    }

    @GetMapping("/statements/{number}")
    String show(@PathVariable String number, Model model) {
        var sheet = sheet(number);
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "account",
                virtualAccounts.wordsToDebtor(sheet.statement().customer()).orElse(null));
        return "payments/statement";
    }

    @PostMapping("/statements/preview")
    String preview(
            @RequestParam LocalDate closingDate,
            @RequestParam(required = false) @Nullable String customer,
            RedirectAttributes flash,
            Locale locale) {
        return change("redirect:/statements", flash, locale, () -> {
            var would = closeAccounts.preview(closingDate, customer(customer));
            flash.addFlashAttribute("preview", would.subList(0, Math.min(PREVIEWED, would.size())));
            flash.addFlashAttribute("previewed", would.size());
            flash.addFlashAttribute("previewTotal", Yen.sum(would, Statement::total));
            flash.addFlashAttribute("closingDate", closingDate);
            flash.addFlashAttribute("customer", TextNormalizer.orNull(customer));
            return null;
        });
    }

    @PostMapping("/statements")
    String close(
            @RequestParam LocalDate closingDate,
            @RequestParam(required = false) @Nullable String customer,
            RedirectAttributes flash,
            Locale locale) {
        return change("redirect:/statements", flash, locale, () -> {
            List<StatementNumber> issued = closeAccounts.close(closingDate, customer(customer), pageFrame.user());
            return BilingualText.of("statements.closed", issued.size());
        });
    }

    @PostMapping("/statements/{number}/cancellation")
    String cancel(@PathVariable String number, @RequestParam String reason, RedirectAttributes flash, Locale locale) {
        var statement = sheet(number).statement();
        return change("redirect:/statements/" + statement.number(), flash, locale, () -> {
            cancelStatement.cancel(statement.number(), TextNormalizer.clean(reason), pageFrame.user());
            return BilingualText.of("statement.is-cancelled", statement.number());
        });
    }

    private Statement.Sheet sheet(String number) {
        return (StatementNumber.isOne(number) ? statements.find(StatementNumber.of(number)) : none())
                .orElseThrow(() -> Refusal.notFound("statement.not-found", number));
    }

    private static Optional<Statement.Sheet> none() {
        return Optional.empty();
    }

    private static @Nullable CustomerNumber customer(@Nullable String typed) {
        var number = TextNormalizer.orNull(typed);
        return number == null ? null : CustomerNumber.of(number);
    }

    /** @param change returns what it has done; null if the page shows it by itself */
    private static String change(
            String next, RedirectAttributes flash, Locale locale, Supplier<@Nullable BilingualText> change) {
        try {
            var done = change.get();
            if (done != null) {
                flash.addFlashAttribute("done", done.in(locale));
            }
        } catch (InvalidInput wrong) {
            flash.addFlashAttribute("problems", wrong.problems());
        } catch (Refusal no) {
            flash.addFlashAttribute("refused", no.words().in(locale));
        }
        return next;
    }
}
