package jp.otodoke.payments.web;

import java.util.List;
import java.util.Map;
import jp.otodoke.platform.pages.NavigationEntry;
import jp.otodoke.platform.pages.PageContribution;
import jp.otodoke.platform.pages.PathRule;
import jp.otodoke.platform.pages.StatusChip;
import org.springframework.stereotype.Component;

/** Navigation entry, page permissions and status chips of payments and deposits. */
@Component
class MoneyPageContribution implements PageContribution {
    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                new NavigationEntry(60, "work", "deposits", "/deposits", "cash-coin"),
                new NavigationEntry(62, "work", "receivables", "/receivables", "receipt"),
                new NavigationEntry(63, "work", "direct-debits", "/direct-debits", "bank"),
                new NavigationEntry(61, "work", "refunds", "/refunds", "arrow-counterclockwise"),
                new NavigationEntry(66, "work", "slips", "/slips", "upc-scan"),
                new NavigationEntry(65, "work", "statements", "/statements", "file-earmark-text"),
                new NavigationEntry(64, "work", "ledger", "/ledger", "journal-text"));
    }

    @Override
    public List<PathRule> paths() {
        return List.of(
                new PathRule(5, "customers/*/account", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(6, "customers/*/credit-terms", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(140, "deposits", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(150, "deposit-batches", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(160, "payments", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(165, "receivables", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(166, "slips/print", "PERSONAL_VIEW", "PERSONAL_VIEW"),
                new PathRule(167, "slips", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(168, "statements", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(162, "mandate-forms/*/letter", "PERSONAL_VIEW", "PERSONAL_VIEW"),
                new PathRule(161, "debit-contracts", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(163, "mandate-forms", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(169, "bank-codes", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(170, "mandates", "MONEY_VIEW", "MONEY_EDIT"),
                // Whoever fetches it hands it over, with the whole numbers of all accounts.
                new PathRule(175, "direct-debits/*/request-file", "MONEY_EDIT", "MONEY_EDIT"),
                new PathRule(180, "direct-debits", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(190, "ledger", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(200, "refunds", "MONEY_VIEW", "MONEY_EDIT"),
                new PathRule(205, "transfer-files", "MONEY_EDIT", "MONEY_EDIT"),
                new PathRule(210, "exports", "MONEY_VIEW", "MONEY_EDIT"));
    }

    @Override
    public List<StatusChip> chips() {
        return List.of(
                new StatusChip("payment.PENDING", "wait", "hourglass-split"),
                new StatusChip("payment.ON_DELIVERY", "move", "truck"),
                new StatusChip("payment.AUTHORIZED", "move", "credit-card"),
                new StatusChip("payment.UNKNOWN", "ask", "question-circle"),
                new StatusChip("payment.PARTLY_PAID", "wait", "pie-chart"),
                new StatusChip("payment.PAID", "good", "check-circle-fill"),
                new StatusChip("payment.FAILED", "bad", "x-octagon"),
                new StatusChip("payment.REFUNDED", "gone", "arrow-counterclockwise"),
                new StatusChip("payment.NOTHING_CHARGED", "gone", "slash-circle"),
                new StatusChip("payment.WRITTEN_OFF", "gone", "slash-circle"),
                new StatusChip("chargeback.OPEN", "ask", "question-circle"),
                new StatusChip("chargeback.CONTESTED", "wait", "hourglass-split"),
                new StatusChip("chargeback.ACCEPTED", "gone", "slash-circle"),
                new StatusChip("chargeback.WON", "good", "check-circle-fill"),
                new StatusChip("chargeback.LOST", "bad", "x-octagon"),
                new StatusChip("deposit.UNMATCHED", "wait", "question-circle"),
                new StatusChip("deposit.PROPOSED", "ask", "lightbulb"),
                new StatusChip("deposit.MATCHED", "good", "check-circle-fill"),
                new StatusChip("direct-debit.COLLECTED", "wait", "basket"),
                new StatusChip("direct-debit.SENT", "move", "send"),
                new StatusChip("direct-debit.DONE", "good", "check-circle-fill"),
                new StatusChip("direct-debit.EMPTY", "gone", "slash-circle"),
                new StatusChip("debit-claim.OPEN", "wait", "hourglass-split"),
                new StatusChip("debit-claim.PAID", "good", "check-circle-fill"),
                new StatusChip("debit-claim.FAILED", "bad", "x-octagon"),
                new StatusChip("debit-claim.HELD", "ask", "question-circle"),
                new StatusChip("mandate.ACTIVE", "good", "check-circle-fill"),
                new StatusChip("mandate.SUSPENDED", "ask", "pause-circle"),
                new StatusChip("mandate.INVALID", "bad", "x-octagon"),
                new StatusChip("mandate.REPLACED", "gone", "arrow-repeat"),
                new StatusChip("mandate-form.RECEIVED", "wait", "envelope-open"),
                new StatusChip("mandate-form.SENT", "move", "send"),
                new StatusChip("mandate-form.DEFECT", "ask", "exclamation-triangle"),
                new StatusChip("mandate-form.ACCEPTED", "good", "check-circle-fill"),
                new StatusChip("mandate-form.REPLACED", "gone", "arrow-repeat"),
                new StatusChip("mandate-form.GIVEN_UP", "gone", "slash-circle"),
                new StatusChip("refund.PROPOSED", "ask", "question-circle"),
                new StatusChip("refund.APPROVED", "wait", "hourglass-split"),
                new StatusChip("refund.SENT", "move", "send"),
                new StatusChip("refund.DONE", "good", "check-circle-fill"),
                new StatusChip("refund.FAILED", "bad", "x-octagon"),
                new StatusChip("refund.WITHDRAWN", "gone", "slash-circle"),
                new StatusChip("transfer-file.COLLECTED", "wait", "hourglass-split"),
                new StatusChip("transfer-file.SENT", "move", "send"),
                new StatusChip("transfer-file.DONE", "good", "check-circle-fill"),
                new StatusChip("transfer-file.DISCARDED", "gone", "slash-circle"),
                new StatusChip("statement.OPEN", "wait", "hourglass-split"),
                new StatusChip("statement.OVERDUE", "bad", "calendar-x"),
                new StatusChip("statement.PAID", "good", "check-circle-fill"),
                new StatusChip("statement.CANCELLED", "gone", "slash-circle"),
                new StatusChip("slip.TO_PRINT", "ask", "printer"),
                new StatusChip("slip.OPEN", "wait", "hourglass-split"),
                new StatusChip("slip.PROVISIONAL", "move", "hourglass-bottom"),
                new StatusChip("slip.PAID", "good", "check-circle-fill"),
                new StatusChip("slip.EXPIRED", "bad", "calendar-x"),
                new StatusChip("slip.REPLACED", "gone", "files"),
                new StatusChip("slip.NEEDLESS", "gone", "slash-circle"));
    }

    @Override
    public Map<String, String> apiGroups() {
        return Map.of(
                "statements",
                "Statement invoices of customers who buy on account",
                "deposits",
                "Money on the bank account, matched to orders",
                "deposit-batches",
                "Money on the bank account, matched to orders",
                "receivables",
                "What customers owe, for orders and without",
                "mandates",
                "Accounts from which customers let us collect",
                "mandate-forms",
                "Mandates on paper, from the post until the bank accepts them",
                "direct-debits",
                "What is collected from accounts: claims, request and result files",
                "payments",
                "What orders owe and how it is paid",
                "refunds",
                "Money that goes back to customers",
                "transfer-files",
                "Files by which the bank transfers refunds");
    }
}
