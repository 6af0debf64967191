package jp.otodoke.partners.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.otodoke.EngineJobs;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.InstructWarehouse;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.partners.exchange.Intake;
import jp.otodoke.partners.exchange.IntakeResult;
import jp.otodoke.partners.exchange.NextFile;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Files to the warehouse and from it, and what becomes of an order by them. */
@ModuleTest
class WarehouseExchangeTests {
    private static final String ACK = "file,ship_no,result,code,text\r\n";
    private static final String RESULT =
            "ship_no,result_no,shipped_at,carrier,tracking_no,line_no,item_code,quantity,lot,expiry,final\r\n";

    @Autowired
    Given given;

    @Autowired
    Intake intake;

    @Autowired
    FindShipment shipments;

    @Autowired
    FindOrder orders;

    @Autowired
    RequestOrderCancel cancel;

    @Autowired
    InstructWarehouse instruct;

    @Autowired
    EngineJobs jobs;

    @Autowired
    Tasks tasks;

    @Autowired
    TestClock clock;

    private final NextFile nextFile;
    private final String name = UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    WarehouseExchangeTests(AutowireCapableBeanFactory beans) {
        this.nextFile = beans.createBean(NextFile.class);
    }

    @BeforeEach
    void aThursdayMorning() {
        clock.set("2026-11-26T07:00:00+09:00");
    }

    @Test
    void theInstructionOfAWaveCarriesOrderAddressAndArticle() {
        var article = given.product(ProductMother.tea(), 10);
        var order = given.orderDispatched(OrderMother.of(article, 2));
        var shipment = shipmentOf(order);

        var file = nextFile.seal("warehouse", "SHIP");

        assertThat(file.name()).matches("SHIP_\\d{14}_\\d{6}\\.csv");
        assertThat(file.linesWith(shipment.value())).singleElement().satisfies(line -> assertThat(line)
                .startsWith(shipment + ",1," + order + ",")
                .contains(",YAMATO,", ",COD,")
                .endsWith(",1," + article + ",2,GOODS"));
    }

    @Test
    void whatTheWarehouseAcceptsAndShipsIsOnItsWay() {
        var article = given.product(ProductMother.tea(), 10);
        var order = given.orderDispatched(OrderMother.of(article, 2));
        var shipment = shipmentOf(order);
        var file = nextFile.seal("warehouse", "SHIP");

        take("ACK", ACK + file.name() + "," + shipment + ",ACCEPTED,,\r\n");
        assertThat(statusOf(shipment)).isEqualTo(ShipmentStatus.ACCEPTED);

        take(
                "SHIPRESULT",
                RESULT + shipment + ",1,2026-11-26 15:00:00,YAMATO,WE" + name + ",1," + article + ",2,,,1\r\n");
        given.follow(shipment);

        assertThat(statusOf(shipment)).isEqualTo(ShipmentStatus.SHIPPED);
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.SHIPPED);
    }

    @Test
    void theAcknowledgementOfAWholeFileCountsForEveryShipmentInIt() {
        var one = given.orderDispatched(OrderMother.of(given.product(ProductMother.tea(), 10), 1));
        var other = given.orderDispatched(OrderMother.of(given.product(ProductMother.tea(), 10), 1));
        var file = nextFile.seal("warehouse", "SHIP");

        take("ACK", ACK + file.name() + ",,ACCEPTED,,\r\n");

        assertThat(List.of(one, other))
                .allSatisfy(order -> assertThat(statusOf(shipmentOf(order))).isEqualTo(ShipmentStatus.ACCEPTED));
    }

    @Test
    void aRefusedInstructionIsAskedAboutWithTheWarehousesWords() {
        var order = given.orderDispatched(OrderMother.of(given.product(ProductMother.tea(), 10), 1));
        var shipment = shipmentOf(order);
        var file = nextFile.seal("warehouse", "SHIP");

        take("ACK", ACK + file.name() + "," + shipment + ",REJECTED,E12,番地がありません\r\n");
        given.follow(shipment);

        assertThat(asked("instruction-rejected", shipment.value()))
                .singleElement()
                .satisfies(task -> assertThat(task.reason().japanese()).contains("E12", "番地がありません"));
    }

    @Test
    void aLateRejectionOfAnEarlierFileDoesNotTouchTheInstructionSentAnew() {
        var order = given.orderDispatched(OrderMother.of(given.product(ProductMother.tea(), 10), 1));
        var shipment = shipmentOf(order);
        var first = nextFile.seal("warehouse", "SHIP");
        instruct.instruct(shipment);
        var second = nextFile.seal("warehouse", "SHIP");

        take("ACK", ACK + second.name() + ",,ACCEPTED,,\r\n");
        intake.take(
                "warehouse",
                "ACK_" + name + "2.csv",
                FileContent.of((ACK + first.name() + "," + shipment + ",REJECTED,E12,番地がありません\r\n")
                        .getBytes(CharacterSets.CP932)),
                true);

        assertThat(statusOf(shipment)).isEqualTo(ShipmentStatus.ACCEPTED);
        assertThat(asked("acceptance-withdrawn", shipment.value())).isEmpty();
    }

    @Test
    void theAnswerToAFileThatWasNeverSentIsLeftToAPerson() {
        var taken = take("ACK", ACK + "SHIP_" + name + ".csv,,ACCEPTED,,\r\n");

        assertThat(taken.state()).isEqualTo(IntakeResult.State.BOOKED);
        assertThat(asked("record-rejected", "SHIP_" + name + ".csv")).hasSize(1);
    }

    @Test
    void aCancelledOrderIsAskedBackAndEndsWithTheAnswer() {
        var order = given.orderAccepted(OrderMother.of(given.product(ProductMother.tea(), 10), 1));
        var shipment = shipmentOf(order);
        cancel.request(order, "ご都合", "tester");
        jobs.run(order, shipment.value());

        var asked = nextFile.seal("warehouse", "CANCEL").linesWith(shipment.value());
        assertThat(asked).singleElement().satisfies(line -> assertThat(line).startsWith(shipment + ","));
        var request = asked.get(0).split(",")[1];
        take("CANCELRESULT", "request_id,ship_no,result\r\n" + request + "," + shipment + ",CANCELLED\r\n");
        given.follow(shipment);

        assertThat(statusOf(shipment)).isEqualTo(ShipmentStatus.CANCELLED);
        assertThat(orders.get(order).status()).isEqualTo(OrderStatus.CANCELLED);
    }

    @Test
    void aCountThatDiffersFromOurLedgerIsAskedAbout() {
        var same = given.product(ProductMother.tea(), 10);
        var less = given.product(ProductMother.tea(), 10);

        take(
                "STOCK",
                "as_of,item_code,lot,expiry,condition,on_hand,allocated\r\n2026-11-26 06:00:00," + same
                        + ",,,GOOD,10,0\r\n2026-11-26 06:00:00," + less
                        + ",,,GOOD,8,0\r\n2026-11-26 06:00:00," + less + ",,,DAMAGED,2,0\r\nEND,3\r\n");

        assertThat(asked("stock-difference", less))
                .singleElement()
                .satisfies(task -> assertThat(task.reason().japanese()).doesNotContain(same));
    }

    @Test
    void aReportAboutAnotherWarehousesShipmentIsRefusedByNameAndChangesNothing() {
        var article = given.product(ProductMother.tea(), 10);
        var order = given.orderDispatched(OrderMother.of(article, 2));
        var shipment = shipmentOf(order);
        var file = nextFile.seal("warehouse", "SHIP");

        takeFrom("warehouse-cool", "ACK", ACK + file.name() + "," + shipment + ",ACCEPTED,,\r\n");
        takeFrom(
                "warehouse-cool",
                "SHIPRESULT",
                RESULT + shipment + ",1,2026-11-26 15:00:00,YAMATO,WO" + name + ",1," + article + ",2,,,1\r\n");
        takeFrom(
                "warehouse-cool",
                "CANCELRESULT",
                "request_id,ship_no,result\r\n" + shipment + "-C1," + shipment + ",CANCELLED\r\n");

        assertThat(statusOf(shipment)).isEqualTo(ShipmentStatus.INSTRUCTED);
        assertThat(asked("record-rejected", shipment.value()))
                .hasSize(3)
                .allSatisfy(task -> assertThat(task.reason().japanese()).contains("倉庫 MAIN"));
    }

    @Test
    void whatBelongsToTheWarehouseIsBookedBesideWhatDoesNot() {
        var article = given.product(ProductMother.tea(), 10);
        var own = shipmentOf(given.orderAccepted(OrderMother.of(article, 2)));
        var row = ",1,2026-11-26 15:00:00,YAMATO,WP" + name + ",1," + article + ",2,,,1\r\n";

        take("SHIPRESULT", RESULT + own + row + "S99999999" + row);
        given.follow(own);

        assertThat(statusOf(own)).isEqualTo(ShipmentStatus.SHIPPED);
        assertThat(asked("record-rejected", "S99999999")).hasSize(1);
    }

    @Test
    void eachShipmentIsInstructedToThePartnerOfItsWarehouse() {
        var tea = given.product(ProductMother.tea(), 10);
        var ice = given.product(ProductMother.tea().kept(Temperature.FROZEN));
        given.stock(ice, Warehouse.of("COOL"), 10);
        var order = given.orderDispatched(OrderMother.of(tea, 1).and(ice, 2));

        assertThat(nextFile.seal("warehouse", "SHIP").linesWith(order.value()))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(",TAKKYUBIN,NONE,").contains(tea));
        assertThat(nextFile.seal("warehouse-cool", "SHIP").linesWith(order.value()))
                .singleElement()
                .satisfies(
                        line -> assertThat(line).contains(",TAKKYUBIN,FROZEN,").contains(ice));
    }

    @Test
    void eachWarehouseCountsItsOwnStock() {
        var article = given.product(ProductMother.tea(), 10);
        given.stock(article, Warehouse.of("COOL"), 4);

        takeFrom(
                "warehouse-cool",
                "STOCK",
                "as_of,item_code,lot,expiry,condition,on_hand,allocated\r\n2026-11-26 06:00:00," + article
                        + ",,,GOOD,4,0\r\nEND,1\r\n");

        assertThat(asked("stock-difference", article)).isEmpty();
    }

    private IntakeResult take(String type, String text) {
        return takeFrom("warehouse", type, text);
    }

    private IntakeResult takeFrom(String partner, String type, String text) {
        return intake.take(
                partner, type + "_" + name + ".csv", FileContent.of(text.getBytes(CharacterSets.CP932)), true);
    }

    private ShipmentNumber shipmentOf(OrderNumber order) {
        return given.shipments(order).get(0).number();
    }

    private ShipmentStatus statusOf(ShipmentNumber shipment) {
        return shipments.get(shipment).status();
    }

    private List<OpenTask> asked(String type, String words) {
        return tasks.list(new Tasks.Filter(null, type, null, words), "rank", 0, 50);
    }
}
