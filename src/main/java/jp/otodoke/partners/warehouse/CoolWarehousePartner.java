package jp.otodoke.partners.warehouse;

import java.time.LocalTime;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.partners.exchange.ExpectedFile;
import jp.otodoke.partners.exchange.Partner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The warehouse for chilled and frozen goods, with the same files as the main one; only where the firm has it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${otodoke.stock.warehouses:MAIN}'.matches('(.*,)?\\s*COOL\\s*(,.*)?')")
class CoolWarehousePartner {
    static final String COOL_CODE = "warehouse-cool";
    private static final Warehouse COOL = Warehouse.of("COOL");

    @Bean
    Partner coolWarehouse(WarehouseFormats formats) {
        return Partner.bySftp(COOL_CODE, 11)
                .receiving(formats.incoming(COOL_CODE, COOL))
                .sending(formats.outgoing(COOL_CODE))
                .expecting(new ExpectedFile(
                        "STOCK",
                        ExpectedFile.DAILY,
                        LocalTime.of(20, 0),
                        LocalTime.of(23, 55),
                        "",
                        StaffGroup.SHIPPING,
                        true));
    }

    @Bean
    WarehouseOperator coolWarehouseOperator() {
        return new WarehouseOperator(COOL_CODE, COOL.code()::equals);
    }
}
