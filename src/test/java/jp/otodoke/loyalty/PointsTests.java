package jp.otodoke.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.loyalty.GrantPoints.Purchase;
import jp.otodoke.loyalty.KeepRedemption.Kept;
import jp.otodoke.loyalty.OpenRedemptions.Wanted;
import jp.otodoke.loyalty.RecordRedemptions.Redeemed;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Points are earned, used, given back, taken back and expire lot by lot; what is left is always the sum. */
@ModuleTest
class PointsTests {
    private static final Sku TEA = Sku.of("HF-001");
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 26);

    @Autowired
    RegisterCustomer register;

    @Autowired
    AddPointRate addPointRate;

    @Autowired
    PointRates rates;

    @Autowired
    PointChannels channels;

    @Autowired
    GrantPoints grantPoints;

    @Autowired
    TakeBackPoints takeBackPoints;

    @Autowired
    OpenRedemptions openRedemptions;

    @Autowired
    RecordRedemptions recordRedemptions;

    @Autowired
    KeepRedemption keepRedemption;

    @Autowired
    AdjustPoints adjustPoints;

    @Autowired
    PointExpiry expiry;

    @Autowired
    PointBalances balances;

    @Autowired
    PointMovements movements;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    TestClock testClock;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    private final TransactionTemplate transaction;
    private CustomerNumber customer = CustomerNumber.of("-");

    @Autowired
    PointsTests(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void onePercent() {
        testClock.set("2026-11-26T07:00:00+09:00");
        if (rates.all().isEmpty()) {
            addPointRate.add(new PointRate("通常", 10, LocalDate.of(2026, 1, 1), null, 12));
        }
        customer = register.register(CustomerMother.somebody());
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(invariants)
                .filteredOn(invariant -> invariant.violations() > 0)
                .isEmpty();
    }

    @Test
    void goodsEarnAPercentRoundedDownOncePerOrder() {
        assertThat(earn(3_999)).isEqualTo(39);
        assertThat(balance()).isEqualTo(39);
    }

    @Test
    void askedTwiceAnOrderEarnsOnce() {
        var order = order();
        grant(order, 5_000);
        grant(order, 5_000);

        assertThat(balance()).isEqualTo(50);
    }

    @Test
    void aRateForTheSameGoodsDoesNotOverlapWithAnother() {
        assertThatThrownBy(() -> addPointRate.add(
                        new PointRate("歳末", 50, LocalDate.of(2027, 12, 1), LocalDate.of(2027, 12, 31), 3)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void ordersOfAShopWithPointsOfItsOwnEarnNone() {
        grantPoints.grant(List.of(new Purchase(order(), customer, "EC_CUBE", FIRST, Map.of(TEA, Yen.of(1_000)))));
        assertThat(balance()).isZero();

        channels.earns("shop-x", false);
        grantPoints.grant(List.of(new Purchase(order(), customer, "SHOP-X", FIRST, Map.of(TEA, Yen.of(1_000)))));
        assertThat(balance()).isZero();

        channels.earns("SHOP-X", true);
        grantPoints.grant(List.of(new Purchase(order(), customer, "SHOP-X", FIRST, Map.of(TEA, Yen.of(1_000)))));
        assertThat(balance()).isEqualTo(10);
    }

    @Test
    void whatExpiresFirstIsUsedFirst() {
        earn(10_000);
        later(Period.ofDays(10));
        earn(20_000);

        use(150);

        assertThat(left()).containsExactly(150L);
        later(Period.ofYears(1).minusDays(9));
        assertThat(balance()).as("the older lot had been used up").isEqualTo(150);
        later(Period.ofDays(10));
        assertThat(balance()).isZero();
    }

    @Test
    void pointsMayBeUsedOnTheirLastDayAndAreGoneTheNext() {
        earn(10_000);
        later(Period.ofYears(1));
        assertThat(balance()).isEqualTo(100);
        use(40);

        later(Period.ofDays(1));

        assertThat(balance()).isZero();
        assertThat(movements.of(customer, 0, 1).get(0).kind()).isEqualTo(PointKind.EXPIRED);
        assertThat(movements.of(customer, 0, 1).get(0).amount()).isEqualTo(Yen.of(-60));
    }

    @Test
    void nobodyUsesMoreThanThereIsOrThanThereIsToPay() {
        earn(10_000);

        refused(101, 5_000, "balance");
        refused(100, 99, "total");
        refused(-1, 5_000, "invalid");
        assertThat(balance()).isEqualTo(100);
    }

    @Test
    void twoOrdersOfOneListShareWhatThereIs() {
        earn(10_000);

        transaction.executeWithoutResult(status -> {
            var wanted = new Redemption(Yen.of(70), null);
            var redemptions = openRedemptions.open(List.of(new Wanted(wanted, customer), new Wanted(wanted, customer)));
            assertThat(redeem(redemptions, wanted, 1_000).points()).isEqualTo(Yen.of(70));
            assertThatThrownBy(() -> redeem(redemptions, wanted, 1_000)).isInstanceOf(InvalidInput.class);
        });
    }

    @Test
    void whatAnOrderGivesBackKeepsItsExpiryOrHasThirtyDaysMore() {
        earn(10_000);
        var order = use(80);
        keep(order, 30);
        assertThat(balance()).isEqualTo(70);
        assertThat(movements.of(customer, 0, 1).get(0).expiresOn()).isEqualTo(FIRST.plusYears(1));

        later(Period.ofYears(1).plusDays(1));
        assertThat(balance()).isZero();
        keep(order, 0);

        assertThat(balance()).isEqualTo(30);
        assertThat(movements.of(customer, 0, 1).get(0).expiresOn())
                .isEqualTo(clock.today().plusDays(PointBook.GRACE_DAYS));
        later(Period.ofDays(PointBook.GRACE_DAYS + 1));
        assertThat(balance()).isZero();
    }

    @Test
    void pointsOfAReturnThatWereUsedAreOwedAndTheNextPointsPay() {
        var order = order();
        grant(order, 10_000);
        use(100);

        takeBack(order, 4_000);
        assertThat(balance()).isEqualTo(-60);
        takeBack(order, 4_000);
        assertThat(balance()).as("asked again").isEqualTo(-60);
        refused(1, 5_000, "balance");

        earn(5_000);
        assertThat(balance()).isEqualTo(-10);
        earn(3_000);
        assertThat(balance()).isEqualTo(20);
        assertThat(left()).containsExactly(20L);
    }

    @Test
    void pointsThatExpiredAreNotTakenBackOnceMore() {
        var order = order();
        grant(order, 10_000);
        use(30);
        later(Period.ofYears(1).plusDays(1));

        takeBack(order, 0);

        assertThat(balance()).as("only the 30 that were used").isEqualTo(-30);
    }

    @Test
    void byHandThereIsAReasonAndNeverMoreThanThereIs() {
        adjustPoints.adjust(customer, Yen.of(500), "お詫び");
        adjustPoints.adjust(customer, Yen.of(-200), "誤り");
        assertThat(balance()).isEqualTo(300);
        assertThat(movements.of(customer, 0, 1).get(0).reason()).isEqualTo("誤り");

        assertThatThrownBy(() -> adjustPoints.adjust(customer, Yen.of(-301), "誤り"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("points: balance");
        assertThatThrownBy(() -> adjustPoints.adjust(customer, Yen.of(1), " "))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("reason: required");
        assertThatThrownBy(() -> adjustPoints.adjust(customer, Yen.ZERO, "x"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("points: invalid");
    }

    private long earn(long paid) {
        var before = balance();
        grant(order(), paid);
        return balance() - before;
    }

    private void grant(OrderNumber order, long paid) {
        grantPoints.grant(List.of(purchase(order, paid)));
    }

    private void takeBack(OrderNumber order, long paid) {
        takeBackPoints.takeBack(List.of(purchase(order, paid)));
    }

    private Purchase purchase(OrderNumber order, long paid) {
        return new Purchase(order, customer, "WEB", clock.today(), Map.of(TEA, Yen.of(paid)));
    }

    private OrderNumber use(long points) {
        var order = order();
        transaction.executeWithoutResult(status -> {
            var wanted = new Redemption(Yen.of(points), null);
            var reduction = redeem(openRedemptions.open(List.of(new Wanted(wanted, customer))), wanted, 100_000);
            recordRedemptions.record(List.of(new Redeemed(order, customer, reduction, Yen.ZERO)));
        });
        return order;
    }

    private void keep(OrderNumber order, long points) {
        keepRedemption.keep(new Kept(order, customer, Yen.of(points), Yen.ZERO, Yen.ZERO, false));
    }

    private void refused(long points, long toPay, String code) {
        var wanted = new Redemption(Yen.of(points), null);
        var redemptions = openRedemptions.look(List.of(new Wanted(wanted, customer)));
        assertThatThrownBy(() -> redeem(redemptions, wanted, toPay))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("points: " + code);
    }

    private Reduction redeem(Redemptions redemptions, Redemption wanted, long toPay) {
        var who = new Redeemer(customer, customer.value(), () -> false);
        return redemptions.reduce(
                wanted, who, clock.today(), List.of(new Goods(Sku.of("HF-001"), Yen.of(toPay))), Yen.ZERO);
    }

    private void later(Period time) {
        testClock.set(clock.localNow().plus(time).atZone(BusinessClock.TOKYO).toInstant());
        expiry.run();
    }

    private long balance() {
        return balances.of(customer).amount();
    }

    private List<Long> left() {
        return jdbc.sql(
                        "select remaining from point_lot where customer_number = :customer and remaining <> 0 order by id")
                .param("customer", customer.value())
                .query(Long.class)
                .list();
    }

    private static OrderNumber order() {
        return OrderNumber.of("T" + UUID.randomUUID().toString().substring(0, 12));
    }
}
