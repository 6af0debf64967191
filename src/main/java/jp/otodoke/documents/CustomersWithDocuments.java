package jp.otodoke.documents;

import jp.otodoke.customers.CustomerReferences;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps customers to whom documents were issued from being deleted. */
@Component
class CustomersWithDocuments implements CustomerReferences {
    private final JdbcClient jdbc;

    CustomersWithDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean existsFor(CustomerNumber number) {
        return jdbc.sql("select exists (select 1 from document where customer_number = :number)")
                .param("number", number.value())
                .query(Boolean.class)
                .single();
    }
}
