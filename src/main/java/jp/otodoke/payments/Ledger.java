package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Double-entry ledger. Each posting has a unique name and is made once; corrections are postings of their own. */
@Component
class Ledger {
    enum Account {
        RECEIVABLE,
        SALES,
        BANK,
        CARD,
        SHOP,
        CARRIER,
        SUSPENSE,
        WRITE_OFF
    }

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    Ledger(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param amount from credit to debit; zero posts nothing
     * @return false if the posting already existed
     */
    boolean post(String posting, Account debit, Account credit, Yen amount, @Nullable OrderNumber orderNumber) {
        if (amount.isZero()) {
            return false;
        }
        return jdbc.sql(
                                """
                                insert into ledger_entry (posting, account, amount, order_number, at)
                                values (:posting, :debit, :amount, :order, :at), (:posting, :credit, -:amount, :order, :at)
                                on conflict do nothing
                                """)
                        .param("posting", posting)
                        .param("debit", debit.name())
                        .param("credit", credit.name())
                        .param("amount", amount.amount())
                        .param("order", orderNumber == null ? null : orderNumber.value())
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /** What this account has received for an order, less what it gave back. */
    Yen received(Account account, OrderNumber orderNumber) {
        return Yen.of(jdbc.sql(
                        """
                        select cast(coalesce(sum(amount), 0) as bigint) from ledger_entry
                         where order_number = :order and account = :account
                        """)
                .param("order", orderNumber.value())
                .param("account", account.name())
                .query(Long.class)
                .single());
    }

    /** The latest transaction by which money was taken from a card for this order. */
    Optional<String> capturedTransaction(OrderNumber orderNumber) {
        return jdbc.sql(
                        """
                        select substr(posting, length('capture:') + 1) from ledger_entry
                         where order_number = :order and account = 'CARD' and posting like 'capture:%'
                         order by id desc limit 1
                        """)
                .param("order", orderNumber.value())
                .query(String.class)
                .optional();
    }
}
