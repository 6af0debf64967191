package jp.otodoke.partners.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.otodoke.UnitTest;
import org.junit.jupiter.api.Test;

/** Messages go to the partner that runs the warehouse of the shipment. */
@UnitTest
class WarehouseOperatorsTests {
    private final WarehouseOperator cool = new WarehouseOperator("warehouse-cool", "COOL"::equals);
    private final WarehouseOperator main = new WarehousePartner().warehouseOperator();

    @Test
    void aWarehouseOfItsOwnIsRunByItsOwnPartner() {
        assertThat(new WarehouseOperators(List.of(cool, main)).partnerOf("COOL"))
                .isEqualTo("warehouse-cool");
    }

    @Test
    void everyOtherIsRunByTheUsualPartner() {
        assertThat(new WarehouseOperators(List.of(cool, main)).partnerOf("MAIN"))
                .isEqualTo("warehouse");
    }

    @Test
    void aWarehouseThatNobodyRunsIsAFault() {
        assertThatThrownBy(() -> new WarehouseOperators(List.of(cool)).partnerOf("EAST"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EAST");
    }
}
