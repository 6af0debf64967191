package jp.otodoke.payments;

import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Money that settles what somebody owes, or is taken from that again.
 *
 * @param name of the event, also of its posting in the ledger; each is booked once
 * @param account where the money came from, or goes to
 * @param amount negative when it is taken or given back
 * @param deposit that is matched or un-matched; null for money that comes in another way
 * @param batch with which others it is matched by itself; null if a person decides
 * @param undoes id of the allocation that is taken back; null if none
 * @param by user name
 */
record PaymentAllocation(
        String name,
        ReceivableNumber receivable,
        Reason reason,
        Account account,
        Yen amount,
        @Nullable Long deposit,
        @Nullable Long batch,
        @Nullable Long undoes,
        String by) {
    enum Reason {
        MATCHED,
        UNMATCHED,
        REVERSED,
        CAPTURED,
        PAID_AT_SHOP,
        COLLECTED,
        REFUNDED,
        WRITTEN_OFF
    }

    static PaymentAllocation of(
            String name, OrderNumber orderNumber, Reason reason, Account account, Yen amount, String by) {
        return new PaymentAllocation(
                name, ReceivableNumber.of(orderNumber), reason, account, amount, null, null, null, by);
    }
}
