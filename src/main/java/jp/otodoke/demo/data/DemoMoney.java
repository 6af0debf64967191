package jp.otodoke.demo.data;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * A small history of money, made by the use cases that the staff's pages call: debits, deposits, refunds, chargebacks, dunning,
 * a statement, slips, points and coupons.
 */
@Component
@Profile("demo")
class DemoMoney {
    /** Who did it; what takes two people was approved by the other. */
    static final String ACCOUNTING = "accounting";

    static final String MANAGER = "manager";

    private final DemoPayers payers;
    private final DemoDebits debits;
    private final DemoDeposits deposits;
    private final DemoRefunds refunds;
    private final DemoDunning dunning;

    DemoMoney(DemoPayers payers, DemoDebits debits, DemoDeposits deposits, DemoRefunds refunds, DemoDunning dunning) {
        this.payers = payers;
        this.debits = debits;
        this.deposits = deposits;
        this.refunds = refunds;
        this.dunning = dunning;
    }

    /** Before the orders that can be shipped are. */
    void placeOrders() {
        payers.place();
    }

    /** When orders on account have been shipped. */
    void write() {
        payers.pay();
        debits.write();
        deposits.write();
        refunds.write();
        dunning.write();
    }
}
