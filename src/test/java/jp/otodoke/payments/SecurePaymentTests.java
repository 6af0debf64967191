package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall.Kind;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** How the money of an order is made sure of before goods are allocated, by each method. */
@ModuleTest
class SecurePaymentTests {
    private final PaymentDesk desk;
    private final TellCustomerTask tellCustomer;

    @Autowired
    SecurePaymentTests(AutowireCapableBeanFactory beans, TellCustomerTask tellCustomer) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.tellCustomer = tellCustomer;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void anOrderOwesItsTotalFromTheMomentItIsPlaced() {
        var order = desk.given.order(OrderMother.twoTeas().paidByTransfer());

        assertThat(desk.payment(order).charged().amount()).isEqualTo(6550);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.payment(order).secured()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = PaymentMethod.class,
            names = {"CASH_ON_DELIVERY", "INVOICE"})
    void whoPaysAfterwardsIsAskedForNothing(PaymentMethod method, AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().by(method));

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(desk.payment(order).dueBy()).isNull();
        assertThat(events.ofType(PaymentRequested.class)).isEmpty();
        assertThat(events.ofType(CardCallRequested.class)).isEmpty();
    }

    @Test
    void aCardIsAuthorisedForTheWholeTotal(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());

        assertThat(desk.asked(order)).isEqualTo(Kind.AUTHORISE);
        assertThat(desk.askedAmount(order)).isEqualTo(6550);
        assertThat(desk.payment(order).secured()).isFalse();
        desk.answer(order, Outcome.AUTHORISED);
        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(desk.payment(order).paid().amount()).isZero();
        assertThat(events).contains(PaymentSecured.class).matching(new PaymentSecured(order)::equals);
    }

    @Test
    void securingAnAuthorisedCardAgainAsksNothingNew() {
        var order = desk.authorised();
        var call = desk.lastCall(order);

        desk.secure.secure(order);

        assertThat(desk.lastCall(order)).isEqualTo(call);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.AUTHORIZED);
    }

    @Test
    void nothingIsChargedBlindlyWhileAResultIsUnknown() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.answer(order, Outcome.UNKNOWN);
        var question = desk.lastCall(order);

        desk.secure.secure(order);

        assertThat(desk.lastCall(order)).isEqualTo(question);
        assertThat(desk.asked(order)).isEqualTo(Kind.SEARCH);
    }

    @Test
    void aNewAttemptHasANumberOfItsOwn() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        var first = desk.payment(order).transactionNo();
        desk.answer(order, Outcome.DECLINED);

        desk.secure.secure(order);

        assertThat(desk.payment(order).transactionNo()).isNotEqualTo(first);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
    }

    @ParameterizedTest
    @CsvSource({"BANK_TRANSFER, 2026-12-03", "CONVENIENCE_STORE, 2026-12-06"})
    void whoPaysBeforehandIsAskedWithADayToPayBy(
            PaymentMethod method, LocalDate due, AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().by(method));

        assertThat(desk.payment(order).dueBy()).isEqualTo(due);
        assertThat(events)
                .contains(PaymentRequested.class)
                .matching(new PaymentRequested(order, method, Yen.of(6550), due)::equals);
        assertThat(desk.payment(order).secured()).isFalse();
    }

    @Test
    void aDirectDebitHasItsLastDayAndStaffLookForTheMandate() {
        var order = desk.secured(OrderMother.twoTeas().by(PaymentMethod.DIRECT_DEBIT));

        assertThat(desk.payment(order).dueBy()).isEqualTo(LocalDate.of(2027, 1, 10));
        assertThat(desk.tasks(order)).containsExactly("mandate-missing");
    }

    @Test
    void withoutAnAddressForMailStaffAskForTheMoney() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer().withoutMail());

        assertThat(desk.tasks(order)).containsExactly("tell-customer");
    }

    @Test
    void anotherAmountOnTheSameDayIsAskedForAgain(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.changeTo(order, 3);

        desk.secure.secure(order);
        desk.secure.secure(order);

        var keys = new LinkedHashMap<String, String>();
        events.ofType(MailRequested.class)
                .matching(mail -> order.equals(mail.orderNumber()))
                .forEach(mail -> keys.put(mail.key(), mail.values().getOrDefault("amount", "")));
        assertThat(keys.values())
                .containsExactly("¥6,550", desk.payment(order).open().toString());
    }

    @Test
    void staffAskForTheNewAmountOnTheSameDay() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer().withoutMail());
        desk.changeTo(order, 3);

        desk.secure.secure(order);

        assertThat(desk.tasks(order)).containsExactly("tell-customer");
        var task = desk.open(OrderSubject.of(order), "tell-customer");
        var amount = "%,d".formatted(desk.payment(order).open().amount());
        assertThat(task.reason().japanese()).contains(amount);
        assertThat(tellCustomer.proposedValues(task, "MAIL").get("mailText")).contains(amount);
    }

    @Test
    void whatAShopHasBeenPaidIsPaid() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.payment(order).settled()).isTrue();
        desk.secure.secure(order);
        assertThat(desk.payment(order).paid().amount()).as("booked once").isEqualTo(6550);
    }

    @Test
    void whatAShopHasAuthorisedIsSecuredWithoutOurGateway(AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.AUTHORISED));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(events.ofType(CardCallRequested.class)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(PaymentMethod.class)
    void aFreeOrderIsPaidWhateverItsMethod(PaymentMethod method, AssertablePublishedEvents events) {
        var order = desk.secured(OrderMother.twoTeas().by(method).reducedBy(6000, 0));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(events.ofType(CardCallRequested.class)).isEmpty();
        assertThat(events.ofType(PaymentRequested.class)).isEmpty();
        assertThat(desk.tasks(order)).isEmpty();
    }

    @Test
    void anOrderWhoseChargeIsCancelledDoesNotBecomePaid() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        desk.cancel(order);

        assertThat(desk.payment(order).charged().amount()).isZero();
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void whoHasPaidIsNotRemindedAnyMore() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer().withoutMail());
        desk.transfer(order, 6550);
        desk.clock.advance(Duration.ofDays(6));

        desk.secure.remind(order);

        assertThat(desk.payment(order).settled()).isTrue();
        assertThat(desk.tasks(order)).filteredOn("tell-customer"::equals).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void securingACardThatIsStillBeingAskedMakesNoSecondAttempt() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        var first = desk.payment(order).transactionNo();

        desk.secure.secure(order);

        assertThat(desk.payment(order).transactionNo()).isEqualTo(first);
        desk.answer(order, Outcome.AUTHORISED);
        assertThat(desk.payment(order).secured()).isTrue();
    }

    @Test
    void whatIsAddedToAnOrderPaidAtTheShopIsNotPaidByTheShop() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));

        desk.changeTo(order, 3);
        desk.secure.secure(order);

        assertThat(desk.payment(order).paid()).isEqualTo(Yen.of(6550));
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PARTLY_PAID);
        assertThat(desk.payment(order).secured()).isFalse();
    }

    @Test
    void whatTheShopAuthorisedDoesNotSecureARaisedOrder() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.AUTHORISED));

        desk.changeTo(order, 3);
        desk.secure.secure(order);
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.payment(order).secured()).isFalse();

        desk.changeTo(order, 1);
        assertThat(desk.status(order)).as("made smaller again").isEqualTo(PaymentStatus.AUTHORIZED);
        assertThat(desk.payment(order).secured()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ShopPayment.class,
            names = {"PAID", "AUTHORISED"})
    void anOrderRaisedBeforeItWasSecuredWasPaidAtTheShopAsItWasPlaced(ShopPayment shop) {
        var order = desk.given.order(OrderMother.twoTeas().atTheShop(shop));

        desk.changeTo(order, 3);
        desk.secure.secure(order);

        assertThat(desk.payment(order).paid().plus(desk.payment(order).authorised()))
                .isEqualTo(Yen.of(6550));
        assertThat(desk.payment(order).secured()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ShopPayment.class,
            names = {"PAID", "AUTHORISED"})
    void whatTheShopCollectedAfterARaiseSecuresTheOrder(ShopPayment shop) {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(shop));
        desk.changeTo(order, 3);

        desk.confirmShopPayment.confirm(order);

        assertThat(desk.payment(order).secured()).isTrue();
        desk.capture.shipped(List.of(order));
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aCardIsAuthorisedForWhatIsNotPaidYet() {
        var order = desk.secured(OrderMother.twoTeas().atTheShop(ShopPayment.PAID));
        desk.changeTo(order, 3, "tok_ok");

        desk.secure.secure(order);

        assertThat(desk.askedAmount(order)).isEqualTo(3000);
        desk.answer(order, Outcome.AUTHORISED);
        assertThat(desk.payment(order).secured()).isTrue();
        desk.capture.shipped(List.of(order));
        desk.answer(order, Outcome.CAPTURED);
        assertThat(desk.payment(order).paid()).isEqualTo(desk.payment(order).charged());
    }
}
