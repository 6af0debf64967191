package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.partners.mail.MailTemplates;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The customer is told when a requested delivery date falls, once for each change and with the new day. */
@ModuleTest
@RecordApplicationEvents
class RequestedDateTests {
    private static final LocalDate FIRST_OF_DECEMBER = LocalDate.of(2026, 12, 1);

    private final Walk walk;

    @Autowired
    RequestedDateTests(AutowireCapableBeanFactory beans) {
        this.walk = beans.createBean(Walk.class);
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @AfterEach
    void invariants() {
        walk.allHolds();
    }

    @Test
    void whereWavesWereMissedTheGoodsLeaveWithoutTheDateAndTheCustomerIsToldOnce(ApplicationEvents events) {
        var order = walk.place(OrderMother.of(walk.article(10), 1).requestedFor(FIRST_OF_DECEMBER));
        walk.pass(Duration.ofDays(6), order);

        walk.wave();
        walk.wave();

        assertThat(walk.status(order)).isEqualTo(OrderStatus.DISPATCHED);
        assertThat(walk.parcel(order).deliveryDate()).isNull();
        assertThat(told(events, order)).singleElement().satisfies(mail -> assertThat(mail)
                .contains("お届け日が変わります", order.value(), "2026/12/01(火) → 2026/12/03(木) のお届け予定"));
        assertThat(walk.told(order, "REQUESTED_DATE_CHANGED", Locale.ENGLISH)).contains("→ expected on");
    }

    @Test
    void aHoldThatIsReleasedTooLateIsToldTooAndOneReleasedInTimeIsNot(ApplicationEvents events) {
        var late = walk.place(OrderMother.of(walk.article(10), 1).requestedFor(FIRST_OF_DECEMBER));
        var inTime = walk.place(OrderMother.of(walk.article(10), 1).requestedFor(LocalDate.of(2026, 12, 10)));
        List.of(late, inTime).forEach(order -> walk.changes.hold(order, "電話待ち", "tester"));
        walk.pass(Duration.ofDays(6), late, inTime);

        List.of(late, inTime).forEach(order -> walk.changes.release(order, "tester"));
        walk.wave();

        assertThat(told(events, late)).hasSize(1);
        assertThat(told(events, inTime)).isEmpty();
        assertThat(walk.happened(inTime)).doesNotContain("REQUESTED_DATE_CHANGED");
    }

    @Test
    void whereStockCameTooLateTheCustomerIsToldWhatWasAgreed(ApplicationEvents events) {
        var sku = walk.article(0);
        var order = walk.place(OrderMother.of(sku, 1).requestedFor(FIRST_OF_DECEMBER));
        walk.pass(Duration.ofDays(6), order);
        walk.receive(sku, 1);
        assertThat(told(events, order)).isEmpty();

        walk.decide(order, "date-unreachable", "EARLIEST");

        assertThat(told(events, order)).singleElement().satisfies(mail -> assertThat(mail)
                .contains("2026/12/01(火) → 2026/12/03(木) のお届け予定"));
        walk.wave();
        assertThat(told(events, order)).hasSize(1);
    }

    @Test
    void aDateThatCanBeMetStaysWhereAnotherOneOfTheOrderFalls(ApplicationEvents events) {
        var sku = walk.article(0);
        var later = LocalDate.of(2026, 12, 20);
        var order = walk.place(OrderMother.of(sku, 1)
                .requestedFor(FIRST_OF_DECEMBER)
                .to("鈴木 次郎", CustomerMother.TOKYO, later)
                .and(sku, 1));
        walk.pass(Duration.ofDays(6), order);
        walk.receive(sku, 2);
        assertThat(walk.task(order, "date-unreachable").reason().japanese())
                .contains("12/01")
                .doesNotContain("12/20");

        walk.decide(order, "date-unreachable", "EARLIEST");

        walk.inTransaction(() -> assertThat(walk.order(order).destinations())
                .extracting(OrderDestination::deliveryDate)
                .containsExactly(null, later));
        assertThat(told(events, order)).singleElement().satisfies(mail -> assertThat(mail)
                .contains("お届け先1: 2026/12/01(火)")
                .doesNotContain("お届け先2"));
    }

    @Test
    void onlyTheDestinationWhoseDateFallsIsNamed(ApplicationEvents events) {
        var sku = walk.article(10);
        var order = walk.place(OrderMother.of(sku, 1)
                .requestedFor(FIRST_OF_DECEMBER)
                .to("鈴木 次郎", CustomerMother.TOKYO)
                .and(sku, 1));
        walk.pass(Duration.ofDays(6), order);

        walk.wave();

        assertThat(told(events, order)).singleElement().satisfies(mail -> assertThat(mail)
                .contains("お届け先1: 2026/12/01(火)")
                .doesNotContain("お届け先2"));
    }

    @Test
    void whoHasNoMailIsCalled() {
        var order = walk.place(OrderMother.of(walk.article(10), 1)
                .requestedFor(FIRST_OF_DECEMBER)
                .withoutMail());
        walk.pass(Duration.ofDays(6), order);

        walk.wave();

        assertThat(walk.task(order, "tell-customer").reason().japanese()).contains("ご希望のお届け日に間に合わない", "2026/12/03(木)");
    }

    private static List<String> told(ApplicationEvents events, OrderNumber order) {
        return Stream.concat(
                        events.stream(MailRequested.class),
                        events.stream(MailsRequested.class).flatMap(many -> many.mails().stream()))
                .filter(mail -> Objects.equals(order, mail.orderNumber()))
                .filter(mail -> mail.template().equals("delivery-date-changed"))
                .map(MailTemplates::rendered)
                .toList();
    }
}
