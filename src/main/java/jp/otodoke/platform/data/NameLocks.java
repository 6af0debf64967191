package jp.otodoke.platform.data;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks names of things that may not exist yet, until the transaction ends. */
@Component
public class NameLocks {
    /** The database has room for some thousand locks altogether; who wants more names locks the whole kind. */
    private static final int MANY = 500;

    private final JdbcClient jdbc;

    NameLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits until nobody else holds any of them. In one order, so that two who want the same names do not wait for each
     * other.
     *
     * @param kind a number of its own for each kind of names
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(int kind, Collection<String> names) {
        if (names.size() > MANY) {
            jdbc.sql("select cast(pg_advisory_xact_lock(:kind, 0) as text)")
                    .param("kind", kind)
                    .query()
                    .listOfRows();
        } else if (!names.isEmpty()) {
            jdbc.sql(
                            """
                            select cast(pg_advisory_xact_lock_shared(:kind, 0) as text)
                            union all
                            select cast(pg_advisory_xact_lock(key) as text)
                              from (select distinct hashtextextended(name, :kind) as key
                                      from unnest(:names::text[]) n(name) order by key) keys
                            """)
                    .param("kind", kind)
                    .param("names", names.toArray(String[]::new))
                    .query()
                    .listOfRows();
        }
    }
}
