package jp.otodoke.orders;

import static jp.otodoke.orders.SampleOrders.BUYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.UnitTest;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Charges;
import jp.otodoke.catalog.ChargesOfDay;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.ProductData;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TaxClass;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an order costs: by our catalogue and charges, or as a shop has decided. */
@UnitTest
class PricingTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final Recipient SOMEBODY_ELSE =
            new Recipient("贈り 先子", "オクリ サキコ", "0312345678", CustomerMother.SAPPORO);
    private static final Packing WRAPPED = new Packing(true, "", "", "", "", "", "");

    private final Catalog catalog = mock();
    private final Charges charges = mock();
    private final ChargesOfDay ofDay = mock();
    private final TaxRates rates = mock();
    private final Pricing pricing = new Pricing(catalog, charges, rates);

    @BeforeEach
    void teaCreamAndCharges() {
        sold(
                ProductMother.tea().coded("TEA"),
                ProductMother.cream().coded("CREAM"),
                ProductMother.tea().coded("OLD").notSold());
        given(rates.percents(DAY)).willReturn(Map.of(TaxClass.REDUCED, 8, TaxClass.STANDARD, 10));
        given(charges.on(DAY)).willReturn(ofDay);
        given(ofDay.shippingFee(eq("東京都"), any())).willReturn(Yen.of(550));
        given(ofDay.shippingFee(eq("北海道"), any())).willReturn(Yen.of(1100));
        given(ofDay.wrappingFee()).willReturn(Yen.of(330));
        given(ofDay.codFee(any())).willReturn(Yen.of(440));
    }

    @Test
    void aLineCostsTheCatalogsPriceAtTheRateOfItsTaxClass() {
        assertThat(price(OrderMother.of("TEA", 2).and("CREAM", 1)).lines())
                .containsExactly(
                        OrderLine.ordered(1, Sku.of("TEA"), "お茶", 2, Yen.of(3000), 8),
                        OrderLine.ordered(1, Sku.of("CREAM"), "美容クリーム", 1, Yen.of(4000), 10));
    }

    @Test
    void aPriceAndANameGivenWithTheLineCountInsteadOfTheCatalogs() {
        var priced = price(new NewOrder.Line(Sku.of("TEA"), 2, Yen.of(2500), "新茶", 0));

        assertThat(priced.lines()).containsExactly(OrderLine.ordered(1, Sku.of("TEA"), "新茶", 2, Yen.of(2500), 8));
    }

    @Test
    void aBlankNameIsNone() {
        assertThat(price(new NewOrder.Line(Sku.of("TEA"), 1, null, " ", 0))
                        .lines()
                        .get(0)
                        .name())
                .isEqualTo("お茶");
    }

    @Test
    void whatIsNotSoldIsTakenOnlyAtAPriceThatSomebodyGave() {
        assertThat(problems(new NewOrder.Line(Sku.of("OLD"), 1, null, null, 0)))
                .containsExactly("lines[0].sku: inactive");
        assertThat(price(new NewOrder.Line(Sku.of("OLD"), 1, Yen.of(100), null, 0))
                        .lines())
                .singleElement()
                .extracting(OrderLine::unitPrice)
                .isEqualTo(Yen.of(100));
    }

    @Test
    void everyMistakeOfEveryLineIsNamed() {
        assertThat(problems(
                        new NewOrder.Line(Sku.of("TEA"), 0, null, null, 0),
                        new NewOrder.Line(Sku.of("GONE"), 1, null, null, 0),
                        new NewOrder.Line(Sku.of("TEA"), 100_000, Yen.of(-1), null, 0),
                        new NewOrder.Line(Sku.of("TEA"), 99_999, PlaceOrder.HIGHEST_PRICE.plus(Yen.of(1)), null, 0)))
                .containsExactly(
                        "lines[0].quantity: invalid",
                        "lines[1].sku: unknown",
                        "lines[2].quantity: invalid",
                        "lines[2].unitPrice: invalid",
                        "lines[3].unitPrice: invalid");
    }

    @Test
    void nothingIsACost() {
        assertThat(price(new NewOrder.Line(Sku.of("TEA"), 1, Yen.ZERO, null, 0))
                        .totals()
                        .goods()
                        .amount())
                .isZero();
    }

    @Test
    void eachDestinationCostsTheShippingOfItsRegion() {
        var toTwo = OrderMother.of("TEA", 1)
                .paidByTransfer()
                .to("贈り 先子", CustomerMother.SAPPORO)
                .and("TEA", 1);

        assertThat(price(toTwo).totals().shipping().amount()).isEqualTo(550 + 1100);
    }

    @Test
    void aDestinationThatNothingGoesToCostsNeitherShippingNorWrapping() {
        var toNobody = OrderMother.of("TEA", 1).paidByTransfer().packed(WRAPPED).to("贈り 先子", CustomerMother.SAPPORO);

        assertThat(price(toNobody).totals().shipping().amount()).isEqualTo(550);
        assertThat(price(toNobody).totals().wrapping().amount()).isEqualTo(330);
    }

    @Test
    void whetherShippingIsFreeIsDecidedByTheGoodsOfTheWholeOrder() {
        given(ofDay.shippingFee("東京都", Yen.of(10_000))).willReturn(Yen.ZERO);
        given(ofDay.shippingFee("北海道", Yen.of(10_000))).willReturn(Yen.ZERO);
        var toTwo = OrderMother.of("TEA", 2)
                .paidByTransfer()
                .to("贈り 先子", CustomerMother.SAPPORO)
                .and("CREAM", 1);

        assertThat(price(toTwo).totals().shipping().amount()).isZero();
    }

    @Test
    void wrappingIsPaidForEachDestinationThatWantsIt() {
        assertThat(price(OrderMother.of("TEA", 9).paidByTransfer().packed(WRAPPED))
                        .totals())
                .satisfies(totals -> {
                    assertThat(totals.wrapping().amount()).isEqualTo(330);
                    assertThat(totals.fee().amount()).isEqualTo(330);
                });
        assertThat(price(OrderMother.of("TEA", 9).paidByTransfer())
                        .totals()
                        .fee()
                        .amount())
                .isZero();
    }

    @Test
    void cashOnDeliveryCostsAFeeOnAllThatTheCarrierCollects() {
        given(ofDay.codFee(Yen.of(6000 + 550 + 330))).willReturn(Yen.of(660));

        var totals = price(OrderMother.of("TEA", 2).packed(WRAPPED)).totals();

        assertThat(totals.fee().amount()).isEqualTo(330 + 660);
        assertThat(totals.otherFee().amount()).isEqualTo(660);
        assertThat(totals.total().amount()).isEqualTo(6000 + 550 + 330 + 660);
    }

    @Test
    void goodsThatSomebodyElseReceivesMayBePaidOnDelivery() {
        assertThat(price(OrderMother.of("TEA", 1).receivedBy(SOMEBODY_ELSE))
                        .totals()
                        .total()
                        .isPositive())
                .isTrue();
    }

    @Test
    void nobodyElsePaysTheFeeForCashOnDelivery() {
        assertThat(price(OrderMother.of("TEA", 2).paidByCard()).totals().fee().amount())
                .isZero();
    }

    @Test
    void whatAShopDecidedStandsAndNothingOfOursIsAdded() {
        var totals = price(OrderMother.of("TEA", 2)
                        .costing(new NewOrder.FixedAmounts(
                                Yen.of(700), Yen.of(300), Yen.of(1000), Yen.of(50), Yen.of(5950))))
                .totals();

        assertThat(totals.total().amount()).isEqualTo(6000 + 700 + 300 - 1000 - 50);
        assertThat(totals.wrapping().amount()).isZero();
        verifyNoInteractions(charges);
    }

    @Test
    void aShopsTotalThatIsNotTheSumIsRefused() {
        var wrong = OrderMother.of("TEA", 2)
                .costing(new NewOrder.FixedAmounts(Yen.of(700), Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.of(6701)));

        assertThatThrownBy(() -> price(wrong))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.problems())
                        .extracting(FieldProblem::field)
                        .containsExactly("total"));
    }

    @Test
    void aKnownCustomersParcelGoesToTheAddressWeKnow() {
        assertThat(price(OrderMother.of("TEA", 1).from(CustomerNumber.of("C00000001")))
                        .destinations())
                .singleElement()
                .satisfies(home -> {
                    assertThat(home.name()).isEqualTo(BUYER.name());
                    assertThat(home.address()).isEqualTo(BUYER.address());
                });
    }

    @Test
    void anAddressWrittenThisTimeWinsOverTheOneWeKnow() {
        var moved = OrderMother.of("TEA", 1)
                .from(new NewCustomer("試験 花子", null, null, null, null, null, CustomerMother.SAPPORO, null));

        assertThat(price(moved).destinations()).singleElement().satisfies(home -> {
            assertThat(home.address()).isEqualTo(CustomerMother.SAPPORO);
            assertThat(home.kana()).as("not written: the one we know").isEqualTo(BUYER.kana());
            assertThat(home.phone()).isEqualTo(BUYER.phone());
        });
    }

    private PricedOrder price(OrderMother order) {
        return pricing.price(order.build(), Recipient.of(BUYER), DAY);
    }

    private PricedOrder price(NewOrder.Line... lines) {
        var order = OrderMother.of("TEA", 1).paidByTransfer().build();
        return pricing.price(
                new NewOrder(
                        order.channel(),
                        null,
                        null,
                        null,
                        order.buyer(),
                        order.destinations(),
                        List.of(lines),
                        order.payment(),
                        null,
                        null,
                        null,
                        null),
                Recipient.of(BUYER),
                DAY);
    }

    private List<String> problems(NewOrder.Line... lines) {
        try {
            price(lines);
            return List.of();
        } catch (InvalidInput refused) {
            return refused.problems().stream()
                    .map(p -> p.field() + ": " + p.code())
                    .toList();
        }
    }

    private void sold(ProductMother... mothers) {
        var products = Arrays.stream(mothers)
                .map(ProductMother::data)
                .collect(Collectors.toMap(data -> Sku.of(data.sku()), PricingTests::product));
        given(catalog.find(anyCollection(), eq(DAY))).willReturn(products);
    }

    private static Product product(ProductData data) {
        return new Product(
                Sku.of(data.sku()),
                data.name(),
                data.kind(),
                data.taxClass(),
                data.unitPrice(),
                data.stockKeeping(),
                data.active(),
                data.temperature(),
                data.weightGrams(),
                data.components(),
                data.group());
    }
}
