package jp.otodoke.payments;

import java.util.Optional;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To which account of the customer of an order money may be given back without asking. */
@Component
class KnownAccount {
    private final Refunds refunds;
    private final JdbcClient jdbc;
    private final Secrets secrets;

    KnownAccount(Refunds refunds, JdbcClient jdbc, Secrets secrets) {
        this.refunds = refunds;
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** That to which money was transferred last, else that from which the customer lets us collect. */
    Optional<PayeeAccount> of(OrderNumber order) {
        return refunds.transferredTo(order).or(() -> ofMandate(order));
    }

    /** Banks take no transfers to an account for taxes (納税準備). */
    private Optional<PayeeAccount> ofMandate(OrderNumber order) {
        return jdbc.sql(
                        """
                        select m.bank_code, m.branch_code, m.account_type, m.account_number, m.holder_kana
                          from mandate m join receivable r on r.customer_number = m.customer_number
                         where r.number = :order and m.state = 'ACTIVE' and m.account_type in ('1', '2', '9')
                        """)
                .param("order", order.value())
                .query((row, n) -> new PayeeAccount(
                        row.getString("bank_code"),
                        PostPassbook.transferBranch(row.getString("bank_code"), row.getString("branch_code")),
                        row.getString("account_type"),
                        secrets.decrypt(row.getString("account_number")),
                        row.getString("holder_kana")))
                .optional();
    }
}
