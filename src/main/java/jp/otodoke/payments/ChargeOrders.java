package jp.otodoke.payments;

import java.util.HashMap;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderRepriced;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.OrdersPlaced;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Charges orders when they are placed, adjusts the charge when one changes, and cancels it when one ends. */
@Component
class ChargeOrders {
    private final Payments payments;
    private final FindOrder orders;
    private final RemainingTotals remainingTotals;
    private final Ledger ledger;
    private final RefundExcess refundExcess;
    private final JdbcClient jdbc;

    ChargeOrders(
            Payments payments,
            FindOrder orders,
            RemainingTotals remainingTotals,
            Ledger ledger,
            RefundExcess refundExcess,
            JdbcClient jdbc) {
        this.payments = payments;
        this.orders = orders;
        this.remainingTotals = remainingTotals;
        this.ledger = ledger;
        this.refundExcess = refundExcess;
        this.jdbc = jdbc;
    }

    @EventListener
    @Order(1)
    void on(OrdersPlaced placed) {
        var tokens = new HashMap<OrderNumber, @Nullable String>();
        placed.orders().forEach(order -> tokens.put(order.number(), order.cardToken()));
        var opened = orders.all(placed.numbers()).stream()
                .map(order -> Payment.open(
                        order.number(),
                        order.paymentMethod(),
                        order.shopPayment(),
                        order.totals().total(),
                        tokens.get(order.number())))
                .toList();
        var made = ledger.post(opened.stream().flatMap(ChargeOrders::postings).toList());
        opened.forEach(payment -> atTheShop(payment, made));
        payments.saveAll(opened);
    }

    /** The shop collected or authorised the total of the order as it was placed there, whatever becomes of it here. */
    private static Stream<Posting> postings(Payment payment) {
        var number = payment.orderNumber();
        var total = payment.charged();
        var charge = new Posting("charge:" + number, Account.RECEIVABLE, Account.SALES, total, number);
        return payment.shopPayment() == ShopPayment.PAID && total.isPositive()
                ? Stream.of(charge, new Posting(paidAtTheShop(number), Account.SHOP, Account.RECEIVABLE, total, number))
                : Stream.of(charge);
    }

    private static String paidAtTheShop(OrderNumber number) {
        return "shop-paid:" + number + ":0";
    }

    private static void atTheShop(Payment payment, Set<String> made) {
        var total = payment.charged();
        if (made.contains(paidAtTheShop(payment.orderNumber()))) {
            payment.pay(total);
        } else if (payment.shopPayment() == ShopPayment.AUTHORISED && total.isPositive()) {
            payment.authorised(total);
        }
    }

    @EventListener
    @Order(1)
    void on(OrderRepriced repriced) {
        var payment = payments.findById(repriced.orderNumber()).orElseThrow();
        if (payment.transactionNo() != null
                && (!payment.charged().equals(repriced.total()) || payment.method() != repriced.method())) {
            refundExcess.voidAuthorisation(payment);
            payment.endAttempt();
        }
        charge(
                payment,
                repriced.total(),
                "recharge:" + repriced.orderNumber() + ":" + postings(repriced.orderNumber()));
        payBy(payment, repriced);
        payment.settleIfFree();
        refundExcess.excess(payment);
        payments.saveAndFlush(payment);
    }

    /** What the shop has authorised is of no use to an order that is paid in another way from now on. */
    private void payBy(Payment payment, OrderRepriced repriced) {
        var shop = payment.shopPayment();
        payment.payBy(repriced.method(), repriced.cardToken());
        if (shop == ShopPayment.AUTHORISED && payment.shopPayment() == ShopPayment.NONE) {
            refundExcess.voidAtTheShop(payment);
            payment.endAttempt();
        }
    }

    @EventListener
    @Order(1)
    void on(OrderCancelled cancelled) {
        lower(cancelled.orderNumber(), "uncharge");
    }

    @EventListener
    @Order(1)
    void on(OrderReturned returned) {
        lower(returned.orderNumber(), "return");
    }

    /** What was charged may be less than what is owed by the lines, never more. */
    private void lower(OrderNumber number, String posting) {
        var payment = payments.findById(number).orElseThrow();
        var owed = remainingTotals.owed(orders.get(number)).total().max(Yen.ZERO);
        charge(payment, payment.charged().min(owed), posting + ":" + number + ":" + postings(number));
        refundExcess.excess(payment);
        payments.saveAndFlush(payment);
    }

    private void charge(Payment payment, Yen total, String posting) {
        ledger.post(posting, Account.RECEIVABLE, Account.SALES, total.minus(payment.charged()), payment.orderNumber());
        refundExcess.amountsChange(payment);
        payment.recharge(total);
    }

    private long postings(OrderNumber orderNumber) {
        return jdbc.sql("select count(*) from ledger_entry where order_number = :order")
                .param("order", orderNumber.value())
                .query(Long.class)
                .single();
    }
}
