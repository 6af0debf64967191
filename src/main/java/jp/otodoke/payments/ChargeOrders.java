package jp.otodoke.payments;

import java.util.HashMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderCancelled;
import jp.otodoke.orders.OrderRepriced;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.OrdersPlaced;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
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
    private final AllocatePayments allocatePayments;
    private final RefundExcess refundExcess;
    private final JdbcClient jdbc;

    ChargeOrders(
            Payments payments,
            FindOrder orders,
            RemainingTotals remainingTotals,
            Ledger ledger,
            AllocatePayments allocatePayments,
            RefundExcess refundExcess,
            JdbcClient jdbc) {
        this.payments = payments;
        this.orders = orders;
        this.remainingTotals = remainingTotals;
        this.ledger = ledger;
        this.allocatePayments = allocatePayments;
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
                        order.customerNumber(),
                        order.paymentMethod(),
                        order.shopPayment(),
                        order.totals().total(),
                        tokens.get(order.number())))
                .toList();
        ledger.post(opened.stream().map(ChargeOrders::charge).toList());
        var paid = opened.stream()
                .filter(payment -> payment.shopPayment() == ShopPayment.PAID)
                .collect(Collectors.toMap(Function.identity(), ChargeOrders::paidAtTheShop));
        var made = allocatePayments.record(paid.values());
        opened.forEach(payment -> atTheShop(payment, paid.get(payment), made));
        payments.saveAll(opened);
    }

    private static Posting charge(Payment payment) {
        var number = payment.orderNumber();
        return new Posting(
                "charge:" + number, Account.RECEIVABLE, Account.SALES, payment.charged(), ReceivableNumber.of(number));
    }

    /** The shop collected or authorised the total of the order as it was placed there, whatever becomes of it here. */
    private static PaymentAllocation paidAtTheShop(Payment payment) {
        var number = payment.orderNumber();
        return PaymentAllocation.of(
                "shop-paid:" + number + ":0",
                number,
                Reason.PAID_AT_SHOP,
                Account.SHOP,
                payment.charged(),
                CurrentStaff.SYSTEM);
    }

    private static void atTheShop(Payment payment, @Nullable PaymentAllocation paid, Set<String> made) {
        var total = payment.charged();
        if (paid != null && made.contains(paid.name())) {
            payment.allocate(paid);
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
        payment.recharge(total);
    }

    private long postings(OrderNumber orderNumber) {
        return jdbc.sql("select count(*) from ledger_entry where receivable = :order")
                .param("order", orderNumber.value())
                .query(Long.class)
                .single();
    }
}
