package jp.otodoke.documents;

import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.staff.CurrentStaff;
import jp.otodoke.staff.Permission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Issues what is due and nobody has looked at yet when a search names whom or what it is about, so that it is found: of an
 * order, or of the newest orders and statement invoices of a customer. A search over all finds what was issued.
 */
@Component
public class IssueSearchedDocuments {
    /** The next search goes on with the next. */
    private static final int MOST_ORDERS = 30;

    private static final String WITHOUT =
            "not exists (select 1 from document d where d.order_numbers @> array[o.order_number] and d.kind = ";

    private final IssueDueDocuments issueDue;
    private final SalesOnAccount onAccount;
    private final IssueStatementInvoice issueStatementInvoice;
    private final Issuer issuer;
    private final CurrentStaff staff;
    private final JdbcClient jdbc;

    IssueSearchedDocuments(
            IssueDueDocuments issueDue,
            SalesOnAccount onAccount,
            IssueStatementInvoice issueStatementInvoice,
            Issuer issuer,
            CurrentStaff staff,
            JdbcClient jdbc) {
        this.issueDue = issueDue;
        this.onAccount = onAccount;
        this.issueStatementInvoice = issueStatementInvoice;
        this.issuer = issuer;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    /** Documents name people: who may not see them issues none. */
    @Transactional
    public void issue(DocumentFilter filter) {
        if (!issuer.isKnown() || !staff.may(Permission.PERSONAL_VIEW)) {
            return;
        }
        if (filter.order() != null) {
            existing(filter.order()).forEach(issueDue::issue);
        } else if (filter.partner() != null) {
            due(filter.partner()).forEach(issueDue::issue);
            if (issuer.isRegistered()) {
                onAccount.withoutInvoice(key(filter.partner()), MOST_ORDERS).forEach(issueStatementInvoice::issue);
            }
        }
    }

    private List<OrderNumber> existing(OrderNumber number) {
        return jdbc.sql("select order_number from orders_order_view where order_number = :number")
                .param("number", number.value())
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    private List<OrderNumber> due(String customer) {
        return jdbc.sql("select o.order_number from orders_order_view o where o.customer_number = :customer and ("
                        + (issuer.isRegistered() ? invoiced() : noted())
                        + " or o.payment_method = 'CONVENIENCE_STORE' and " + WITHOUT + "'PAYMENT_SLIP')"
                        + ") order by o.ordered_at desc, o.order_number limit :most")
                .param("customer", key(customer))
                .param("most", MOST_ORDERS)
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .list();
    }

    private static String key(String customer) {
        return customer.strip().toUpperCase(Locale.ROOT);
    }

    /** What is sold on account has no invoice of its own, but delivery notes. */
    private static String invoiced() {
        return "o.payment_method <> 'INVOICE' and (" + any("shipped") + " and " + WITHOUT + "'INVOICE') or "
                + any("returned") + " and " + WITHOUT + "'RETURN_INVOICE')) or o.payment_method = 'INVOICE' and "
                + noted();
    }

    private static String noted() {
        return any("shipped") + " and " + WITHOUT + "'DELIVERY_NOTE') and " + WITHOUT + "'GIFT_DELIVERY_NOTE')";
    }

    private static String any(String pieces) {
        return "exists (select 1 from orders_line_view l where l.order_number = o.order_number and l." + pieces
                + " > 0)";
    }
}
