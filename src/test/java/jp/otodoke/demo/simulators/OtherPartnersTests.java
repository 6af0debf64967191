package jp.otodoke.demo.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jp.otodoke.catalog.BareCatalog;
import jp.otodoke.demo.simulators.SimulatedCardGateway.Change;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class OtherPartnersTests {
    private final World world;

    OtherPartnersTests(@TempDir Path home) {
        world = new World(home);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void ship() {
        world.tell(
                "SHIP_20261124090000_000001.csv",
                "ship_no,revision,ship_date,carrier,delivery_date,time_slot,prefecture,line_no,item_code,quantity,kind",
                "S00000001,1,2026-11-24,YAMATO,2026-11-27,1416,東京都,1,HF-001,1,GOODS",
                "S00000002,1,2026-11-24,YAMATO,,,大阪府,1,HF-001,1,GOODS");
    }

    private List<String> events() {
        return world.rows("carrier", "TRACKING").stream()
                .map(r -> r.split(",")[1] + " " + r.split(",")[2])
                .toList();
    }

    @Test
    void deliversOnTheRequestedDateOrTwoDaysAfterShipping() {
        ship();
        world.goTo("2026-11-28T00:00:00+09:00");

        assertThat(events())
                .containsExactly(
                        "PICKED_UP 2026-11-24T17:00+09:00",
                        "IN_TRANSIT 2026-11-24T20:00+09:00",
                        "PICKED_UP 2026-11-24T17:00+09:00",
                        "IN_TRANSIT 2026-11-24T20:00+09:00",
                        "OUT_FOR_DELIVERY 2026-11-26T10:00+09:00",
                        "DELIVERED 2026-11-26T13:30+09:00",
                        "OUT_FOR_DELIVERY 2026-11-27T10:00+09:00",
                        "DELIVERED 2026-11-27T15:30+09:00");
        assertThat(world.answers("carrier", "TRACKING")).hasSize(5);
    }

    @Test
    void comesAgainAfterAnAbsenceAndGivesBackAfterTheThird() {
        world.fault("carrier", "absent", true);
        ship();
        world.goTo("2026-11-27T09:00:00+09:00");
        assertThat(events()).contains("ABSENT 2026-11-26T13:30+09:00").noneMatch(e -> e.startsWith("DELIVERED"));

        world.fault("carrier", "absent", false);
        world.goTo("2026-11-27T21:00:00+09:00");
        assertThat(events()).filteredOn(e -> e.startsWith("DELIVERED")).hasSize(2);

        world.fault("carrier", "absent", true);
        world.tell(
                "SHIP_20261124090000_000002.csv",
                "ship_no,revision,ship_date,carrier,delivery_date,time_slot,prefecture,line_no,item_code,quantity,kind",
                "S00000003,1,2026-11-28,YAMATO,,,東京都,1,HF-001,1,GOODS");
        world.goTo("2026-12-10T00:00:00+09:00");
        assertThat(events()).filteredOn(e -> e.startsWith("ABSENT")).hasSize(4);
        assertThat(events()).last().asString().startsWith("RETURNED");
    }

    @Test
    void returnsWhatWasRefused() {
        world.fault("carrier", "refused", true);
        ship();
        world.goTo("2026-12-05T00:00:00+09:00");

        assertThat(events()).filteredOn(e -> e.startsWith("REFUSED")).hasSize(2);
        assertThat(events()).filteredOn(e -> e.startsWith("RETURNED")).hasSize(2);
    }

    @Test
    void deliversOnceTheAddressIsFoundAndNeverWhatIsLost() {
        world.fault("carrier", "wrong-address", true);
        ship();
        world.goTo("2026-11-26T21:00:00+09:00");
        world.fault("carrier", "wrong-address", false);
        world.fault("carrier", "lost", true);
        world.goTo("2026-11-28T00:00:00+09:00");
        world.fault("carrier", "lost", false);
        world.goTo("2026-12-05T00:00:00+09:00");

        assertThat(events()).filteredOn(e -> e.startsWith("ADDRESS_UNKNOWN")).hasSize(1);
        assertThat(events()).filteredOn(e -> e.startsWith("LOST")).hasSize(1);
        assertThat(events()).filteredOn(e -> e.startsWith("DELIVERED")).hasSize(1);
    }

    @Test
    void transfersInFullTheNextMorningWithTheOrderNumberBeforeTheName() {
        world.the(SimulatedBank.class).ask(OrderNumber.of("A00000012"), Yen.of(5980));
        world.the(SimulatedBank.class).ask(OrderNumber.of("A00000013"), Yen.of(1200));
        world.the(SimulatedBank.class).ask(OrderNumber.of("A00000099"), Yen.of(777));
        world.restart();
        world.goTo("2026-11-27T00:00:00+09:00");

        var files = world.answers("bank", "FURIKOMI");
        assertThat(files).hasSize(1);
        assertThat(files.get(0)).hasSize(5 * 202);
        var records = new String(files.get(0), World.CP932).split("\r\n");
        assertThat(records[0]).startsWith("1010081125081125081125" + "9999");
        assertThat(records[1]).matches("2\\d{6}0811250811250000005980" + "0".repeat(20) + "A00000012 ﾔﾏﾀﾞ ﾊﾅｺ {28}.*");
        assertThat(records[3]).startsWith("8000002000000007180");
        assertThat(records[4]).startsWith("9");
    }

    @Test
    void transfersTheRestWhenAskedForMoreAndNothingTwice() {
        world.the(SimulatedBank.class).ask(OrderNumber.of("A00000012"), Yen.of(5000));
        world.goTo("2026-11-26T00:00:00+09:00");
        world.the(SimulatedBank.class).ask(OrderNumber.of("A00000012"), Yen.of(300));
        world.goTo("2026-11-28T00:00:00+09:00");

        var amounts = world.rows("bank", "FURIKOMI").stream()
                .filter(r -> r.startsWith("2"))
                .map(r -> Long.parseLong(r.substring(19, 29)));
        assertThat(amounts).containsExactly(5000L, 300L);
    }

    @Test
    void everyFaultOfTheBankHealsIntoOneRightFile() {
        for (String fault : List.of("half-file", "wrong-totals", "wrong-encoding", "answer-lost", "dead", "slow")) {
            world.takeAll("bank");
            world.fault("bank", fault, true);
            world.the(SimulatedBank.class).ask(OrderNumber.of("A00000012"), Yen.of(5980));
            String tomorrow = world.the(BusinessClock.class).today().plusDays(1) + "T10:00:00+09:00";
            world.goTo(tomorrow);
            assertThat(world.answers("bank", "FURIKOMI")).as(fault).noneMatch(OtherPartnersTests::adds);

            world.fault("bank", fault, false);
            world.settle();
            assertThat(world.answers("bank", "FURIKOMI").stream().filter(OtherPartnersTests::adds))
                    .as(fault)
                    .hasSize(1);
        }
    }

    /** One transfer, whose trailer says so. */
    private static boolean adds(byte[] file) {
        String text = new String(file, World.CP932);
        return file.length == 4 * 202 && text.contains("\r\n8000001000000005980");
    }

    @Test
    void repeatsTransfersUnderOtherNamesButWithTheSameInquiryNumbers() {
        world.fault("bank", "duplicate", true);
        world.the(SimulatedBank.class).ask(OrderNumber.of("A00000012"), Yen.of(5980));
        world.the(SimulatedBank.class).ask(OrderNumber.of("A00000013"), Yen.of(100));
        world.goTo("2026-11-26T00:00:00+09:00");

        var files = world.answers("bank", "FURIKOMI");
        assertThat(files).hasSize(3);
        assertThat(files.get(1)).isEqualTo(files.get(0));
        assertThat(World.rows(files.get(2))).containsExactlyInAnyOrderElementsOf(World.rows(files.get(0)));
    }

    @Test
    void theAgencyAnswersAboutCardsAndEveryFaultHeals() {
        for (String fault : List.of("", "half-file", "wrong-totals", "answer-lost", "dead", "slow")) {
            world.takeAll("agency");
            if (!fault.isEmpty()) {
                world.fault("agency", fault, true);
            }
            world.tellTo(
                    "agency",
                    "ARAIGAE_000001.csv",
                    "H,ARAIGAE,1,202611",
                    "D,1,tok_a,4242,3112",
                    "D,2,tok_b,4242,2612",
                    "D,20,tok_c,9999,",
                    "T,3");
            world.settle();
            if (!fault.isEmpty()) {
                assertThat(world.answers("agency", "ARAIGAE"))
                        .as(fault)
                        .noneMatch(OtherPartnersTests::answersAboutCards);
                world.fault("agency", fault, false);
                world.settle();
            }
            assertThat(world.answers("agency", "ARAIGAE").stream().filter(OtherPartnersTests::answersAboutCards))
                    .as(fault)
                    .hasSize(1);
        }
    }

    private static boolean answersAboutCards(byte[] file) {
        return new String(file, World.CP932)
                .equals("H,ARAIGAE,1,202611\r\nD,1,0,,\r\nD,2,0,,3112\r\nD,20,0,0000,\r\nT,3,3\r\n");
    }

    @Test
    void ordersOnlyWhenAskedAndHealsAWrongFile() {
        BareCatalog.on(world.jdbc(), world.the(BusinessClock.class))
                .save(ProductMother.tea().coded("HF-001").called("青汁").data());
        world.goTo("2026-11-26T00:00:00+09:00");
        assertThat(world.answers("shop", "generic")).isEmpty();

        world.fault("shop", "half-file", true);
        assertThat(world.the(SimulatedShop.class).order(5)).hasSize(5).allMatch(n -> n.startsWith("SIM-20261126-"));
        world.settle();
        world.fault("shop", "half-file", false);
        world.settle();
        var files = world.answers("shop", "generic");
        assertThat(files).hasSize(2);
        assertThat(files.get(0).length).isLessThan(files.get(1).length);
        assertThat(new String(files.get(1), StandardCharsets.UTF_8)).contains("HF-001,1,3000,550,");
    }

    @Test
    void authorisesCapturesAndGivesBackOncePerKey() {
        var cards = world.the(SimulatedCardGateway.class);

        assertThat(cards.pay("k1", "T1", 5000, "tok_visa").httpStatus()).isEqualTo(201);
        assertThat(cards.pay("k1", "T1", 5000, "tok_visa").payment().status()).isEqualTo("AUTHORIZED");
        assertThat(cards.pay("k1", "T1", 6000, "tok_visa").httpStatus()).isEqualTo(409);
        assertThat(cards.pay("k9", "T2", 100, "tok_declined_expired").payment().code())
                .isEqualTo("expired");
        assertThat(cards.change(Change.CAPTURE, "k2", "T1", 9000L).orElseThrow().httpStatus())
                .isEqualTo(409);
        assertThat(cards.change(Change.CAPTURE, "k3", "T1", 5000L)
                        .orElseThrow()
                        .payment()
                        .status())
                .isEqualTo("CAPTURED");
        assertThat(cards.change(Change.VOID, "k4", "T1", null).orElseThrow().httpStatus())
                .isEqualTo(409);
        assertThat(cards.change(Change.REFUND, "k5", "T1", 5000L).orElseThrow().httpStatus())
                .isEqualTo(200);
        assertThat(cards.change(Change.REFUND, "k7", "T1", 1L).orElseThrow().httpStatus())
                .as("all of it is back")
                .isEqualTo(409);
        assertThat(cards.change(Change.CAPTURE, "k6", "T404", 1L)).isEmpty();
        assertThat(cards.find("T404")).isEmpty();
    }

    @Test
    void givesBackInPartsAndTellsEachByItsKey() {
        var cards = world.the(SimulatedCardGateway.class);
        cards.pay("k1", "T1", 5000, "tok_visa");
        cards.change(Change.CAPTURE, "k2", "T1", 5000L);

        var first = cards.change(Change.REFUND, "r1", "T1", 2000L).orElseThrow();
        assertThat(first.payment().amount()).isEqualTo(2000);
        assertThat(first.payment().status()).isEqualTo("REFUNDED");
        assertThat(cards.change(Change.REFUND, "r1", "T1", 2000L).orElseThrow()).isEqualTo(first);
        assertThat(cards.change(Change.REFUND, "r1", "T1", 3000L).orElseThrow().httpStatus())
                .isEqualTo(409);
        assertThat(cards.change(Change.REFUND, "r2", "T1", 3001L).orElseThrow().httpStatus())
                .isEqualTo(409);
        assertThat(cards.find("T1").orElseThrow().status()).isEqualTo("CAPTURED");

        assertThat(cards.change(Change.REFUND, "r3", "T1", 3000L).orElseThrow().httpStatus())
                .isEqualTo(200);
        assertThat(cards.find("T1").orElseThrow().status()).isEqualTo("REFUNDED");
        assertThat(cards.find("T1").orElseThrow().refunds())
                .containsExactly(
                        new SimulatedCardGateway.Refund("r1", 2000), new SimulatedCardGateway.Refund("r3", 3000));
    }

    @Test
    void doesTheWorkButNeverAnswersALostToken() {
        var lost = world.the(SimulatedCardGateway.class).pay("k1", "T1", 5000, "tok_lost_1");

        assertThat(lost.delivered()).isFalse();
        assertThat(world.the(SimulatedCardGateway.class)
                        .find("T1")
                        .orElseThrow()
                        .status())
                .isEqualTo("AUTHORIZED");
        assertThat(world.the(SimulatorWork.class).nextDue())
                .hasValueSatisfying(at -> assertThat(at).isEqualTo("2026-11-24T00:30:00Z"));
    }

    @Test
    void knowsItsFaultsAndNoOthers() {
        assertThat(world.the(PartnerFaults.class).all()).hasSize(8 * 7 + 4).noneMatch(FaultSwitch::on);
        assertThatThrownBy(() -> world.fault("warehouse", "lazy", true)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> world.fault("baker", "slow", true)).isInstanceOf(InvalidInput.class);

        world.fault("carrier", "lost", true);
        world.restart();
        assertThat(world.the(PartnerFaults.class).all()).contains(new FaultSwitch("carrier", "lost", true));
    }
}
