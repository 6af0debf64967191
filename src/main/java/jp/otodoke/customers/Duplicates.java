package jp.otodoke.customers;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for entries of the same person. */
@Component
class Duplicates {
    private final JdbcClient jdbc;
    private final EntityManager entities;

    Duplicates(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    /** The best hit: the first rule that finds someone, active before dormant, oldest number first. */
    Optional<String> first(NewCustomer customer) {
        // What this transaction has registered so far counts too.
        entities.flush();
        return Arrays.stream(DuplicateRule.values())
                .flatMap(rule -> by(rule, customer).stream())
                .findFirst();
    }

    /** At most five, the likeliest first. */
    List<String> by(DuplicateRule rule, NewCustomer customer) {
        return jdbc.sql("select number from customer where " + rule.condition()
                        + " order by state, registered_at, number limit 5")
                .param("name", SearchKeys.name(customer.name()))
                .param("kana", SearchKeys.kana(customer.kana()))
                .param("phone", SearchKeys.phone(customer.phone()))
                .param("email", SearchKeys.email(customer.email()))
                .param("door", customer.address().doorKey())
                .query(String.class)
                .list();
    }
}
