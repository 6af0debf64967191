package jp.otodoke.dunning;

import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who buys on account pays statements, not orders: the cases of all orders that are due remind the debtor once a day by each channel,
 * of all that is due.
 */
@Component
class DebtorReminders {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DebtorReminders(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this case is to remind; false if another one of the debtor has done it today. Works in the caller's transaction. */
    boolean mine(DunningCase one, DunningStepKind channel) {
        return !one.onAccount()
                || jdbc.sql(
                                        """
                                        insert into dunning_reminder (customer_number, day, channel, case_id)
                                        values (:customer, :day, :channel, :case) on conflict do nothing
                                        """)
                                .param(
                                        "customer",
                                        one.customer()
                                                .map(CustomerNumber::value)
                                                .orElseThrow())
                                .param("day", clock.today())
                                .param("channel", channel.name())
                                .param("case", one.id())
                                .update()
                        == 1;
    }
}
