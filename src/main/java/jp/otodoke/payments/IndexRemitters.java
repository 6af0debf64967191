package jp.otodoke.payments;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the remitters of new deposits quick to find, some time after they are booked. */
@Component
class IndexRemitters {
    private final JdbcClient jdbc;

    IndexRemitters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last of those that wait; 0 if none do. */
    @Transactional(readOnly = true)
    public long last() {
        return jdbc.sql("select coalesce(max(last_id), 0) from deposit_name_due")
                .query(Long.class)
                .single();
    }

    /** Those of one statement. Other nodes take others. @return whether there were any */
    @Transactional
    public boolean next() {
        return jdbc.sql(
                                """
                                with due as (
                                    delete from deposit_name_due
                                     where first_id = (select first_id from deposit_name_due order by first_id limit 1 for update skip locked)
                                    returning first_id, last_id),
                                named as (
                                    insert into deposit_name (deposit_id, key)
                                    select d.id, d.remitter_key from due join deposit d on d.id between due.first_id and due.last_id
                                     where d.remitter_key <> ''
                                    on conflict do nothing)
                                select count(*) from due
                                """)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
