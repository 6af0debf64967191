package jp.otodoke.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is looked up by its beginning is found by an index, whatever the database's collation. */
@OtodokeTest
class BeginningsTests {
    private final JdbcClient jdbc;

    @Autowired
    BeginningsTests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void everyColumnThatIsSearchedByItsBeginningHasAnIndexForThat() {
        var indexed = jdbc.sql(
                        """
                        select c.relname || '.' || a.attname
                          from pg_index i
                          join pg_class c on c.oid = i.indrelid
                          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                          join pg_opclass o on o.oid = i.indclass[0]
                         where o.opcname in ('text_pattern_ops', 'varchar_pattern_ops')
                        """)
                .query(String.class)
                .list();

        assertThat(indexed)
                .contains(
                        "orders.order_number",
                        "orders.channel_order_id",
                        "orders.buyer_phone",
                        "order_destination.phone",
                        "shipment.shipment_number",
                        "parcel.tracking_key",
                        "customer.number",
                        "customer.phone_key",
                        "customer.postal_code",
                        "customer.email_key",
                        "task_subject.key");
    }
}
