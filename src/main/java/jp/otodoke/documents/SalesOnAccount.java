package jp.otodoke.documents;

import java.util.List;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which sales stand on statement invoices, whose invoices those are. */
@Component
class SalesOnAccount {
    private final JdbcClient jdbc;

    SalesOnAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the statement of a closing is the invoice of the order, or will be. */
    boolean invoiced(OrderNumber order) {
        return jdbc.sql("select exists (select 1 from payments_receivable_view where number = :order and by_statement)")
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    /** On which the order stands, the oldest first. */
    List<StatementNumber> statements(OrderNumber order) {
        return jdbc.sql(
                        """
                        select distinct s.number from payments_statement_line_view l join payments_statement_view s on s.number = l.statement
                         where l.order_number = :order and s.state = 'ISSUED' order by s.number
                        """)
                .param("order", order.value())
                .query((row, n) -> StatementNumber.of(row.getString(1)))
                .list();
    }

    /** The newest of a customer that nobody has issued as a document. */
    List<StatementNumber> withoutInvoice(String customer, int most) {
        return jdbc.sql(
                        """
                        select s.number from payments_statement_view s
                         where s.customer_number = :customer and s.state = 'ISSUED'
                           and not exists (select 1 from document d where d.kind = 'STATEMENT_INVOICE' and d.subject = s.number)
                         order by s.number desc limit :most
                        """)
                .param("customer", customer)
                .param("most", most)
                .query((row, n) -> StatementNumber.of(row.getString(1)))
                .list();
    }
}
