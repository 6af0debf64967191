package jp.otodoke.demo.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.demo.simulators.SimulatedStores;
import jp.otodoke.demo.simulators.SimulatedStores.Report;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.NewOrder.Destination;
import jp.otodoke.orders.NewOrder.Known;
import jp.otodoke.orders.NewOrder.Line;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.partners.exchange.PaymentFormat;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.payments.CollectClaims;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.TransferFiles;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("process")
@SpringBootTest(properties = {"otodoke.jobs.active=true", "otodoke.simulators=on"})
@ActiveProfiles({"demo", "test"})
@DirtiesContext
class DemoDataTests {
    @Autowired
    LoadDemoData demo;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    Catalog catalog;

    @Autowired
    FindPayment payments;

    @Autowired
    CollectClaims collectClaims;

    @Autowired
    SimulatedStores stores;

    @Autowired
    List<PaymentFormat> formats;

    @Autowired
    UploadFile uploadFile;

    @Autowired
    TransferFiles transferFiles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    BusinessClock clock;

    /** The application loads it when it starts; where a test starts without that, this does. */
    @BeforeEach
    void load() {
        demo.run();
    }

    @Test
    void givesAnEmptyDatabaseAFirm() {
        assertThat(count("select count(*) from customer")).isEqualTo(2000);
        assertThat(count("select count(*) from product")).isBetween(55L, 65L);
        assertThat(count("select count(*) from orders where status = 'COMPLETED'"))
                .isGreaterThan(6000);
        assertThat(count("select count(*) from orders where status = 'RETURNED'"))
                .isPositive();
        assertThat(count("select count(*) from orders where status = 'CANCELLED'"))
                .isGreaterThan(100);
        assertThat(count("select count(*) from customer where state = 'DORMANT'"))
                .isPositive();
        assertThat(count("select count(*) from customer c where not exists "
                        + "(select 1 from postal_area a where a.zip = c.postal_code and a.city = c.city)"))
                .isZero();
    }

    /** One that is not encrypted can't be read, and its order not be opened. */
    @Test
    void keepsNoCardTokenInTheClear() {
        assertThat(jdbc.sql("select count(*) from receivable where card_token not like 'v1:%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(payments.all(jdbc.sql("select number from receivable where method = 'CREDIT_CARD' limit 200")
                        .query((row, n) -> OrderNumber.of(row.getString(1)))
                        .list()))
                .isNotEmpty();
    }

    @Test
    void hasOpenWorkInEveryState() {
        var open = new TreeSet<>(jdbc.sql("select distinct status from orders")
                .query(String.class)
                .list());
        assertThat(open)
                .containsAll(Set.of(
                        "IN_REVIEW",
                        "ON_HOLD",
                        "AWAITING_PAYMENT",
                        "AWAITING_STOCK",
                        "DISPATCHED",
                        "SHIPPED",
                        "DELIVERED"));
        assertThat(jdbc.sql("select distinct type from task where state = 'OPEN'")
                        .query(String.class)
                        .list())
                .contains("review-order", "deposit-unmatched", "delivery-trouble");
    }

    /** A manager who looks for the first time finds a step that is late, and a day like those before. */
    @Test
    void someOfTheOpenWorkIsLateAndNoDayIsLikeNoOther() {
        assertThat(jdbc.sql(
                                """
                        select distinct a.act_id_ from act_hi_actinst a
                          join step_target t on t.process = a.proc_def_key_ and t.step = a.act_id_
                         where a.end_time_ is null
                           and a.start_time_ < cast(:now as timestamp) - t.target_seconds * interval '1 second'
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(String.class)
                        .list())
                .contains("review-order", "await-stock", "delivery-trouble");
        assertThat(count("select count(*) from task where state = 'OPEN' and due_at < now() and type = 'review-order'"))
                .isBetween(1L, 8L);
        assertThat(jdbc.sql(
                                """
                        select count(*) from orders where ordered_at > cast(:now as timestamptz) - interval '12 days'
                         group by floor(extract(epoch from cast(:now as timestamptz) - ordered_at) / 86400)
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .query(Long.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(orders -> assertThat(orders).isBetween(15L, 80L));
    }

    /** Else a shipped parcel stays on the road for ever, whatever the partners' health. */
    @Test
    void theCarrierGoesOnWithEveryParcelOnTheRoad() {
        assertThat(jdbc.sql(
                                """
                        select s.shipment_number from shipment s
                         where s.status = 'SHIPPED' and not exists (
                               select 1 from sim_event e
                                where e.subject = s.shipment_number
                                  and e.due_at < date_trunc('day', s.shipped_at at time zone 'Asia/Tokyo')
                                                 at time zone 'Asia/Tokyo' + interval '3 days')
                        """)
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    /** Each page about money has something to show in the demo. */
    @Test
    void hasMoneyInEveryStage() {
        assertThat(texts("select distinct state from mandate")).contains("ACTIVE", "SUSPENDED", "INVALID", "REPLACED");
        assertThat(texts("select distinct result_code from direct_debit_claim"))
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "8", "E");
        assertThat(texts("select distinct state from deposit")).contains("UNMATCHED", "PROPOSED", "MATCHED");
        assertThat(texts("select distinct state from refund")).contains("PROPOSED", "SENT");
        assertThat(count("select count(*) from transfer_file")).isEqualTo(1);
        assertThat(texts("select distinct state from chargeback")).containsExactlyInAnyOrder("OPEN", "WON", "LOST");
        assertThat(texts("select distinct state from slip_receipt")).contains("PROVISIONAL", "CONFIRMED");
        assertThat(count("select count(*) from payment_slip")).isGreaterThanOrEqualTo(3);
        assertThat(count("select count(distinct concat(next_step, next_at, stage, state)) from dunning_case"))
                .isGreaterThanOrEqualTo(3);
        assertThat(count("select count(*) from dunning_case where promised_until is not null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from dunning_case")).isGreaterThanOrEqualTo(5);
        assertThat(count("select count(*) from statement where state = 'ISSUED'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from receivable where status = 'PARTLY_PAID' and method = 'INVOICE'"))
                .isPositive();
        assertThat(count("select count(*) from orders where points > 0")).isPositive();
        assertThat(count("select count(*) from orders where discount > 0")).isPositive();
    }

    /** Whoever collects debits in the demo gets what they charged, and no transfer waits for their file. */
    @Test
    void leavesNothingForTheNextCycleOrTransferFile() {
        assertThat(count("select count(*) from direct_debit where state <> 'DONE'"))
                .isZero();
        assertThat(collectClaims.preview(clock.today().plusMonths(11), 10).count())
                .isZero();
        assertThat(transferFiles.waitingInAll().count()).isZero();
    }

    /** The agency's files are those that the product reads. */
    @Test
    void slipsArePaidAtStores() {
        var order = jdbc.sql(
                        """
                        select s.receivable from payment_slip s
                         where not exists (select 1 from slip_receipt r where r.receivable = s.receivable) limit 1
                        """)
                .query(String.class)
                .single();

        var files = transaction.execute(status -> {
            stores.pay(order, List.of(Report.PRELIMINARY, Report.FINAL));
            return jdbc.sql("select content from sim_file where type = 'CVS' order by id")
                    .query(byte[].class)
                    .list();
        });
        var format = formats.stream()
                .filter(one -> one.code().equals("dsk-cvs"))
                .findFirst()
                .orElseThrow()
                .format();
        files.forEach(file -> uploadFile.take(format, "CVS_test.csv", FileContent.of(file)));

        assertThat(files).hasSize(2);
        assertThat(texts("select state from slip_receipt where receivable = '" + order + "'"))
                .containsExactly("CONFIRMED");
    }

    @Test
    void breaksNoInvariant() {
        for (var invariant : invariants) {
            assertThat(transaction.<Long>execute(status -> invariant.violations()))
                    .as(invariant.name())
                    .isZero();
        }
    }

    @Test
    void addsNothingASecondTime() {
        var orders = count("select count(*) from orders");

        demo.run();

        assertThat(count("select count(*) from orders")).isEqualTo(orders);
        assertThat(count("select count(*) from customer")).isEqualTo(2000);
    }

    @Test
    void leavesShopOrderNumbersOfSixDigitsToTheShops() {
        assertThat(count("select count(*) from orders where channel_order_id ~ '^\\d{6}$'"))
                .isZero();
    }

    @Test
    void pricesTheExampleOfTheDocumentation() {
        assertThat(catalog.find(Sku.of("HF-001"), clock.today())).isPresent();
        var order = placeOrder
                .place(
                        new NewOrder(
                                "TEST",
                                null,
                                null,
                                null,
                                new Known(CustomerNumber.of("C0000123")),
                                List.of(new Destination(null, null, null)),
                                List.of(new Line(Sku.of("HF-001"), 2, null, null, 0)),
                                new NewOrder.Payment(PaymentMethod.CASH_ON_DELIVERY, null, ShopPayment.NONE),
                                null,
                                null,
                                null,
                                null),
                        Preparation.LATER)
                .orderNumber();

        assertThat(jdbc.sql("select goods, shipping, fee, tax, total from orders where order_number = :order")
                        .param("order", order.value())
                        .query()
                        .singleRow())
                .containsEntry("goods", 6000L)
                .containsEntry("shipping", 550L)
                .containsEntry("fee", 330L)
                .containsEntry("tax", 524L)
                .containsEntry("total", 6880L);
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
