package jp.otodoke.subscriptions;

import jp.otodoke.customers.CustomerReferences;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps customers who have a subscription from being deleted. */
@Component
class SubscriptionReferences implements CustomerReferences {
    private final JdbcClient jdbc;

    SubscriptionReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean existsFor(CustomerNumber number) {
        return jdbc.sql("select exists (select 1 from subscription where customer_number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }
}
