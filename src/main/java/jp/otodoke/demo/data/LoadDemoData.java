package jp.otodoke.demo.data;

import jp.otodoke.platform.start.StartUpWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Fills an empty demo database with a sample company; a database that is not empty is left alone. */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "otodoke.demo-data", havingValue = "on")
class LoadDemoData implements StartUpWork {
    private static final Logger LOG = LoggerFactory.getLogger("otodoke");

    private final DemoHistory history;
    private final DemoLoyalty loyalty;
    private final DemoOrders orders;
    private final DemoMoney money;
    private final DemoParcels parcels;
    private final DemoAges ages;
    private final DemoSubscriptions subscriptions;

    LoadDemoData(
            DemoHistory history,
            DemoLoyalty loyalty,
            DemoOrders orders,
            DemoMoney money,
            DemoParcels parcels,
            DemoAges ages,
            DemoSubscriptions subscriptions) {
        this.history = history;
        this.loyalty = loyalty;
        this.orders = orders;
        this.money = money;
        this.parcels = parcels;
        this.ages = ages;
        this.subscriptions = subscriptions;
    }

    @Override
    public void run() {
        if (history.isEmpty()) {
            LOG.info("Empty database: loading demo data (products, 2,000 customers, half a year of orders) ...");
            var past = history.write();
            loyalty.begin();
            LOG.info("Demo data: {} past orders written; placing the open ones ...", past);
            orders.place();
            money.placeOrders();
            parcels.shipSome();
            orders.stopSome();
            money.write();
            giveAges();
            subscriptions.start();
            subscriptions.firstNight();
            LOG.info("Demo data is complete.");
        }
    }

    /** Jobs of the same cases run concurrently; on a conflict the work is retried. */
    private void giveAges() {
        for (int left = 5; ; left--) {
            try {
                ages.give();
                return;
            } catch (PessimisticLockingFailureException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }
}
