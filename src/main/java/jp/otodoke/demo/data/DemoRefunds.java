package jp.otodoke.demo.data;

import java.util.List;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.ApproveRefund;
import jp.otodoke.payments.AskForRefund;
import jp.otodoke.payments.CollectTransfers;
import jp.otodoke.payments.HandOverTransferFile;
import jp.otodoke.payments.NewRefund;
import jp.otodoke.payments.PayeeAccount;
import jp.otodoke.payments.RecordChargeback;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.payments.TransferFraming;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders that were paid twice: one refund waits for approval, the others are in a file that the bank has. And what a card company
 * took back: one case is open, one is won, one is lost. No approved transfer waits for a file.
 */
@Component
@Profile("demo")
class DemoRefunds {
    private static final String REASON = "二重にお振り込みいただいたため";
    private static final long LIMIT = 10_000;

    private final JdbcClient jdbc;
    private final DemoDeposits deposits;
    private final AskForRefund askForRefund;
    private final ApproveRefund approve;
    private final CollectTransfers collect;
    private final HandOverTransferFile handOver;
    private final RecordChargeback chargebacks;

    DemoRefunds(
            JdbcClient jdbc,
            DemoDeposits deposits,
            AskForRefund askForRefund,
            ApproveRefund approve,
            CollectTransfers collect,
            HandOverTransferFile handOver,
            RecordChargeback chargebacks) {
        this.jdbc = jdbc;
        this.deposits = deposits;
        this.askForRefund = askForRefund;
        this.approve = approve;
        this.collect = collect;
        this.handOver = handOver;
        this.chargebacks = chargebacks;
    }

    void write() {
        var large = orders(PaymentMethod.BANK_TRANSFER, LIMIT + 1, Long.MAX_VALUE, 2);
        approve.approve(refund(large.get(0)), DemoMoney.MANAGER);
        orders(PaymentMethod.BANK_TRANSFER, 1, LIMIT, 1).forEach(this::refund);
        var file = collect.collect(null, DemoMoney.ACCOUNTING);
        handOver.fetch(file.id(), TransferFraming.NONE, DemoMoney.ACCOUNTING);
        refund(large.get(1));
        chargebacks();
    }

    private long refund(Past order) {
        deposits.confirm(
                "DEMO-TWICE-" + order.number(), ReceivableNumber.of(order.number()), order.total(), order.kana());
        return askForRefund
                .ask(
                        new NewRefund(order.number(), order.total(), Route.TRANSFER, REASON, account(order)),
                        DemoMoney.ACCOUNTING)
                .id();
    }

    private void chargebacks() {
        var reasons = List.of("カード名義人が利用を否認", "商品未着の申し出", "二重請求の申し出");
        var disputed = orders(PaymentMethod.CREDIT_CARD, 1, Long.MAX_VALUE, reasons.size());
        for (int i = 0; i < disputed.size(); i++) {
            var order = disputed.get(i);
            chargebacks.opened(id(i), order.number() + "-1", order.total(), reasons.get(i));
        }
        chargebacks.won(id(1));
        chargebacks.lost(id(2));
    }

    private static String id(int chargeback) {
        return "cb_demo_" + (chargeback + 1);
    }

    private List<Past> orders(PaymentMethod method, long from, long to, int count) {
        return jdbc.sql(
                        """
                        select order_number, buyer_kana, total from orders_order_view
                         where payment_method = :method and status = 'COMPLETED' and customer_number > :after
                           and total between :from and :to
                         order by ordered_at desc limit :count
                        """)
                .param("method", method.name())
                .param("after", MoneyPeople.AFTER)
                .param("from", from)
                .param("to", to)
                .param("count", count)
                .query((row, n) -> new Past(
                        OrderNumber.of(row.getString("order_number")),
                        row.getString("buyer_kana"),
                        Yen.of(row.getLong("total"))))
                .list();
    }

    private static PayeeAccount account(Past order) {
        var digits = order.number().value();
        return new PayeeAccount("0005", "001", "1", digits.substring(digits.length() - 7), order.kana());
    }

    private record Past(OrderNumber number, String kana, Yen total) {}
}
