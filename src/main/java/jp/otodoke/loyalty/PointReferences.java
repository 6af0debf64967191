package jp.otodoke.loyalty;

import jp.otodoke.customers.CustomerReferences;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps customers who have or had points from being deleted. */
@Component
class PointReferences implements CustomerReferences {
    private final JdbcClient jdbc;

    PointReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean existsFor(CustomerNumber number) {
        return jdbc.sql("select exists (select 1 from point_movement where customer_number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }
}
