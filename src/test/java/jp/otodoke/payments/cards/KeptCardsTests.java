package jp.otodoke.payments.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.payments.CaptureOnShipment;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardGiven;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardTold;
import jp.otodoke.payments.GiveNewCard;
import jp.otodoke.payments.PaymentDesk;
import jp.otodoke.payments.RecordCardAnswer;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** The cards that customers have paid with, until they end. */
@ModuleTest(with = "payments.cards")
class KeptCardsTests {
    private static final String NOW = "2026-11-26T10:00:00+09:00";

    private final PaymentDesk desk;

    @Autowired
    KeptCards cards;

    @Autowired
    TellBeforeExpiryDaily tellBeforeExpiry;

    @Autowired
    TellBeforeExpiry tell;

    @Autowired
    RecordCardAnswer answers;

    @Autowired
    CaptureOnShipment capture;

    @Autowired
    GiveNewCard giveNewCard;

    @Autowired
    FindOrder orders;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    KeptCardsTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @AfterEach
    void today() {
        clock.set(NOW);
    }

    @Test
    void aCardIsKeptOnceItHasAuthorisedSomething() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        assertThat(of(order)).isEmpty();

        authorised(order, YearMonth.of(2031, 12));

        assertThat(of(order)).singleElement().satisfies(card -> {
            assertThat(card.brand()).isEqualTo("VISA");
            assertThat(card.last4()).isEqualTo("4242");
            assertThat(card.expires()).isEqualTo(YearMonth.of(2031, 12));
            assertThat(card.source()).isEqualTo(KeptCard.Source.ORDER);
            assertThat(card.state()).isEqualTo(KeptCard.State.VALID);
            assertThat(cards.find(card.id())).contains(card);
        });
        assertThat(jdbc.sql("select token from kept_card where order_number = ?")
                        .param(order.value())
                        .query(String.class)
                        .single())
                .as("encrypted")
                .doesNotContain("tok_");
    }

    @Test
    void whetherACardHasExpiredFollowsFromTheDay() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(order, YearMonth.of(2026, 12));
        assertThat(state(order)).isEqualTo(KeptCard.State.EXPIRING);

        clock.set("2026-12-31T23:59:00+09:00");
        assertThat(state(order)).isEqualTo(KeptCard.State.EXPIRING);
        clock.set("2027-01-01T00:00:00+09:00");

        assertThat(state(order)).isEqualTo(KeptCard.State.EXPIRED);
    }

    @Test
    void aCardThatOnlyAnotherCanReplaceIsNotUsedAnyMore() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(order, YearMonth.of(2031, 12));
        var next = desk.secured(
                OrderMother.twoTeas().from(orders.get(order).customerNumber()).paidByCard());

        answers.record(new CardAnswer(desk.lastCall(next), Outcome.DECLINED, "g", "expired_card"));

        assertThat(state(order)).isEqualTo(KeptCard.State.UNUSABLE);
    }

    @Test
    void aCardThatIsGivenByALinkTakesThePlaceOfTheFormerOne() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(order, YearMonth.of(2026, 12));
        var customer = orders.get(order).customerNumber();
        var former = new CardToken("tok_former_" + UUID.randomUUID());
        given(new CardGiven(order, customer, former, null));

        given(new CardGiven(order, customer, new CardToken("tok_new_" + UUID.randomUUID()), former));

        assertThat(of(order)).extracting(KeptCard::state).contains(KeptCard.State.REPLACED, KeptCard.State.VALID);
    }

    @Test
    void theCustomerOfAnOpenOrderIsToldOnceBeforeTheCardEnds(AssertablePublishedEvents published) {
        var soon = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(soon, YearMonth.of(2026, 12));
        var later = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(later, YearMonth.of(2031, 12));

        clock.set("2026-11-27T09:29:00+09:00");
        tellBeforeExpiry.run();
        assertThat(mails(published, soon)).as("before half past nine").isEmpty();
        clock.set("2026-11-27T09:30:00+09:00");
        tellBeforeExpiry.run();
        tellBeforeExpiry.run();
        clock.set("2026-11-28T09:30:00+09:00");
        tellBeforeExpiry.run();

        assertThat(mails(published, soon)).singleElement().satisfies(mail -> assertThat(mail.values())
                .containsEntry("last4", "4242")
                .containsEntry("expires", "2026-12"));
        assertThat(mails(published, later)).isEmpty();
        assertThat(of(soon)).singleElement().satisfies(card -> assertThat(card.told())
                .isTrue());
    }

    @Test
    void whileOneNodeTellsACustomerAnotherPassesTheCardBy() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(order, YearMonth.of(2026, 12));

        var told = new ArrayList<Integer>();
        transaction.executeWithoutResult(status -> {
            told.add(tell.tell(0, 1_000).told());
            told.add(CompletableFuture.supplyAsync(() -> tell.tell(0, 1_000).told())
                    .join());
        });
        told.add(tell.tell(0, 1_000).told());

        assertThat(told.get(0)).isPositive();
        assertThat(told.subList(1, 3)).as("the other node, and later").containsExactly(0, 0);
        assertThat(of(order)).singleElement().satisfies(card -> assertThat(card.told())
                .isTrue());
    }

    @Test
    void whoHasNoAddressIsToldByAPersonOnce() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard().withoutMail());
        authorised(order, YearMonth.of(2026, 12));

        for (var day : List.of("2026-12-01", "2026-12-02")) {
            clock.set(day + "T09:30:00+09:00");
            tellBeforeExpiry.run();
        }

        assertThat(desk.tasks(order)).containsExactly("tell-customer");
        assertThat(of(order)).singleElement().satisfies(card -> assertThat(card.told())
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost_card", "stolen_card", "expired", "invalid"})
    void aCaptureThatFindsTheCardDeadEndsIt(String code) {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(order, YearMonth.of(2031, 12));
        capture.shipped(List.of(order));

        answers.record(new CardAnswer(desk.lastCall(order), Outcome.DECLINED, "g", code));

        assertThat(state(order)).isEqualTo(KeptCard.State.UNUSABLE);
    }

    @Test
    void aCaptureThatMayPassLaterLeavesTheCardInUse() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(order, YearMonth.of(2031, 12));
        capture.shipped(List.of(order));

        answers.record(new CardAnswer(desk.lastCall(order), Outcome.DECLINED, "g", "limit_exceeded"));

        assertThat(state(order)).isEqualTo(KeptCard.State.VALID);
    }

    @Test
    void aLinkThatIsGivenBeforeTheExpiryBringsTheNextCardAndLeavesTheAuthorisation(
            AssertablePublishedEvents published) {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        authorised(order, YearMonth.of(2026, 12));
        clock.set("2026-11-30T09:30:00+09:00");
        tellBeforeExpiry.run();
        var link =
                Objects.requireNonNull(mails(published, order).get(0).values().get("link"));

        giveNewCard.give(link.substring(link.lastIndexOf('/') + 1), "tok_" + UUID.randomUUID());

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(of(order))
                .extracting(KeptCard::state)
                .containsExactlyInAnyOrder(KeptCard.State.REPLACED, KeptCard.State.VALID);
    }

    @Test
    void aReplacedCardIsNotUsedAgainThoughTheGatewayTellsOfItButWhenTheCustomerGivesIt() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        var customer = orders.get(order).customerNumber();
        var former = new CardToken("tok_former_" + UUID.randomUUID());
        var next = new CardToken("tok_next_" + UUID.randomUUID());
        given(new CardGiven(order, customer, former, null));
        given(new CardGiven(order, customer, next, former));

        told(new CardTold(order, customer, former, "VISA", "4242", YearMonth.of(2031, 12)));
        assertThat(of(order))
                .filteredOn(card -> "4242".equals(card.last4()))
                .extracting(KeptCard::state)
                .containsExactly(KeptCard.State.REPLACED);

        given(new CardGiven(order, customer, former, next));
        assertThat(of(order))
                .filteredOn(card -> "4242".equals(card.last4()))
                .extracting(KeptCard::state)
                .containsExactly(KeptCard.State.VALID);
    }

    private void told(CardTold card) {
        transaction.executeWithoutResult(status -> events.publishEvent(card));
    }

    private void authorised(OrderNumber order, YearMonth expires) {
        answers.record(
                new CardAnswer(desk.lastCall(order), Outcome.AUTHORISED, "g-" + order, null, "4242", "VISA", expires));
    }

    private void given(CardGiven card) {
        transaction.executeWithoutResult(status -> events.publishEvent(card));
    }

    private List<KeptCard> of(OrderNumber order) {
        return cards.list(
                new KeptCards.Filter(orders.get(order).customerNumber().value(), null), null, 0, 10);
    }

    private KeptCard.State state(OrderNumber order) {
        return of(order).get(0).state();
    }

    private static List<MailRequested> mails(AssertablePublishedEvents published, OrderNumber order) {
        return StreamSupport.stream(published.ofType(MailsRequested.class).spliterator(), false)
                .flatMap(sent -> sent.mails().stream())
                .filter(mail -> mail.template().equals("card-expiring") && order.equals(mail.orderNumber()))
                .toList();
    }
}
