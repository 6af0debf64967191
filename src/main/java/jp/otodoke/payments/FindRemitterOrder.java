package jp.otodoke.payments;

import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the order that a deposit pays by what its remitter wrote: a number, a name, or both. Where number and name
 * point to different orders, or a short number that may as well be a date stands beside a stranger's name, the deposit
 * is doubtful and belongs to no order.
 */
@Component
class FindRemitterOrder {
    private final JdbcClient jdbc;

    FindRemitterOrder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Found find(Deposit deposit) {
        var remitter = deposit.remitterKana();
        var claims = claims(deposit);
        var numbered =
                claims.stream().filter(claim -> claim.isNumberedBy(remitter)).toList();
        var named = claims.stream()
                .filter(claim -> claim.exact() && RemitterName.mentions(remitter, claim.buyerKana()))
                .toList();
        if (numbered.isEmpty()) {
            return byName(remitter, claims);
        }
        var order = numbered.get(0);
        var agreed = named.isEmpty() ? order.isBeyondDoubt(remitter) : named.contains(order);
        if (numbered.size() == 1 && order.exact() && agreed) {
            return Found.certain(order);
        }
        return numbered.size() == 1 && !order.exact() && named.isEmpty()
                ? Found.NONE
                : Found.doubtful(Stream.concat(numbered.stream(), named.stream()));
    }

    private static Found byName(String remitter, List<Claim> claims) {
        var key = RemitterName.key(remitter);
        var same = claims.stream()
                .filter(claim -> claim.exact()
                        && claim.method() == PaymentMethod.BANK_TRANSFER
                        && !claim.buyerKana().isEmpty()
                        && RemitterName.key(claim.buyerKana()).equals(key))
                .toList();
        return same.size() == 1 ? Found.certain(same.get(0)) : Found.NONE;
    }

    /** Unpaid orders of the deposit's amount, and those named by our number whatever they cost. */
    private List<Claim> claims(Deposit deposit) {
        return jdbc.sql(
                        """
                        select p.order_number, o.channel_order_id, o.buyer_kana, p.method,
                               p.charged - p.paid = :amount as exact
                          from payment p join orders_order_view o on o.order_number = p.order_number
                         where p.status in ('PENDING', 'PARTLY_PAID') and p.charged > p.paid
                           and p.method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT')
                           and (p.charged - p.paid = :amount or p.order_number = any(:numbers))
                         order by p.order_number
                        """)
                .param("amount", deposit.remaining().amount())
                .param(
                        "numbers",
                        RemitterName.orderNumbers(deposit.remitterKana()).stream()
                                .map(OrderNumber::value)
                                .toArray(String[]::new))
                .query((row, n) -> new Claim(
                        OrderNumber.of(row.getString("order_number")),
                        row.getString("channel_order_id"),
                        row.getString("buyer_kana"),
                        PaymentMethod.valueOf(row.getString("method")),
                        row.getBoolean("exact")))
                .list();
    }

    /** @param exact whether exactly the deposit's amount is open */
    private record Claim(
            OrderNumber orderNumber,
            @Nullable String channelOrderId,
            String buyerKana,
            PaymentMethod method,
            boolean exact) {
        /** The shop's number of an order with another amount is a figure like any other. */
        boolean isNumberedBy(String remitter) {
            return RemitterName.orderNumbers(remitter).contains(orderNumber)
                    || exact && RemitterName.figures(remitter).contains(channelOrderId);
        }

        /** Whether the number alone is enough: it is long, or there is no name that could contradict it. */
        boolean isBeyondDoubt(String remitter) {
            return RemitterName.orderNumbers(remitter).contains(orderNumber)
                    || channelOrderId != null && channelOrderId.length() >= RemitterName.UNMISTAKABLE
                    || buyerKana.isBlank()
                    || RemitterName.key(remitter).isEmpty();
        }
    }

    /** @param order null if no order is certain */
    record Found(@Nullable OrderNumber order, List<OrderNumber> doubtful) {
        static final Found NONE = new Found(null, List.of());

        static Found certain(Claim claim) {
            return new Found(claim.orderNumber(), List.of());
        }

        static Found doubtful(Stream<Claim> claims) {
            return new Found(null, claims.map(Claim::orderNumber).distinct().toList());
        }
    }
}
