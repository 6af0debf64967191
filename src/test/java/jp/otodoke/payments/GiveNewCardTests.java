package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A customer gives another card by a link: once, in time, and only for what is to be paid. */
@ModuleTest
class GiveNewCardTests {
    private static final String TOKEN = "tok_4242";

    private final PaymentDesk desk;
    private CardLinks links;

    @Autowired
    GiveNewCard giveNewCard;

    @Autowired
    RecordCardAnswer answers;

    @Autowired
    CardCalls calls;

    @Autowired
    RecordChargeback chargeback;

    @Autowired
    AdvanceOrder advance;

    @Autowired
    BusinessClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    GiveNewCardTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @BeforeEach
    void customersReachUs() {
        links = new CardLinks(jdbc, clock, "https://shop.example/", 7);
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void theNewCardPaysTheOrderThatWaits() {
        var order = refused();
        var link = link(order);
        assertThat(giveNewCard.asked(link)).contains(new GiveNewCard.Asked(order, "1881", Yen.of(6550)));

        giveNewCard.give(link, TOKEN);

        assertThat(calls.load(desk.lastCall(order)).token()).isEqualTo(TOKEN);
        assertThat(stored(order)).as("encrypted").doesNotContain(TOKEN);
        desk.answer(order, Outcome.AUTHORISED);
        assertThat(desk.payment(order).secured()).isTrue();
    }

    @Test
    void aLinkWorksOnce() {
        var order = refused();
        var link = link(order);
        giveNewCard.give(link, TOKEN);
        desk.decline(order, "expired");

        assertThat(giveNewCard.asked(link)).isEmpty();
        notFound(link);
    }

    @Test
    void aLinkEnds() {
        var order = refused();
        var link = link(order);
        desk.clock.advance(Duration.ofDays(7).plusMinutes(1));

        assertThat(giveNewCard.asked(link)).isEmpty();
        notFound(link);
        desk.clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void onlyTheLastLinkOfAnOrderWorks() {
        var order = refused();
        var first = link(order);
        var second = link(order);

        assertThat(giveNewCard.asked(first)).isEmpty();
        assertThat(giveNewCard.asked(second)).isPresent();
        assertThat(jdbc.sql("select count(*) from card_link where token_hash in (?, ?)")
                        .params(first, second)
                        .query(Long.class)
                        .single())
                .as("its own table keeps no link")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "4242424242424242", "tok 1", "tok_<script>", "tok_カード"})
    void whatIsNoTokenIsNotTakenAndTheLinkStillWorks(String token) {
        var link = link(refused());

        assertThatThrownBy(() -> giveNewCard.give(link, token))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.INVALID));

        assertThat(giveNewCard.asked(link)).isPresent();
    }

    @Test
    void madeUpLinksAreNotFound() {
        for (var link : List.of("", "x", UUID.randomUUID().toString(), "A".repeat(43), "A".repeat(10_000))) {
            assertThat(giveNewCard.asked(link)).isEmpty();
            notFound(link);
        }
    }

    @Test
    void nothingIsChargedForAnOrderThatIsPaidOtherwiseOrUnderWay() {
        var waiting = refused();
        var link = link(waiting);
        desk.secure.secure(waiting);
        assertThat(giveNewCard.asked(link)).isEmpty();
        conflict(link);

        var byTransfer = refused();
        var other = link(byTransfer);
        desk.payBy(byTransfer, PaymentMethod.BANK_TRANSFER);
        assertThat(giveNewCard.asked(other)).isEmpty();
        conflict(other);
    }

    @Test
    void anAttemptThatWasPutOffDoesNotKeepTheCustomerFromGivingAnotherCard() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        desk.decline(order, "limit_exceeded");
        var link = link(order);

        assertThat(giveNewCard.asked(link)).isPresent();
        giveNewCard.give(link, TOKEN);

        assertThat(calls.load(desk.lastCall(order)).token()).isEqualTo(TOKEN);
    }

    @Test
    void whoIsAskedToTransferIsAskedForNoCardAnyMore() {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, 2)));
        desk.decline(order, "expired_card");
        var link = link(order);

        desk.decide(order, "capture-failed", "BANK_TRANSFER");

        assertThat(giveNewCard.asked(link)).isEmpty();
        notFound(link);
    }

    @Test
    void goodsThatHaveLeftAreChargedToTheNewCardAtOnce() {
        var order = desk.authorised();
        desk.capture.shipped(List.of(order));
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, 2)));
        desk.decline(order, "expired_card");
        assertThat(desk.tasks(order)).contains("capture-failed");

        giveNewCard.give(link(order), TOKEN);
        desk.answer(order, Outcome.AUTHORISED);
        desk.answer(order, Outcome.CAPTURED);

        assertThat(desk.payment(order).settled()).isTrue();
        assertThat(desk.tasks(order)).doesNotContain("capture-failed");
    }

    @Test
    void anotherCardPaysAnOrderThatWasChargedBack() {
        var order = desk.captured();
        chargeback.opened(
                "cb-" + UUID.randomUUID(),
                String.valueOf(desk.payment(order).transactionNo()),
                desk.payment(order).paid(),
                null);

        giveNewCard.give(link(order), TOKEN);
        desk.answer(order, Outcome.AUTHORISED);

        assertThat(desk.payment(order).secured()).isTrue();
        assertThat(desk.payment(order).cardBarred()).isFalse();
    }

    private OrderNumber refused() {
        var order = desk.secured(OrderMother.twoTeas().paidByCard());
        answers.record(new CardAnswer(desk.lastCall(order), Outcome.DECLINED, "g", "expired", "1881"));
        return order;
    }

    private String link(OrderNumber order) {
        var address = Objects.requireNonNull(transaction.execute(status -> links.issue(order)))
                .orElseThrow();
        assertThat(address).startsWith("https://shop.example/new-card/");
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private String stored(OrderNumber order) {
        return jdbc.sql("select card_token from receivable where number = ?")
                .param(order.value())
                .query(String.class)
                .single();
    }

    private void notFound(String link) {
        assertThatThrownBy(() -> giveNewCard.give(link, TOKEN))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private void conflict(String link) {
        assertThatThrownBy(() -> giveNewCard.give(link, TOKEN))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }
}
