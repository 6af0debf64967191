package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.orders.ShippedPiecesChanged;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Books sales and their tax (売上計上) when goods leave, by tax rate: what the shipped pieces that have not come back earn, as the
 * difference to what is booked already, so that it may be asked for at any time. Never more than is charged.
 */
@Component
class RecogniseSales {
    private final JdbcClient jdbc;
    private final FindOrder orders;
    private final RemainingTotals remainingTotals;
    private final Ledger ledger;
    private final AccountGoods accountGoods;

    RecogniseSales(
            JdbcClient jdbc,
            FindOrder orders,
            RemainingTotals remainingTotals,
            Ledger ledger,
            AccountGoods accountGoods) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.remainingTotals = remainingTotals;
        this.ledger = ledger;
        this.accountGoods = accountGoods;
    }

    @EventListener
    void on(ShippedPiecesChanged changed) {
        recognise(changed.orderNumbers());
    }

    void recognise(Collection<OrderNumber> numbers) {
        var charged = charged(numbers);
        if (charged.isEmpty()) {
            return;
        }
        var booked = booked(numbers);
        var postings = new ArrayList<Posting>();
        var sold = orders.all(charged.keySet());
        for (var order : sold) {
            var number = order.number();
            var earned = EarnedSales.within(remainingTotals.earned(order), charged.getOrDefault(number, Yen.ZERO));
            postings.addAll(differences(number, earned, booked.getOrDefault(number, Map.of())));
        }
        ledger.post(postings);
        accountGoods.note(sold);
        putOnNextStatement(postings);
    }

    /** What is sold on account, or comes back, is looked at when the customer's account is closed. */
    private void putOnNextStatement(List<Posting> postings) {
        jdbc.sql(
                        """
                        update receivable set to_invoice = true
                         where number = any(:numbers) and (method = 'INVOICE' or invoiced <> 0) and not to_invoice
                        """)
                .param(
                        "numbers",
                        postings.stream()
                                .filter(posting -> !posting.amount().isZero())
                                .map(posting -> String.valueOf(posting.receivable()))
                                .distinct()
                                .toArray(String[]::new))
                .update();
    }

    private static List<Posting> differences(OrderNumber order, List<TaxShare> earned, Map<Integer, Booked> booked) {
        var shares = new HashMap<Integer, TaxShare>();
        earned.forEach(share -> shares.put(share.percent(), share));
        var rates = new TreeSet<>(shares.keySet());
        rates.addAll(booked.keySet());
        var postings = new ArrayList<Posting>();
        for (int rate : rates) {
            var share = shares.getOrDefault(rate, new TaxShare(rate, Yen.ZERO, Yen.ZERO));
            var so = booked.getOrDefault(rate, Booked.NOTHING);
            var name = order + ":" + rate + ":" + so.postings();
            var sales = share.amount().minus(share.tax()).minus(so.sales());
            postings.add(posting("sales:" + name, Account.SALES, sales, order, rate));
            postings.add(posting(
                    "output-tax:" + name, Account.OUTPUT_TAX, share.tax().minus(so.tax()), order, rate));
        }
        return postings;
    }

    private static Posting posting(String name, Account credit, Yen amount, OrderNumber order, int rate) {
        return new Posting(name, Account.RECEIVABLE, credit, amount, ReceivableNumber.of(order), rate);
    }

    /** Locked, so that what is booked stays the same until the difference is. */
    private Map<OrderNumber, Yen> charged(Collection<OrderNumber> numbers) {
        var charged = new HashMap<OrderNumber, Yen>();
        jdbc.sql(
                        """
                        select number, charged from receivable where number = any(:numbers) and kind = 'ORDER'
                         order by number for update
                        """)
                .param("numbers", values(numbers))
                .query(row -> {
                    charged.put(OrderNumber.of(row.getString("number")), Yen.of(row.getLong("charged")));
                });
        return charged;
    }

    private Map<OrderNumber, Map<Integer, Booked>> booked(Collection<OrderNumber> numbers) {
        var booked = new HashMap<OrderNumber, Map<Integer, Booked>>();
        jdbc.sql(
                        """
                        select receivable, tax_rate, count(*) as postings,
                               coalesce(-sum(amount) filter (where account = 'SALES'), 0) as sales,
                               coalesce(-sum(amount) filter (where account = 'OUTPUT_TAX'), 0) as tax
                          from ledger_entry where receivable = any(:numbers) and tax_rate is not null group by receivable, tax_rate
                        """)
                .param("numbers", values(numbers))
                .query(row -> {
                    booked.computeIfAbsent(OrderNumber.of(row.getString("receivable")), number -> new HashMap<>())
                            .put(
                                    row.getInt("tax_rate"),
                                    new Booked(
                                            row.getInt("postings"),
                                            Yen.of(row.getLong("sales")),
                                            Yen.of(row.getLong("tax"))));
                });
        return booked;
    }

    private static String[] values(Collection<OrderNumber> numbers) {
        return numbers.stream().map(OrderNumber::value).toArray(String[]::new);
    }

    /** @param postings how many there are so far, which tells the next from them */
    private record Booked(int postings, Yen sales, Yen tax) {
        static final Booked NOTHING = new Booked(0, Yen.ZERO, Yen.ZERO);
    }
}
