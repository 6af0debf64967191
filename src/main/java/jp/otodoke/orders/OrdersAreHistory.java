package jp.otodoke.orders;

import jp.otodoke.customers.CustomerHistory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has ordered once stays known. */
@Component
class OrdersAreHistory implements CustomerHistory {
    private final JdbcClient jdbc;

    OrdersAreHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean existsFor(String customerNumber) {
        return jdbc.sql("select exists (select 1 from orders where customer_number = :number)")
                .param("number", customerNumber)
                .query(Boolean.class)
                .single();
    }
}
