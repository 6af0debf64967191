package jp.otodoke.payments.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.payments.CardResult;
import jp.otodoke.payments.CardToCheck;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardTold;
import jp.otodoke.payments.PaymentDesk;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.AssertablePublishedEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** The monthly question which cards still work, and what its answers do. Each test has a month of its own. */
@ModuleTest(with = "payments.cards")
class CardUpdatesTests {
    private final PaymentDesk desk;

    @Autowired
    KeptCards cards;

    @Autowired
    CardUpdates updates;

    @Autowired
    MakeCardUpdate makeCardUpdate;

    @Autowired
    SendCardUpdate sendCardUpdate;

    @Autowired
    BookCardUpdate bookCardUpdate;

    @Autowired
    FindOrder orders;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Autowired
    BusinessClock businessClock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CardUpdatesTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(PaymentDesk.class);
    }

    @AfterEach
    void today() {
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void eachCardThatCanBeChargedIsAskedAboutOnce() {
        var shared = token();
        var first = order();
        var second = order();
        clock.set("2027-01-25T10:00:00+09:00");
        told(first, shared, YearMonth.of(2031, 12));
        told(second, shared, YearMonth.of(2031, 12));
        var expired = order();
        told(expired, token(), YearMonth.of(2026, 12));
        var ended = order();
        var dead = token();
        told(ended, dead, YearMonth.of(2031, 12));
        transaction.executeWithoutResult(
                status -> cards.end(orders.get(ended).customerNumber(), dead, KeptCard.State.UNUSABLE));

        long update = makeCardUpdate.make("tester");

        assertThat(all(update))
                .extracting(UpdatedCard::customer)
                .contains(customer(first))
                .doesNotContain(customer(second), customer(expired), customer(ended));
        assertThat(updates.get(update)).satisfies(made -> {
            assertThat(made.month()).isEqualTo(YearMonth.of(2027, 1));
            assertThat(made.state()).isEqualTo(CardUpdate.State.COLLECTED);
            assertThat(made.cards()).isEqualTo(all(update).size());
        });
        assertThatThrownBy(() -> makeCardUpdate.make("tester"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("card-updates.made");
    }

    @Test
    void twoNodesAskOnceAMonthFromItsDayOn() {
        told(order(), token(), YearMonth.of(2031, 12));
        var job = new MakeCardUpdateMonthly(makeCardUpdate, businessClock, 20, false);
        clock.set("2027-02-19T23:59:00+09:00");
        job.work(businessClock.today());
        assertThat(of(YearMonth.of(2027, 2))).as("before its day").isEmpty();
        clock.set("2027-02-21T00:10:00+09:00");

        var nodes = List.of(
                CompletableFuture.runAsync(() -> job.work(businessClock.today())),
                CompletableFuture.runAsync(() -> job.work(businessClock.today())));
        nodes.forEach(CompletableFuture::join);
        job.work(businessClock.today());

        assertThat(of(YearMonth.of(2027, 2))).singleElement().satisfies(made -> assertThat(made.madeBy())
                .isEqualTo("system"));
    }

    @Test
    void aDayThatTheMonthLacksIsItsLastAndNoughtIsNever() {
        told(order(), token(), YearMonth.of(2031, 12));
        clock.set("2027-04-30T10:00:00+09:00");
        new MakeCardUpdateMonthly(makeCardUpdate, businessClock, 0, false).work(LocalDate.of(2027, 4, 30));
        assertThat(of(YearMonth.of(2027, 4))).isEmpty();

        new MakeCardUpdateMonthly(makeCardUpdate, businessClock, 31, false).work(LocalDate.of(2027, 4, 30));

        assertThat(of(YearMonth.of(2027, 4))).hasSize(1);
    }

    @Test
    void theRequestIsFrozenAndEncrypted() {
        var order = order();
        clock.set("2027-05-25T10:00:00+09:00");
        var token = token();
        told(order, token, YearMonth.of(2031, 12));
        long update = makeCardUpdate.make("tester");

        var first = sendCardUpdate.fetch(update, CardUpdatesTests::write);
        var second = sendCardUpdate.fetch(update, (id, month, asked) -> new byte[0]);

        assertThat(new String(first, StandardCharsets.US_ASCII)).contains(token.value());
        assertThat(second).isEqualTo(first);
        assertThat(jdbc.sql("select request_file from card_update where id = ?")
                        .param(update)
                        .query(String.class)
                        .single())
                .doesNotContain("tok_");
        assertThat(updates.get(update).state()).isEqualTo(CardUpdate.State.SENT);
    }

    @Test
    void aFileIsPlacedOnceAndAgainWhereThatFailed() {
        told(order(), token(), YearMonth.of(2031, 12));
        clock.set("2027-06-25T10:00:00+09:00");
        long update = makeCardUpdate.make("tester");
        sendCardUpdate.write(update, CardUpdatesTests::write);
        assertThatThrownBy(() -> sendCardUpdate.place(update, file -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");
        assertThat(sendCardUpdate.waiting()).contains(update);

        var placed = new ArrayList<byte[]>();
        sendCardUpdate.place(update, placed::add);
        sendCardUpdate.place(update, placed::add);

        assertThat(placed).containsExactly(sendCardUpdate.fetch(update, CardUpdatesTests::write));
        assertThat(sendCardUpdate.waiting()).doesNotContain(update);
    }

    @Test
    void everyAnswerHasItsConsequence(AssertablePublishedEvents published) {
        clock.set("2027-07-25T10:00:00+09:00");
        var same = kept();
        var renewed = kept();
        var invalid = kept();
        var mismatch = kept();
        var inputError = kept();
        var unclear = kept();
        long update = makeCardUpdate.make("tester");
        var results = all(update).stream()
                .map(card -> answer(
                        card,
                        Map.of(
                                customer(renewed), "0+",
                                customer(invalid), "1",
                                customer(mismatch), "2",
                                customer(inputError), "3",
                                customer(unclear), "9")))
                .toList();

        assertThat(bookCardUpdate.book(update, "r.csv", results)).isEqualTo(results.size());

        assertThat(card(same).state()).isEqualTo(KeptCard.State.VALID);
        assertThat(card(renewed)).satisfies(card -> {
            assertThat(card.state()).isEqualTo(KeptCard.State.VALID);
            assertThat(card.last4()).isEqualTo("9876");
            assertThat(card.expires()).isEqualTo(YearMonth.of(2035, 6));
        });
        assertThat(updates.cards(update, CardOutcome.RENEWED, null, 0, 10))
                .singleElement()
                .satisfies(card -> {
                    assertThat(card.formerLast4()).isEqualTo("4242");
                    assertThat(card.formerExpires()).isEqualTo(YearMonth.of(2031, 12));
                });
        for (var order : List.of(invalid, mismatch, inputError)) {
            assertThat(card(order).state()).isEqualTo(KeptCard.State.UNUSABLE);
            assertThat(mails(published, order)).singleElement().satisfies(mail -> assertThat(mail.values())
                    .containsEntry("last4", "4242")
                    .containsKey("link"));
        }
        assertThat(mails(published, same)).isEmpty();
        assertThat(card(unclear).state()).isEqualTo(KeptCard.State.VALID);
        assertThat(updates.get(update)).satisfies(done -> {
            assertThat(done.state()).isEqualTo(CardUpdate.State.DONE);
            assertThat(done.renewed()).isEqualTo(1);
            assertThat(done.unusable()).isEqualTo(3);
            assertThat(done.unclear()).isEqualTo(1);
            assertThat(done.resultName()).isEqualTo("r.csv");
        });

        assertThat(bookCardUpdate.book(update, "again.csv", results))
                .as("the same again")
                .isZero();
        assertThat(mails(published, invalid)).hasSize(1);
        var other = results.stream()
                .map(result -> new CardResult(result.id(), "1", CardOutcome.INVALID, null, null))
                .toList();
        assertThatThrownBy(() -> bookCardUpdate.book(update, "other.csv", other))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("card-updates.booked-otherwise");

        desk.decide(CardUpdateSubject.of(update), "card-unclear", "ENDED", null, Map.of());
        assertThat(card(unclear).state()).isEqualTo(KeptCard.State.UNUSABLE);
        assertThat(mails(published, unclear)).hasSize(1);
    }

    @Test
    void aCardOfWhichAPersonSaysThatItWorksStaysInUse(AssertablePublishedEvents published) {
        clock.set("2027-08-25T10:00:00+09:00");
        var order = kept();
        long update = makeCardUpdate.make("tester");
        bookCardUpdate.book(
                update,
                "r.csv",
                all(update).stream()
                        .map(card -> answer(card, Map.of(customer(order), "9")))
                        .toList());

        desk.decide(CardUpdateSubject.of(update), "card-unclear", "USABLE", null, Map.of());

        assertThat(card(order).state()).isEqualTo(KeptCard.State.VALID);
        assertThat(mails(published, order)).isEmpty();
    }

    @Test
    void whoHasNoAddressIsToldByAPerson() {
        clock.set("2027-09-25T10:00:00+09:00");
        var order = desk.secured(OrderMother.twoTeas().paidByCard().withoutMail());
        told(order, token(), YearMonth.of(2031, 12));
        long update = makeCardUpdate.make("tester");

        bookCardUpdate.book(
                update,
                "r.csv",
                all(update).stream()
                        .map(card -> answer(card, Map.of(customer(order), "1")))
                        .toList());

        assertThat(desk.tasks(order)).containsExactly("tell-customer");
    }

    @Test
    void whatIsToldOfACardThatHasEndedMeanwhileDoesNotBringItBack() {
        clock.set("2027-10-25T10:00:00+09:00");
        var order = order();
        var token = token();
        told(order, token, YearMonth.of(2031, 12));
        long update = makeCardUpdate.make("tester");
        transaction.executeWithoutResult(status -> cards.end(customer(order), token, KeptCard.State.REPLACED));

        bookCardUpdate.book(
                update,
                "r.csv",
                all(update).stream()
                        .map(card -> answer(card, Map.of(customer(order), "0+")))
                        .toList());

        assertThat(card(order)).satisfies(card -> {
            assertThat(card.state()).isEqualTo(KeptCard.State.REPLACED);
            assertThat(card.last4()).isEqualTo("4242");
        });
    }

    private static CardResult answer(UpdatedCard card, Map<CustomerNumber, String> codes) {
        return switch (codes.getOrDefault(card.customer(), "0")) {
            case "0" -> new CardResult(card.id(), "0", CardOutcome.UNCHANGED, null, null);
            case "0+" -> new CardResult(card.id(), "0", CardOutcome.RENEWED, "9876", YearMonth.of(2035, 6));
            case "1" -> new CardResult(card.id(), "1", CardOutcome.INVALID, null, null);
            case "2" -> new CardResult(card.id(), "2", CardOutcome.MISMATCH, null, null);
            case "3" -> new CardResult(card.id(), "3", CardOutcome.INPUT_ERROR, null, null);
            default -> new CardResult(card.id(), "9", CardOutcome.UNCLEAR, null, null);
        };
    }

    private static byte[] write(long id, YearMonth month, List<CardToCheck> asked) {
        return String.join(
                        "\n", asked.stream().map(card -> card.token().value()).toList())
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** An order and the card that is to pay it. */
    private OrderNumber kept() {
        var order = order();
        told(order, token(), YearMonth.of(2031, 12));
        return order;
    }

    private OrderNumber order() {
        return desk.secured(OrderMother.twoTeas().paidByCard());
    }

    private static CardToken token() {
        return new CardToken("tok_" + UUID.randomUUID());
    }

    private void told(OrderNumber order, CardToken token, YearMonth expires) {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new CardTold(order, customer(order), token, "VISA", "4242", expires)));
    }

    private CustomerNumber customer(OrderNumber order) {
        return orders.get(order).customerNumber();
    }

    private KeptCard card(OrderNumber order) {
        return cards.list(new KeptCards.Filter(customer(order).value(), null), null, 0, 10)
                .get(0);
    }

    private List<UpdatedCard> all(long update) {
        return updates.cards(update, null, null, 0, 10_000);
    }

    private List<CardUpdate> of(YearMonth month) {
        return updates.list(null, null, 0, 1_000).stream()
                .filter(update -> update.month().equals(month))
                .toList();
    }

    private static List<MailRequested> mails(AssertablePublishedEvents published, OrderNumber order) {
        return StreamSupport.stream(published.ofType(MailsRequested.class).spliterator(), false)
                .flatMap(sent -> sent.mails().stream())
                .filter(mail -> mail.template().equals("card-ended") && order.equals(mail.orderNumber()))
                .toList();
    }
}
