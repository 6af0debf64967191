package jp.otodoke.demo.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jp.otodoke.mothers.BareRows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class WarehouseTests {
    private static final String HEADER =
            "ship_no,revision,order_no,ship_date,carrier,service,cool,delivery_date,time_slot,name,kana,postal_code,"
                    + "prefecture,city,line1,line2,phone,payment_kind,cod_amount,cod_tax,note,line_no,item_code,quantity,kind";
    private static final String SHIP = "SHIP_20261124090000_000001.csv";

    private final World world;

    WarehouseTests(@TempDir Path home) {
        world = new World(home);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @BeforeEach
    void stock() {
        BareRows.stock(world.jdbc(), "HF-001", 90);
    }

    private static String row(String shipNo, int revision, String day, int line, String item, int quantity) {
        return "%s,%d,A00000001,%s,YAMATO,TAKKYUBIN,NONE,2026-11-27,AM,見本　花子,ミホン,1000001,東京都,千代田区,千代田,,03,CARD,,,,%d,%s,%d,%s"
                .formatted(shipNo, revision, day, line, item, quantity, item.startsWith("INS") ? "INSERT" : "GOODS");
    }

    private void instruct() {
        world.tell(
                SHIP,
                HEADER,
                row("S00000001", 1, "2026-11-24", 1, "HF-001", 2),
                row("S00000001", 1, "2026-11-24", 2, "INS-01", 1),
                row("S00000002", 1, "2026-11-24", 1, "HF-001", 3));
    }

    @Test
    void acknowledgesAtOnceAndShipsAllParcelsOfTheDayInOneFile() {
        instruct();

        world.settle();
        assertThat(world.rows("warehouse", "ACK"))
                .containsExactly(SHIP + ",S00000001,ACCEPTED,,", SHIP + ",S00000002,ACCEPTED,,");
        assertThat(world.answers("warehouse", "SHIPRESULT")).isEmpty();

        world.goTo("2026-11-24T17:00:00+09:00");
        assertThat(world.answers("warehouse", "SHIPRESULT")).hasSize(1);
        var rows = world.rows("warehouse", "SHIPRESULT");
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .matches("S00000001,1,2026-11-24T16:00\\+09:00,YAMATO,\\d{12},1,HF-001,2,L\\d{6},2028-05-01,1");
        assertThat(rows.get(1)).matches("S00000001,1,2026-11-24T16:00\\+09:00,YAMATO,\\d{12},2,INS-01,1,,,1");
        assertThat(rows)
                .allSatisfy(r -> assertThat(validWaybill(r.split(",")[4])).isTrue());
    }

    @Test
    void theCoolWarehouseAnswersCountsAndShipsByItself() {
        BareRows.received(world.jdbc(), "ICE-1", "COOL", 20);
        instruct();
        world.tellTo("warehouse-cool", SHIP, HEADER, row("S00000003", 1, "2026-11-24", 1, "ICE-1", 4));

        world.goTo("2026-11-24T17:00:00+09:00");
        assertThat(world.rows("warehouse-cool", "ACK")).containsExactly(SHIP + ",S00000003,ACCEPTED,,");
        assertThat(world.rows("warehouse-cool", "SHIPRESULT"))
                .singleElement()
                .asString()
                .contains("S00000003", ",ICE-1,4,");
        assertThat(world.rows("warehouse", "SHIPRESULT")).noneMatch(r -> r.contains("S00000003"));

        world.takeAll("warehouse");
        world.takeAll("warehouse-cool");
        world.goTo("2026-11-24T23:59:00+09:00");
        assertThat(world.rows("warehouse-cool", "STOCK"))
                .filteredOn(r -> !r.startsWith("END"))
                .singleElement()
                .asString()
                .contains(",ICE-1,")
                .endsWith(",GOOD,16,0");
        assertThat(world.rows("warehouse", "STOCK")).noneMatch(r -> r.contains("ICE-1"));
    }

    private static boolean validWaybill(String number) {
        return Long.parseLong(number.substring(0, 11)) % 7 == Long.parseLong(number.substring(11));
    }

    @Test
    void shipsWithinTenMinutesWhatComesAfterTheHour() {
        world.goTo("2026-11-24T18:03:00+09:00");
        instruct();

        world.goTo("2026-11-24T18:10:00+09:00");
        assertThat(world.rows("warehouse", "SHIPRESULT")).hasSize(3);
    }

    @Test
    void answersTheSameInstructionAgainButShipsOnce() {
        instruct();
        world.goTo("2026-11-24T16:00:00+09:00");
        instruct();
        world.tell("SHIP_20261124090000_000002.csv", HEADER, row("S00000002", 1, "2026-11-24", 1, "HF-001", 3));

        world.goTo("2026-11-26T12:00:00+09:00");
        assertThat(world.rows("warehouse", "ACK")).hasSize(5).allMatch(r -> r.contains(",ACCEPTED,"));
        assertThat(world.rows("warehouse", "SHIPRESULT")).hasSize(3);
    }

    @Test
    void takesANewRevisionUntilItHasShipped() {
        instruct();
        world.settle();
        world.tell("SHIP_20261124090000_000002.csv", HEADER, row("S00000002", 2, "2026-11-25", 1, "HF-001", 7));
        world.goTo("2026-11-25T17:00:00+09:00");
        world.tell("SHIP_20261124090000_000003.csv", HEADER, row("S00000002", 3, "2026-11-25", 1, "HF-001", 8));
        world.settle();

        assertThat(world.rows("warehouse", "SHIPRESULT"))
                .filteredOn(r -> r.startsWith("S00000002"))
                .singleElement()
                .asString()
                .contains(",HF-001,7,");
        assertThat(world.rows("warehouse", "ACK")).last().asString().contains("S00000002,REJECTED,ALREADY_SHIPPED");
    }

    @Test
    void refusesAnUnreadableFileAsAWholeAndABadRowWithItsParcel() {
        world.tell("SHIP_1_1.csv", "nonsense", "x");
        world.tell("SHIP_1_2.csv", HEADER, row("S00000001", 1, "someday", 1, "HF-001", 2));
        world.settle();

        assertThat(world.rows("warehouse", "ACK"))
                .anyMatch(r -> r.startsWith("SHIP_1_1.csv,,REJECTED,UNREADABLE"))
                .anyMatch(r -> r.startsWith("SHIP_1_2.csv,S00000001,REJECTED,BAD_ROW"));
    }

    @Test
    void cancelsBeforeShippingAndNotAfter() {
        instruct();
        world.settle();
        world.tell("CANCEL_1_1.csv", "ship_no,request_id,reason", "S00000001,Q1,x");
        world.goTo("2026-11-24T16:30:00+09:00");
        world.tell("CANCEL_1_2.csv", "ship_no,request_id,reason", "S00000002,Q2,x", "S00000001,Q3,x");
        world.settle();

        assertThat(world.rows("warehouse", "CANCELRESULT"))
                .containsExactly("Q1,S00000001,CANCELLED", "Q2,S00000002,ALREADY_SHIPPED", "Q3,S00000001,CANCELLED");
        assertThat(world.rows("warehouse", "SHIPRESULT")).allMatch(r -> r.startsWith("S00000002"));
    }

    @Test
    void remembersACancellationThatOvertookItsInstruction() {
        world.tell("CANCEL_1_1.csv", "ship_no,request_id,reason", "S00000001,Q1,x");
        world.settle();
        instruct();
        world.goTo("2026-11-24T16:30:00+09:00");

        assertThat(world.rows("warehouse", "CANCELRESULT"))
                .containsExactly("Q1,S00000001,NOT_FOUND", "Q1,S00000001,CANCELLED");
        assertThat(world.rows("warehouse", "SHIPRESULT")).allMatch(r -> r.startsWith("S00000002"));
    }

    @Test
    void countsItsStockEveryNightByItsOwnBook() {
        instruct();
        world.goTo("2026-11-24T17:00:00+09:00");
        world.takeAll("warehouse");
        BareRows.moved(world.jdbc(), "HF-001", "RECEIPT", 50);
        BareRows.moved(world.jdbc(), "HF-001", "SHIPMENT", -5);
        world.goTo("2026-11-25T00:00:00+09:00");

        var rows = world.rows("warehouse", "STOCK");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).startsWith("2026-11-24T23:30+09:00,HF-001,L").endsWith(",GOOD,135,0");
        assertThat(rows.get(1)).isEqualTo("END,1");
    }

    @Test
    void doesNotCountInANightWhenItsShippingReportsAreStillUntaken() {
        instruct();
        world.goTo("2026-11-25T12:00:00+09:00");
        assertThat(world.rows("warehouse", "STOCK")).isEmpty();

        world.takeAll("warehouse");
        world.goTo("2026-11-26T00:00:00+09:00");
        assertThat(world.rows("warehouse", "STOCK")).hasSize(2);
    }

    @Test
    void forgetsNothingWhenItIsRestartedInTheMiddle() {
        instruct();
        world.settle();
        world.restart();
        world.goTo("2026-11-24T16:00:00+09:00");
        world.restart();
        world.goTo("2026-11-28T00:00:00+09:00");

        assertThat(world.rows("warehouse", "ACK")).hasSize(2);
        assertThat(world.rows("warehouse", "SHIPRESULT")).hasSize(3);
        assertThat(world.rows("carrier", "TRACKING")).hasSize(8);
    }

    @Test
    void answersLateWhenSlowAndCatchesUpWhenCured() {
        world.fault("warehouse", "slow", true);
        instruct();
        world.goTo("2026-11-24T14:59:00+09:00");
        assertThat(world.rows("warehouse", "ACK")).isEmpty();

        world.goTo("2026-11-24T17:00:00+09:00");
        assertThat(world.rows("warehouse", "ACK")).hasSize(2);
        assertThat(world.rows("warehouse", "SHIPRESULT")).isEmpty();

        world.fault("warehouse", "slow", false);
        world.settle();
        assertThat(world.rows("warehouse", "SHIPRESULT")).hasSize(3);
    }

    @Test
    void doesNothingWhileDeadAndEverythingAfterwards() {
        world.fault("warehouse", "dead", true);
        instruct();
        world.goTo("2026-11-25T12:00:00+09:00");
        assertThat(world.rows("warehouse", "ACK")).isEmpty();
        assertThat(world.the(SimulatorWork.class).moving()).isEmpty();

        world.fault("warehouse", "dead", false);
        assertThat(world.the(SimulatorWork.class).moving()).isNotEmpty();
        world.goTo("2026-11-25T12:10:00+09:00");
        assertThat(world.rows("warehouse", "ACK")).hasSize(2);
        assertThat(world.rows("warehouse", "SHIPRESULT")).hasSize(3);
    }

    @Test
    void deliversEveryAnswerTwiceAndOnceMoreWithRepeatedRecords() {
        world.fault("warehouse", "duplicate", true);
        instruct();
        world.settle();

        List<byte[]> acks = world.answers("warehouse", "ACK");
        assertThat(acks).hasSize(3);
        assertThat(acks.get(0)).isEqualTo(acks.get(1));
        assertThat(World.rows(acks.get(2))).hasSize(4);
    }

    @Test
    void cutsItsFilesInTheMiddleAndDeliversThemWholeOnceCured() {
        world.fault("warehouse", "half-file", true);
        instruct();
        world.goTo("2026-11-24T16:00:00+09:00");
        var cut = world.answers("warehouse", "SHIPRESULT");
        assertThat(cut).hasSize(1);
        assertThat(World.rows(cut.get(0))).hasSizeLessThan(3);

        world.fault("warehouse", "half-file", false);
        world.settle();
        assertThat(World.rows(world.answers("warehouse", "SHIPRESULT").get(1))).hasSize(3);
        assertThat(World.rows(world.answers("warehouse", "ACK").get(1))).hasSize(2);
    }

    @Test
    void miscountsItsStockAndDropsColumnsWhenTotalsAreWrong() {
        world.fault("warehouse", "wrong-totals", true);
        instruct();
        world.settle();
        assertThat(world.rows("warehouse", "ACK")).allMatch(r -> r.split(",", -1).length == 4);

        world.goTo("2026-11-24T22:00:00+09:00");
        world.takeAll("warehouse");
        world.fault("warehouse", "wrong-totals", false);
        world.settle();
        world.takeAll("warehouse");
        world.fault("warehouse", "wrong-totals", true);
        world.goTo("2026-11-25T00:00:00+09:00");
        assertThat(world.rows("warehouse", "STOCK")).last().isEqualTo("END,2");

        world.fault("warehouse", "wrong-totals", false);
        world.settle();
        assertThat(world.rows("warehouse", "STOCK")).last().isEqualTo("END,1");
    }

    @Test
    void writesAnotherEncodingAndTheRightOneOnceCured() {
        world.fault("warehouse", "wrong-encoding", true);
        instruct();
        world.settle();
        assertThat(world.answers("warehouse", "ACK").get(0)).startsWith(0xFE, 0xFF);

        world.fault("warehouse", "wrong-encoding", false);
        world.settle();
        assertThat(World.rows(world.answers("warehouse", "ACK").get(1))).hasSize(2);
    }

    @Test
    void losesAnswersUntilAskedAgainOrCured() {
        world.fault("warehouse", "answer-lost", true);
        instruct();
        world.goTo("2026-11-24T17:00:00+09:00");
        assertThat(world.rows("warehouse", "ACK")).isEmpty();
        assertThat(world.rows("warehouse", "SHIPRESULT")).isEmpty();

        world.restart();
        instruct();
        world.settle();
        assertThat(world.rows("warehouse", "ACK")).hasSize(2);
        assertThat(world.rows("warehouse", "SHIPRESULT")).hasSize(3);

        world.fault("warehouse", "answer-lost", false);
        world.settle();
        assertThat(world.rows("warehouse", "SHIPRESULT")).hasSize(3);
    }

    @Test
    void reportsNoTrackingNumberBeforeOtodokeKnowsIt() {
        world.fault("warehouse", "answer-lost", true);
        instruct();
        world.goTo("2026-11-28T12:00:00+09:00");
        assertThat(world.rows("carrier", "TRACKING")).isEmpty();

        world.fault("warehouse", "answer-lost", false);
        world.goTo("2026-11-29T21:00:00+09:00");
        assertThat(world.rows("carrier", "TRACKING"))
                .filteredOn(r -> r.contains("DELIVERED"))
                .hasSize(2);
    }
}
