package jp.otodoke.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.catalog.SaveProduct;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.loyalty.GrantPoints.Purchase;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Goods of a group earn at its rate: when they are granted, and when they come back. */
@ModuleTest
class GroupRatesTests {
    private final String group = "お茶 " + UUID.randomUUID();
    private final ProductMother tea = ProductMother.tea().in(group);
    private final ProductMother cream = ProductMother.cream();
    private final LocalDate day = LocalDate.of(2026, 11, 26);

    @Autowired
    SaveProduct saveProduct;

    @Autowired
    RegisterCustomer register;

    @Autowired
    AddPointRate addPointRate;

    @Autowired
    EndPointRate endPointRate;

    @Autowired
    PointRates rates;

    @Autowired
    GrantPoints grantPoints;

    @Autowired
    TakeBackPoints takeBackPoints;

    @Autowired
    PointBalances balances;

    @Autowired
    PointMovements movements;

    @Autowired
    List<Invariant> invariants;

    @Autowired
    TestClock testClock;

    private CustomerNumber customer = CustomerNumber.of("-");

    @BeforeEach
    void onePercentAndFiveForTeas() {
        testClock.set("2026-11-26T07:00:00+09:00");
        if (rates.all().isEmpty()) {
            addPointRate.add(new PointRate("通常", 10, LocalDate.of(2026, 1, 1), null, 12));
        }
        saveProduct.save(tea.data());
        saveProduct.save(cream.data());
        customer = register.register(CustomerMother.somebody());
    }

    @AfterEach
    void everythingAddsUp() {
        assertThat(invariants)
                .filteredOn(invariant -> invariant.violations() > 0)
                .isEmpty();
    }

    @Test
    void goodsOfTheGroupEarnAtItsRateAndAllOthersAtThatForAll() {
        add(50, day, null, 3);
        var order = order();

        grant(order, 1_999, 1_999);
        grant(order, 1_999, 1_999);

        assertThat(balance()).isEqualTo(99 + 19);
        assertThat(movements.of(customer, 0, 9))
                .extracting(PointMovement::expiresOn)
                .containsExactlyInAnyOrder(day.plusMonths(3), day.plusMonths(12));
    }

    @Test
    void whatComesBackIsTakenBackAtTheRateOfItsGrant() {
        long rate = add(50, day, null, 12);
        var order = order();
        grant(order, 2_000, 1_000);
        endPointRate.end(rate, day);
        saveProduct.save(ProductMother.tea().coded(tea.sku()).data());
        testClock.set("2026-12-10T07:00:00+09:00");

        takeBack(order, 1_000, 1_000);
        assertThat(balance()).isEqualTo(50 + 10);
        takeBack(order, 1_000, 0);
        assertThat(balance()).isEqualTo(50);
        takeBack(order, 0, 0);
        assertThat(balance()).isZero();
    }

    @Test
    void theRateOfTheDayOfTheOrderCounts() {
        add(100, day.plusDays(5), day.plusDays(9), 12);

        grantPoints.grant(List.of(purchase(order(), day, 1_000, 0), purchase(order(), day.plusDays(9), 1_000, 0)));

        assertThat(balance()).isEqualTo(10 + 100);
    }

    @Test
    void whatIsDeliveredLaterIsGrantedAsADifference() {
        add(50, day, null, 12);
        var order = order();

        grant(order, 0, 1_000);
        assertThat(balance()).isEqualTo(10);
        grant(order, 1_000, 1_000);

        assertThat(balance()).isEqualTo(60);
    }

    @Test
    void ratesOfOneGroupDoNotOverlapAndOneThatEndedIsFollowed() {
        long first = add(50, day, null, 12);
        assertThatThrownBy(() -> add(60, day.plusDays(30), null, 12)).isInstanceOf(Refusal.class);

        endPointRate.end(first, day.plusDays(29));

        long second = add(60, day.plusDays(30), day.plusDays(40), 12);
        assertThat(rates.find(second)).isPresent();
        assertThatThrownBy(() -> add(60, day.plusDays(40), null, 12)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> endPointRate.end(first, day.minusDays(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> endPointRate.end(first, day.plusDays(35))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aGroupThatNoProductIsInIsAMistake() {
        assertThatThrownBy(() -> addPointRate.add(new PointRate(0, "誤り", "ない " + group, 10, day, null, 12)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("group");
    }

    private long add(int perMille, LocalDate from, @Nullable LocalDate until, int months) {
        return addPointRate.add(new PointRate(0, "お茶", group, perMille, from, until, months));
    }

    private void grant(OrderNumber order, long forTea, long forCream) {
        grantPoints.grant(List.of(purchase(order, day, forTea, forCream)));
    }

    private void takeBack(OrderNumber order, long forTea, long forCream) {
        takeBackPoints.takeBack(List.of(purchase(order, day, forTea, forCream)));
    }

    private Purchase purchase(OrderNumber order, LocalDate orderedOn, long forTea, long forCream) {
        return new Purchase(
                order,
                customer,
                "WEB",
                orderedOn,
                Map.of(Sku.of(tea.sku()), Yen.of(forTea), Sku.of(cream.sku()), Yen.of(forCream)));
    }

    private long balance() {
        return balances.of(customer).amount();
    }

    private static OrderNumber order() {
        return OrderNumber.of("T" + UUID.randomUUID().toString().substring(0, 12));
    }
}
