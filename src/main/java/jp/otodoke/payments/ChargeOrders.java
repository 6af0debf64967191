package jp.otodoke.payments;

import java.util.HashMap;
import java.util.List;
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
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.payments.ReceivableCharges.Charge;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** ReceivableCharges orders when they are placed, adjusts the charge when one changes, and cancels it when one ends. */
@Component
class ChargeOrders {
    private final Payments payments;
    private final FindOrder orders;
    private final RemainingTotals remainingTotals;
    private final ReceivableCharges charges;
    private final RecogniseSales recogniseSales;
    private final AllocatePayments allocatePayments;
    private final RefundExcess refundExcess;
    private final AdvanceDeferred advanceDeferred;

    ChargeOrders(
            Payments payments,
            FindOrder orders,
            RemainingTotals remainingTotals,
            ReceivableCharges charges,
            RecogniseSales recogniseSales,
            AllocatePayments allocatePayments,
            RefundExcess refundExcess,
            AdvanceDeferred advanceDeferred) {
        this.payments = payments;
        this.orders = orders;
        this.remainingTotals = remainingTotals;
        this.charges = charges;
        this.recogniseSales = recogniseSales;
        this.allocatePayments = allocatePayments;
        this.refundExcess = refundExcess;
        this.advanceDeferred = advanceDeferred;
    }

    @EventListener
    @Order(1)
    void on(OrdersPlaced placed) {
        var tokens = new HashMap<OrderNumber, @Nullable String>();
        placed.orders().forEach(order -> tokens.put(order.number(), order.cardToken()));
        var opened = orders.all(placed.numbers()).stream()
                .map(order -> open(order, tokens.get(order.number())))
                .toList();
        charges.add(opened.stream()
                .map(payment -> new Charge(
                        ReceivableNumber.of(payment.orderNumber()),
                        payment.charged(),
                        ReceivableCharges.Reason.CHARGED))
                .toList());
        var paid = opened.stream()
                .filter(payment -> payment.shopPayment() == ShopPayment.PAID)
                .collect(Collectors.toMap(Function.identity(), ChargeOrders::paidAtTheShop));
        var made = allocatePayments.record(paid.values());
        opened.forEach(payment -> atTheShop(payment, paid.get(payment), made));
        payments.saveAll(opened);
    }

    private static Payment open(jp.otodoke.orders.Order order, @Nullable String cardToken) {
        var payment = Payment.open(
                order.number(),
                order.customerNumber(),
                order.paymentMethod(),
                order.shopPayment(),
                order.totals().total(),
                cardToken);
        payment.findableBy(order.buyerKana(), order.channelOrderId());
        return payment;
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
        var checkedAgain = advanceDeferred.has(payment) && payment.method() == repriced.method();
        if (checkedAgain) {
            payment.recheck();
        } else if (payment.transactionNo() != null
                && (!payment.charged().equals(repriced.total()) || payment.method() != repriced.method())) {
            refundExcess.voidAuthorisation(payment);
            payment.endAttempt();
        }
        charge(payment, repriced.total(), ReceivableCharges.Reason.CHANGED);
        payBy(payment, repriced);
        payment.settleIfFree();
        refundExcess.excess(payment);
        payments.saveAndFlush(payment);
        advanceDeferred.advance(payment);
        recogniseSales.recognise(List.of(repriced.orderNumber()));
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
        lower(cancelled.orderNumber(), ReceivableCharges.Reason.CANCELLED);
    }

    @EventListener
    @Order(1)
    void on(OrderReturned returned) {
        lower(returned.orderNumber(), ReceivableCharges.Reason.RETURNED);
    }

    /** What was charged may be less than what is owed by the lines, never more. */
    private void lower(OrderNumber number, ReceivableCharges.Reason reason) {
        var payment = payments.findById(number).orElseThrow();
        var owed = remainingTotals.owed(orders.get(number)).total().max(Yen.ZERO);
        charge(payment, payment.charged().min(owed), reason);
        refundExcess.excess(payment);
        payments.saveAndFlush(payment);
        advanceDeferred.advance(payment);
        recogniseSales.recognise(List.of(number));
    }

    private void charge(Payment payment, Yen total, ReceivableCharges.Reason reason) {
        charges.add(List.of(
                new Charge(ReceivableNumber.of(payment.orderNumber()), total.minus(payment.charged()), reason)));
        payment.recharge(total);
    }
}
