package jp.otodoke.documents;

import java.util.List;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.payments.FindStatements;
import jp.otodoke.payments.FindVirtualAccount;
import jp.otodoke.payments.Statement;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * 請求書 of 掛売り: the 適格請求書 of what a closing adds, with tax as it was rounded there, once per rate; what was asked for before, what
 * was paid since, and what is to be paid now.
 */
@Component
class ComposeStatementInvoice {
    private final FindStatements statements;
    private final StatementLines lines;
    private final PaperItems paperItems;
    private final FindVirtualAccount virtualAccounts;
    private final BuyerAddress buyerAddress;
    private final Issuer issuer;

    ComposeStatementInvoice(
            FindStatements statements,
            StatementLines lines,
            PaperItems paperItems,
            FindVirtualAccount virtualAccounts,
            BuyerAddress buyerAddress,
            Issuer issuer) {
        this.statements = statements;
        this.lines = lines;
        this.paperItems = paperItems;
        this.virtualAccounts = virtualAccounts;
        this.buyerAddress = buyerAddress;
        this.issuer = issuer;
    }

    /** @throws Refusal if there is none (not found), it is cancelled, or the issuer has no registration number (conflict) */
    Draft of(StatementNumber number) {
        issuer.registrationNumber();
        var sheet = statements.find(number).orElseThrow(() -> Refusal.notFound("statement.not-found", number));
        if (sheet.statement().state() == Statement.State.CANCELLED) {
            throw Refusal.conflict("document.refused.statement-cancelled", number);
        }
        return new Draft(
                DocumentKind.STATEMENT_INVOICE,
                number.value(),
                orders(sheet),
                null,
                null,
                sheet.statement().customer(),
                paper(sheet));
    }

    private Paper paper(Statement.Sheet sheet) {
        var statement = sheet.statement();
        var rates = sheet.rates().stream()
                .map(rate -> new TaxShare(rate.taxRate(), rate.amount(), rate.tax()))
                .toList();
        return new Paper(
                buyerAddress.of(statement.customer()),
                statement.closingDate(),
                List.of(
                        new Paper.Fact(
                                "paper.statement-invoice.number",
                                statement.number().value()),
                        new Paper.Fact("paper.closing-date", PaperText.day(statement.closingDate())),
                        new Paper.Fact("paper.due-date", PaperText.day(statement.dueDate())),
                        new Paper.Fact("paper.customer", statement.customer().value())),
                List.of(),
                paperItems.rates(statement.closingDate(), rates),
                statement.total(),
                new Paper.StatementInvoiceDetails(
                        statement.number().value(),
                        statement.dueDate(),
                        statement.previous(),
                        statement.received(),
                        statement.sales(),
                        statement.tax(),
                        lines.of(statement.number()),
                        virtualAccounts.wordsToDebtor(statement.customer()).orElse(null)));
    }

    private static List<OrderNumber> orders(Statement.Sheet sheet) {
        return sheet.lines().stream()
                .map(Statement.Line::order)
                .filter(ReceivableNumber::ofOrder)
                .map(ReceivableNumber::asOrder)
                .distinct()
                .sorted()
                .toList();
    }
}
