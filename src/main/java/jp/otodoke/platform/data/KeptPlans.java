package jp.otodoke.platform.data;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the database plan each statement of a transaction once for all values, for work that asks the same questions by key
 * again and again. By itself it plans anew whatever takes a list of keys, which costs more than the answer. Not for
 * transactions that search: a prefix, or a state with an index of its own, needs a plan for its value.
 */
@Component
public class KeptPlans {
    private final JdbcClient jdbc;

    KeptPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From here on, until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use() {
        jdbc.sql("select set_config('plan_cache_mode', 'force_generic_plan', true)")
                .query()
                .listOfRows();
    }
}
