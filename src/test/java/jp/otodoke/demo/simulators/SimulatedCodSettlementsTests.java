package jp.otodoke.demo.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("module")
class SimulatedCodSettlementsTests {
    private final World world;

    SimulatedCodSettlementsTests(@TempDir Path home) {
        world = new World(home);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void tellsOnceOfTheCashThatWasCollected() {
        ship();
        assertThat(settle().parcels()).isZero();
        assertThat(world.answers("carrier", "COD")).isEmpty();

        world.goTo("2026-11-28T00:00:00+09:00");
        var settled = settle();
        world.settle();

        assertThat(settled).isEqualTo(new SimulatedCodSettlements.Settlement(2, 6_880 + 31_000, 330 + 660));
        assertThat(world.rows("carrier", "COD").stream().map(row -> row.replaceFirst(",[0-9]{12},", ",#,")))
                .containsExactlyInAnyOrder("YAMATO,#,PAID,6880,330,2026-11-27", "YAMATO,#,PAID,31000,660,2026-11-26");
        assertThat(settle().parcels()).isZero();
    }

    @Test
    void tellsNothingOfParcelsThatWereRefused() {
        world.fault("carrier", "refused", true);
        ship();
        world.goTo("2026-12-05T00:00:00+09:00");

        assertThat(settle().parcels()).isZero();
    }

    private SimulatedCodSettlements.Settlement settle() {
        return world.the(SimulatedCodSettlements.class).settle();
    }

    private void ship() {
        world.tell(
                "SHIP_20261124090000_000001.csv",
                "ship_no,revision,ship_date,carrier,delivery_date,time_slot,prefecture,cod_amount,line_no,item_code,quantity,kind",
                "S00000001,1,2026-11-24,YAMATO,2026-11-27,1416,東京都,6880,1,HF-001,1,GOODS",
                "S00000002,1,2026-11-24,YAMATO,,,大阪府,31000,1,HF-001,1,GOODS",
                "S00000003,1,2026-11-24,YAMATO,,,大阪府,0,1,HF-001,1,GOODS");
    }
}
