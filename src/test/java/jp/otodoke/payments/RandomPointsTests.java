package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.loyalty.AddPointRate;
import jp.otodoke.loyalty.ExpirePoints;
import jp.otodoke.loyalty.Goods;
import jp.otodoke.loyalty.GrantPoints;
import jp.otodoke.loyalty.GrantPoints.Purchase;
import jp.otodoke.loyalty.KeepRedemption;
import jp.otodoke.loyalty.KeepRedemption.Kept;
import jp.otodoke.loyalty.OpenRedemptions;
import jp.otodoke.loyalty.OpenRedemptions.Wanted;
import jp.otodoke.loyalty.PointBalances;
import jp.otodoke.loyalty.PointRate;
import jp.otodoke.loyalty.PointRates;
import jp.otodoke.loyalty.RecordRedemptions;
import jp.otodoke.loyalty.RecordRedemptions.Redeemed;
import jp.otodoke.loyalty.Redeemer;
import jp.otodoke.loyalty.Redemption;
import jp.otodoke.loyalty.TakeBackPoints;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Points earned, used, given back, taken back and expired in any order: lots, balance and books always agree. */
@ModuleTest
class RandomPointsTests {
    private static final int STEPS = 120;

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
    ExpirePoints expirePoints;

    @Autowired
    PointBalances balances;

    @Autowired
    PointRates rates;

    @Autowired
    AddPointRate addPointRate;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    Given given;

    @Autowired
    TestClock testClock;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    private final TransactionTemplate transaction;
    private final Map<OrderNumber, Long> earning = new HashMap<>();
    private final Map<OrderNumber, Long> using = new HashMap<>();
    private CustomerNumber customer = CustomerNumber.of("-");

    @Autowired
    RandomPointsTests(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whateverHappensPointsAddUp(long seed) {
        testClock.set("2026-11-26T07:00:00+09:00");
        if (rates.all().isEmpty()) {
            addPointRate.add(new PointRate("試験", 10, LocalDate.of(2026, 1, 1), null, 3));
        }
        customer = given.customer(CustomerMother.somebody());
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            step(random);
            assertThat(lots()).as("step %d of %d", step, seed).isEqualTo(balance());
            assertThat(mixed())
                    .as("owed beside left at step %d of %d", step, seed)
                    .isFalse();
        }
        assertThat(invariants)
                .filteredOn(invariant -> invariant.violations() > 0)
                .isEmpty();
    }

    private void step(Random random) {
        switch (random.nextInt(6)) {
            case 0, 1 -> earn(random.nextInt(50_000));
            case 2 -> use(random.nextInt(600));
            case 3 -> any(using, random).ifPresent(order -> giveBack(order, random));
            case 4 -> any(earning, random).ifPresent(order -> takeBack(order, random));
            default -> later(random.nextInt(40));
        }
    }

    private void earn(long paid) {
        var order = order();
        earning.put(order, paid);
        grantPoints.grant(List.of(purchase(order, paid)));
    }

    private void takeBack(OrderNumber order, Random random) {
        var paid = earning.merge(order, 0L, (before, none) -> (long) (before * random.nextDouble()));
        takeBackPoints.takeBack(List.of(purchase(order, paid)));
    }

    private Purchase purchase(OrderNumber order, long paid) {
        return new Purchase(order, customer, "WEB", clock.today(), Map.of(Sku.of("HF-001"), Yen.of(paid)));
    }

    private void use(long points) {
        var order = order();
        var wanted = new Redemption(Yen.of(points), null);
        var before = balance();
        try {
            transaction.executeWithoutResult(status -> {
                var reduction = openRedemptions
                        .open(List.of(new Wanted(wanted, customer)))
                        .reduce(
                                wanted,
                                new Redeemer(customer, customer.value(), () -> false),
                                clock.today(),
                                List.of(new Goods(Sku.of("HF-001"), Yen.of(1_000_000))),
                                Yen.ZERO);
                recordRedemptions.record(List.of(new Redeemed(order, customer, reduction, Yen.ZERO)));
            });
            using.put(order, points);
            assertThat(points).isLessThanOrEqualTo(Math.max(before, 0));
        } catch (InvalidInput refused) {
            assertThat(points).isGreaterThan(before);
        }
    }

    private void giveBack(OrderNumber order, Random random) {
        var kept = using.merge(order, 0L, (before, none) -> (long) (before * random.nextDouble()));
        keepRedemption.keep(new Kept(order, customer, Yen.of(kept), Yen.ZERO, Yen.ZERO, false));
    }

    private void later(int days) {
        testClock.advance(Duration.ofDays(days));
        expirePoints.expire();
    }

    private static Optional<OrderNumber> any(Map<OrderNumber, Long> orders, Random random) {
        var numbers = new ArrayList<>(orders.keySet());
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.get(random.nextInt(numbers.size())));
    }

    private long balance() {
        return balances.of(customer).amount();
    }

    private long lots() {
        return number("select coalesce(sum(remaining), 0) from point_lot where customer_number = :customer");
    }

    private boolean mixed() {
        return number(
                        "select count(distinct sign(remaining)) from point_lot where customer_number = :customer and remaining <> 0")
                > 1;
    }

    private long number(String sql) {
        return jdbc.sql(sql)
                .param("customer", customer.value())
                .query(Long.class)
                .single();
    }

    private static OrderNumber order() {
        return OrderNumber.of("R" + UUID.randomUUID().toString().substring(0, 12));
    }
}
