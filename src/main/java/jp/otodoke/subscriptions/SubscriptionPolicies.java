package jp.otodoke.subscriptions;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the firm's terms of subscriptions. */
@Component
public class SubscriptionPolicies {
    private final JdbcClient jdbc;

    SubscriptionPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public SubscriptionPolicy current() {
        return jdbc.sql("select make_days, change_days, shift, early_days from subscription_policy")
                .query(SubscriptionPolicy.class)
                .single();
    }
}
