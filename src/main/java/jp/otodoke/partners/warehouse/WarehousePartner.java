package jp.otodoke.partners.warehouse;

import java.time.LocalTime;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.partners.exchange.ExpectedFile;
import jp.otodoke.partners.exchange.Partner;
import jp.otodoke.partners.exchange.ReferencedOrders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The warehouse as a partner; another warehouse with the same files is another bean. */
@Configuration(proxyBeanMethods = false)
class WarehousePartner {
    static final String CODE = "warehouse";

    @Bean
    Partner warehouse(WarehouseFormats formats) {
        return Partner.bySftp(CODE, 10)
                .receiving(formats.incoming(CODE, Warehouse.MAIN))
                .sending(formats.outgoing(CODE))
                .expecting(new ExpectedFile(
                        "STOCK",
                        ExpectedFile.DAILY,
                        LocalTime.of(20, 0),
                        LocalTime.of(23, 55),
                        "",
                        StaffGroup.SHIPPING,
                        true));
    }

    /** The last in order, so that it runs every warehouse that no other partner does. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WarehouseOperator warehouseOperator() {
        return new WarehouseOperator(CODE, any -> true);
    }

    @Bean
    ReferencedOrders ordersOfShipments(FindShipment shipments) {
        return shipments::ordersOf;
    }
}
