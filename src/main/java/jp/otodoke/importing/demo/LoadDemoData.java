package jp.otodoke.importing.demo;

import jp.otodoke.shared.StartUpWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Gives an empty demo database a firm to look at; a database that holds anything is left alone. */
@Component
@Profile("demo & !production")
@ConditionalOnProperty(name = "otodoke.demo-data", havingValue = "on")
class LoadDemoData implements StartUpWork {
    private static final Logger LOG = LoggerFactory.getLogger("otodoke");

    private final DemoHistory history;
    private final DemoOrders orders;
    private final DemoParcels parcels;

    LoadDemoData(DemoHistory history, DemoOrders orders, DemoParcels parcels) {
        this.history = history;
        this.orders = orders;
        this.parcels = parcels;
    }

    @Override
    public void run() {
        if (history.needed()) {
            LOG.info("Empty database: loading demo data (products, 2,000 customers, half a year of orders) ...");
            var past = history.write();
            LOG.info("Demo data: {} past orders written; placing the open ones ...", past);
            orders.place();
            parcels.sendSomeAway();
            orders.stopSome();
            LOG.info("Demo data is in.");
        }
    }
}
