package jp.otodoke.documents;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.stereotype.Component;

/** 取引明細書: what a customer bought and paid in a period, and what is owed at its end. */
@Component
class ComposeStatement {
    private final StatedAccount account;
    private final BuyerAddress buyerAddress;
    private final PaperItems paperItems;

    ComposeStatement(StatedAccount account, BuyerAddress buyerAddress, PaperItems paperItems) {
        this.account = account;
        this.buyerAddress = buyerAddress;
        this.paperItems = paperItems;
    }

    /**
     * @throws InvalidInput if the period ends before it begins
     * @throws Refusal if there is no such customer (not found), or nothing to tell (conflict)
     */
    Draft of(CustomerNumber customer, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new InvalidInput("to", "invalid", BilingualText.of("document.problem.period"));
        }
        var addressee = buyerAddress.of(customer);
        var opening = account.owedBefore(customer, from);
        var entries = new ArrayList<Paper.Entry>();
        var balance = opening;
        for (var movement : account.movements(customer, from, to)) {
            balance = balance.plus(movement.amount());
            entries.add(new Paper.Entry(
                    movement.day(), movement.about().value(), what(movement), movement.amount(), balance));
        }
        if (entries.isEmpty() && opening.isZero()) {
            throw Refusal.conflict("document.refused.nothing-to-state", customer);
        }
        var paper = new Paper(
                addressee,
                to,
                List.of(
                        new Paper.Fact("paper.period", PaperText.days(from, to)),
                        new Paper.Fact("paper.customer", customer.value())),
                List.of(),
                paperItems.rates(to, account.sales(customer, from, to)),
                balance,
                new Paper.StatementDetails(from, to, opening, entries, balance));
        return new Draft(
                DocumentKind.STATEMENT, customer + ":" + from + ":" + to, List.of(), null, null, customer, paper);
    }

    private static String what(StatedAccount.Movement movement) {
        if (movement.what().equals("SALES")) {
            return PaperText.of(movement.amount().isNegative() ? "paper.entry.return" : "paper.entry.sale");
        }
        return PaperText.of(movement.amount().isNegative() ? "paper.entry.payment" : "paper.entry.given-back");
    }
}
