package jp.otodoke.demo.data;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.loyalty.AdjustPoints;
import jp.otodoke.loyalty.Redemption;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrders;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.ChangeCreditTerms;
import jp.otodoke.payments.CloseAccounts;
import jp.otodoke.payments.CreditTerms;
import jp.otodoke.payments.FindStatements;
import jp.otodoke.payments.PaymentSlip;
import jp.otodoke.payments.PaymentSlips;
import jp.otodoke.payments.RecordSlipNotices;
import jp.otodoke.payments.SlipNotice;
import jp.otodoke.payments.SlipNotice.Kind;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders that are paid at a store, on account, or in part with points and a coupon. */
@Component
@Profile("demo")
class DemoPayers {
    private static final int HOURS_AGO = 22;
    private static final String STORE = "セブン-イレブン";

    private final MoneyPeople people;
    private final PlaceOrders placeOrders;
    private final ChangeCreditTerms terms;
    private final CloseAccounts closeAccounts;
    private final FindStatements statements;
    private final DemoDeposits deposits;
    private final AdjustPoints points;
    private final PaymentSlips slips;
    private final RecordSlipNotices slipNotices;
    private final BusinessClock clock;
    private final List<OrderNumber> atStores = new ArrayList<>();

    DemoPayers(
            MoneyPeople people,
            PlaceOrders placeOrders,
            ChangeCreditTerms terms,
            CloseAccounts closeAccounts,
            FindStatements statements,
            DemoDeposits deposits,
            AdjustPoints points,
            PaymentSlips slips,
            RecordSlipNotices slipNotices,
            BusinessClock clock) {
        this.people = people;
        this.placeOrders = placeOrders;
        this.terms = terms;
        this.closeAccounts = closeAccounts;
        this.statements = statements;
        this.deposits = deposits;
        this.points = points;
        this.slips = slips;
        this.slipNotices = slipNotices;
        this.clock = clock;
    }

    @Transactional
    void place() {
        terms.change(MoneyPeople.FIRM, CreditTerms.payingAtTheEndOfTheNextMonth(Yen.of(500_000), CreditTerms.LAST_DAY));
        var orders = new ArrayList<NewOrder>();
        var payers = people.take(40, 5);
        for (int i = 0; i < 3; i++) {
            orders.add(order(payers.get(i), PaymentMethod.CONVENIENCE_STORE, "HF-002", 1 + i));
        }
        var firm = people.firm();
        orders.add(order(firm, PaymentMethod.INVOICE, "HF-004", 6));
        orders.add(order(firm, PaymentMethod.INVOICE, "HF-006", 4));
        var saver = payers.get(3);
        points.adjust(saver.number(), Yen.of(1_200), "ポイントカードからの引き継ぎ");
        orders.add(order(saver, PaymentMethod.CREDIT_CARD, "HF-008", 2).redeeming(new Redemption(Yen.of(500), null)));
        orders.add(order(payers.get(4), PaymentMethod.CREDIT_CARD, "CS-001", 2)
                .redeeming(new Redemption(Yen.ZERO, "THANKS10")));
        placeOrders.place(orders, Preparation.LATER).stream()
                .map(placed -> placed.orRefuse().orderNumber())
                .limit(3)
                .forEach(atStores::add);
    }

    /** Of the three slips one is paid, of one only the 速報 has come, and one is open. */
    void pay() {
        var paid = slip(atStores.get(0));
        slipNotices.record(
                "DSK_SOKUHO.txt",
                List.of(notice(Kind.PRELIMINARY, paid, 1), notice(Kind.PRELIMINARY, slip(atStores.get(1)), 2)));
        slipNotices.record("DSK_KAKUHO.txt", List.of(notice(Kind.FINAL, paid, 1)));
        closeAccounts
                .close(clock.today(), MoneyPeople.FIRM, DemoMoney.ACCOUNTING)
                .forEach(this::payHalf);
    }

    private void payHalf(StatementNumber number) {
        var half = statements.find(number).orElseThrow().statement().open().amount() / 2;
        deposits.confirm(
                "DEMO-" + number, ReceivableNumber.of(number.value()), Yen.of(half), MoneyPeople.kana(people.firm()));
    }

    private PaymentSlip slip(OrderNumber order) {
        return slips.toPay(ReceivableNumber.of(order)).orElseThrow();
    }

    private SlipNotice notice(Kind kind, PaymentSlip slip, int record) {
        return new SlipNotice(
                kind,
                slip.number(),
                clock.instant().minus(Duration.ofHours(3)),
                slip.amount(),
                STORE,
                kind == Kind.FINAL ? clock.today().plusDays(10) : null,
                record);
    }

    private NewOrder order(CustomerSummary customer, PaymentMethod method, String product, int quantity) {
        var token = method == PaymentMethod.CREDIT_CARD ? "tok_demo_" + customer.number() : null;
        return new NewOrder(
                "PHONE",
                null,
                clock.instant().minus(Duration.ofHours(HOURS_AGO)),
                null,
                new NewOrder.Known(customer.number()),
                List.of(new NewOrder.Destination(null, null, null)),
                List.of(new NewOrder.Line(Sku.of(product), quantity, null, null, 0)),
                new NewOrder.Payment(method, token, ShopPayment.NONE),
                null,
                null,
                null,
                null);
    }
}
