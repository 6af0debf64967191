package jp.otodoke.partners.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.mothers.ShipmentMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.partners.exchange.Intake;
import jp.otodoke.partners.exchange.IntakeResult;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the carrier tells of parcels, and what becomes of their orders by it. */
@ModuleTest(with = "partners.exchange")
class TrackingFileTests {
    private static final String HEADER = "tracking_no,event,event_at,office\r\n";

    @Autowired
    Given given;

    @Autowired
    Intake intake;

    @Autowired
    FindOrder orders;

    @Autowired
    Tasks tasks;

    @Autowired
    TestClock clock;

    private final String name = UUID.randomUUID().toString().substring(0, 8);
    private OrderNumber order = OrderNumber.of("A0");
    private ShipmentNumber shipment = ShipmentNumber.of("?");
    private String parcel = "";

    @BeforeEach
    void aParcelOnItsWay() {
        clock.set("2026-11-26T07:00:00+09:00");
        order = given.orderShipped(OrderMother.of(given.product(ProductMother.tea(), 10), 1));
        shipment = given.shipments(order).get(0).number();
        parcel = ShipmentMother.trackingNumber(shipment);
        clock.set("2026-11-27T16:00:00+09:00");
    }

    @Test
    void aDeliveredParcelDeliversItsOrder() {
        take(
                "1",
                parcel + ",IN_TRANSIT,2026-11-26 21:00:00,羽田\r\n" + parcel + ",DELIVERED,2026-11-27 15:00:00,千代田\r\n");

        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(asked("delivery-trouble")).isEmpty();
    }

    /** It may come before the one that it follows, in a file of its own. */
    @Test
    void anEventThatComesLateChangesNothingAnyMore() {
        take("1", parcel + ",DELIVERED,2026-11-27 15:00:00,千代田\r\n");
        take("2", parcel + ",ABSENT,2026-11-27 10:00:00,千代田\r\n");

        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(asked("delivery-trouble")).isEmpty();
    }

    @Test
    void aParcelThatComesBackIsAskedAbout() {
        take("1", parcel + ",REFUSED,2026-11-27 10:00:00,千代田\r\n" + parcel + ",RETURNED,2026-11-27 15:00:00,千代田\r\n");

        assertThat(status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(tasks.about(OrderSubject.of(order)))
                .extracting(OpenTask::type)
                .containsExactly("delivery-trouble");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", " ", "　", "－", "ー", "─", "━"})
    void aTrackingNumberIsKnownHoweverItIsWritten(String between) {
        var written = parcel.substring(0, 2) + between + parcel.substring(2, 5) + between + parcel.substring(5);

        take("1", written + ",DELIVERED,2026-11-27 15:00:00,千代田\r\n");

        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
    }

    /** A spreadsheet puts it before figures that are text. */
    @ParameterizedTest
    @ValueSource(strings = {"'", "’", "`"})
    void anApostropheBeforeATrackingNumberIsNoPartOfIt(String apostrophe) {
        take("1", apostrophe + parcel + ",DELIVERED,2026-11-27 15:00:00,千代田\r\n");

        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void aTrackingNumberIsKnownInFullWidth() {
        var wide = parcel.chars()
                .mapToObj(c -> String.valueOf((char) (c + 0xFEE0)))
                .collect(Collectors.joining());

        take("1", wide + ",DELIVERED,2026-11-27 15:00:00,千代田\r\n");

        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2206-11-27 15:00:00", "1926-11-27 15:00:00"})
    void anEventOfAnImpossibleMomentIsLeftToAPerson(String moment) {
        take("1", parcel + ",DELIVERED," + moment + ",X" + name + "\r\n");

        assertThat(status()).isEqualTo(OrderStatus.SHIPPED);
        assertThat(asked("record-rejected"))
                .singleElement()
                .satisfies(task -> assertThat(task.reason().japanese()).contains("ありえない日時"));
    }

    @Test
    void aParcelThatNobodyKnowsIsAskedAboutOnce() {
        take("1", "T" + name + ",IN_TRANSIT,2026-11-27 10:00:00,千代田\r\n");
        take("2", "T" + name + ",OUT_FOR_DELIVERY,2026-11-27 12:00:00,千代田\r\n");

        assertThat(asked("tracking-unknown"))
                .singleElement()
                .satisfies(task -> assertThat(task.reason().japanese()).contains("T" + name));
    }

    @Test
    void aRowThatCanNotBeReadIsLeftToAPersonAndTheOthersCount() {
        var taken = take(
                "1",
                "X" + name + ",EATEN,2026-11-27 10:00:00,千代田\r\n" + parcel + ",DELIVERED,2026-11-27 15:00:00,千代田\r\n");

        assertThat(taken.state()).isEqualTo(IntakeResult.State.BOOKED);
        assertThat(status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(asked("record-rejected")).hasSize(1);
    }

    private IntakeResult take(String number, String rows) {
        var taken = intake.take(
                "carrier",
                "TRACKING_" + name + number + ".csv",
                FileContent.of((HEADER + rows).getBytes(CharacterSets.CP932)),
                true);
        given.follow(shipment);
        return taken;
    }

    private OrderStatus status() {
        return orders.get(order).status();
    }

    /** Open tasks of this kind that this test has caused. */
    private List<OpenTask> asked(String type) {
        return tasks.list(new Tasks.Filter(null, type, null, name), "rank", 0, 50);
    }
}
