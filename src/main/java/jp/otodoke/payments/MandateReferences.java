package jp.otodoke.payments;

import jp.otodoke.customers.CustomerReferences;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps customers who have given a mandate from being deleted. */
@Component
class MandateReferences implements CustomerReferences {
    private final JdbcClient jdbc;

    MandateReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean existsFor(CustomerNumber number) {
        return jdbc.sql("select exists (select 1 from mandate where customer_number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }
}
