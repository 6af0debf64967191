package jp.otodoke.partners.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.otodoke.UnitTest;
import jp.otodoke.fulfilment.Instruction;
import jp.otodoke.fulfilment.Instruction.InstructionLine;
import jp.otodoke.fulfilment.Instructions;
import jp.otodoke.fulfilment.RecordAcknowledgements;
import jp.otodoke.fulfilment.RecordShipResults;
import jp.otodoke.fulfilment.ShipResult;
import jp.otodoke.inventory.RecordStockSnapshot;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.SentFiles;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

@UnitTest
class WarehouseFormatsTests {
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final String RESULT =
            "ship_no,result_no,shipped_at,carrier,tracking_no,line_no,item_code,quantity,lot,expiry,final\r\n";

    private final ShipResultFormat shipResults =
            new ShipResultFormat("warehouse", mock(OwnShipments.class), mock(RecordShipResults.class));
    private final StockFormat stock = new StockFormat("warehouse", Warehouse.MAIN, mock(RecordStockSnapshot.class));
    private final AckFormat acks = new AckFormat(
            "warehouse", mock(OwnShipments.class), mock(RecordAcknowledgements.class), mock(SentFiles.class));

    @Test
    void theRowsOfOneResultAreOneRecord() {
        var records = results("S1,R1,2026-12-01T10:00:00+09:00,YAMATO,111,1,A,2,L1,2027/01/31,1\r\n"
                + "S2,R1,2026-12-01T10:00:00+09:00,YAMATO,222,1,A,1,,,1\r\n"
                + "S1,R1,2026-12-01T10:00:00+09:00,YAMATO,111,2,B,1,,,1\r\n");

        assertThat(records).hasSize(2);
        assertThat(records.get(0).references()).containsExactlyInAnyOrder("S1", "111");
        assertThat(records.get(0).get()).singleElement().satisfies(result -> {
            assertThat(result.lines()).hasSize(2);
            assertThat(result.lines().get(0).expiry()).isEqualTo("2027-01-31");
            assertThat(result.last()).isTrue();
        });
    }

    @Test
    void severalWaybillsAreSeveralParcelsOfWhichTheLastClosesTheShipment() {
        var records = results(
                "S1,R1,2026-12-01 10:00:00,YAMATO,111,1,A,2,,,1\r\nS1,R1,2026-12-01 10:00:00,YAMATO,112,2,B,1,,,1\r\n");

        assertThat(records).singleElement().satisfies(record -> assertThat(record.get())
                .extracting(ShipResult::trackingNo, ShipResult::last)
                .containsExactly(Tuple.tuple("111", false), Tuple.tuple("112", true)));
    }

    @Test
    void aBadRowMakesItsWholeResultBadAndNoOther() {
        var records = results(
                "S1,R1,2026-12-01 10:00:00,YAMATO,111,1,A,2,,,1\r\nS1,R1,2026-12-01 10:00:00,YAMATO,111,2,B,two,,,1\r\n"
                        + "S2,R1,2026-12-01 10:00:00,YAMATO,222,1,A,1,,,1\r\n");

        assertThat(records.get(0).mistakes()).singleElement().satisfies(p -> assertThat(p.field())
                .isEqualTo("quantity"));
        assertThat(records.get(0).raw()).contains("two").contains("S1,R1");
        assertThat(records.get(1).mistakes()).isEmpty();
    }

    @Test
    void rowsOfAResultMustAgree() {
        var records = results(
                "S1,R1,2026-12-01 10:00:00,YAMATO,111,1,A,2,,,1\r\nS1,R1,2026-12-02 10:00:00,YAMATO,111,2,B,1,,,1\r\n");

        assertThat(records.get(0).mistakes()).extracting("code").containsExactly("differs");
    }

    @Test
    void stockIsOneRecordWithoutItemsThatHaveABadRow() {
        var records = stock.read(
                "STOCK_1.csv",
                FileContent.of(("as_of,item_code,lot,expiry,condition,on_hand,allocated\r\n"
                                + "2026-12-01 06:00:00,A,L1,,GOOD,5,0\r\n2026-12-01 06:00:00,B,L1,,GOOD,5,0\r\n"
                                + "2026-12-01 06:00:00,B,L2,,GOOD,-1,0\r\nEND,3\r\n")
                        .getBytes(CP932)));

        assertThat(records).hasSize(2);
        assertThat(records.get(0).mistakes()).extracting("field").containsExactly("on_hand");
        assertThat(records.get(1).get().rows()).extracting("itemCode").containsExactly(Sku.of("A"));
    }

    @Test
    void stockWithoutItsEndIsRefused() {
        assertThatThrownBy(() -> stock.read(
                        "STOCK_1.csv",
                        FileContent.of(
                                "as_of,item_code,lot,expiry,condition,on_hand,allocated\r\n2026-12-01 06:00:00,A,,,GOOD,5,0\r\n"
                                        .getBytes(CP932))))
                .isInstanceOfSatisfying(
                        FileRefused.class, e -> assertThat(e.code()).isEqualTo("no-end"));
    }

    @Test
    void anAcknowledgementIsOfAShipmentOrOfAWholeFile() {
        var records = acks.read(
                "ACK_1.csv",
                FileContent.of(
                        "file,ship_no,result,code,text\r\nSHIP_1.csv,,ACCEPTED,,\r\nSHIP_1.csv,S1,REJECTED,E1,住所不明\r\nSHIP_1.csv,S2,MAYBE,,\r\n"
                                .getBytes(CP932)));

        assertThat(records.get(0).get().shipment()).isNull();
        assertThat(records.get(1).get().accepted()).isFalse();
        assertThat(records.get(1).get().text()).isEqualTo("住所不明");
        assertThat(records.get(2).mistakes()).extracting("field").containsExactly("result");
    }

    @Test
    void namesDecideTheType() {
        assertThat(acks.named("ACK_20261201100000_000001.csv")).isTrue();
        assertThat(acks.named("ACK.csv")).isFalse();
        assertThat(acks.named("BACK_1.csv")).isFalse();
        assertThat(shipResults.named("SHIPRESULT_1.csv")).isTrue();
    }

    @Test
    void anInstructionHasARowPerLineWithTheParcelRepeated() {
        var instructions = mock(Instructions.class);
        when(instructions.load(anyCollection())).thenReturn(List.of(instruction(2)));

        var file = new ShipFormat("warehouse", instructions)
                .build(List.of(row(1, "S00000001", 1), row(2, "S00000001", 2)));

        assertThat(file.records()).isEqualTo(1);
        assertThat(file.references()).containsExactlyInAnyOrder("S00000001", "A00000007");
        assertThat(new String(file.content(), CP932).split("\r\n"))
                .containsExactly(
                        "ship_no,revision,order_no,ship_date,carrier,service,cool,delivery_date,time_slot,name,kana,postal_code,prefecture,city,line1,line2,phone,payment_kind,cod_amount,cod_tax,note,line_no,item_code,quantity,kind",
                        "S00000001,2,A00000007,2026-12-01,YAMATO,TAKKYUBIN,NONE,2026-12-03,AM,見本 花子,ミホン ハナコ,1000001,東京都,千代田区,千代田1-1,サンプル荘101,0300000001,COD,6880,524,\"一人, 在宅\",1,HF-001,2,GOODS",
                        "S00000001,2,A00000007,2026-12-01,YAMATO,TAKKYUBIN,NONE,2026-12-03,AM,見本 花子,ミホン ハナコ,1000001,東京都,千代田区,千代田1-1,サンプル荘101,0300000001,COD,6880,524,\"一人, 在宅\",2,INS-01,1,INSERT");
    }

    private List<FileRecord<List<ShipResult>>> results(String rows) {
        return shipResults.read("SHIPRESULT_1.csv", FileContent.of((RESULT + rows).getBytes(CP932)));
    }

    private static OutboxRow row(long id, String shipment, int revision) {
        return new OutboxRow(
                id, "warehouse", "SHIP", "ship:" + id, shipment, Map.of("revision", Integer.toString(revision)), 0);
    }

    private static Instruction instruction(int revision) {
        return new Instruction(
                ShipmentNumber.of("S00000001"),
                revision,
                LocalDate.of(2026, 12, 1),
                "YAMATO",
                "TAKKYUBIN",
                "NONE",
                LocalDate.of(2026, 12, 3),
                "AM",
                "見本 花子",
                "ミホン ハナコ",
                "0300000001",
                new Address("1000001", "東京都", "千代田区", "千代田1-1", "サンプル荘101"),
                "COD",
                Yen.of(6880),
                Yen.of(524),
                "一人, 在宅",
                List.of(
                        new InstructionLine(1, OrderNumber.of("A00000007"), Sku.of("HF-001"), 2, "GOODS"),
                        new InstructionLine(2, OrderNumber.of("A00000007"), Sku.of("INS-01"), 1, "INSERT")));
    }
}
