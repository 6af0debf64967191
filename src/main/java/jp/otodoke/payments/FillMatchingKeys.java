package jp.otodoke.payments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives open claims the keys by which deposits find them, where they have none yet or their customers' names have changed. */
@Component
class FillMatchingKeys {
    private static final int SLICE = 5_000;

    private final JdbcClient jdbc;

    FillMatchingKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of all that have none. What somebody else is changing has them when it is done. */
    void fill() {
        List<Reading> without;
        do {
            without = without();
            store(without);
        } while (without.size() == SLICE);
    }

    /** What is owed without an order has the name that its customer has now. */
    void renamed() {
        jdbc.sql(
                        """
                        update receivable r set payer_kana = null, payer_key = null from customers_customer_view k
                         where k.number = r.customer_number and r.kind <> 'ORDER' and r.payer_kana <> coalesce(k.kana, '')
                           and r.status in ('PENDING', 'PARTLY_PAID') and r.charged > r.paid
                        """)
                .update();
        fill();
    }

    private List<Reading> without() {
        return jdbc.sql(
                        """
                        with r as (
                            select number, kind, customer_number, payer_kana from receivable
                             where status in ('PENDING', 'PARTLY_PAID') and charged > paid and payer_key is null
                             order by number limit :slice for no key update skip locked)
                        select r.number, coalesce(r.payer_kana, o.buyer_kana, k.kana, '') as kana,
                               case when o.channel_order_id ~ '^[0-9]{4,}$' then o.channel_order_id end as shop_number
                          from r
                          left join orders_order_view o on o.order_number = r.number
                          left join customers_customer_view k on r.kind <> 'ORDER' and k.number = r.customer_number
                        """)
                .param("slice", SLICE)
                .query(Reading.class)
                .list();
    }

    private void store(List<Reading> readings) {
        if (!readings.isEmpty()) {
            jdbc.sql(
                            """
                            update receivable r set payer_kana = k.kana, payer_key = k.key, shop_number = k.shop_number
                              from unnest(:numbers::text[], :kana::text[], :keys::text[], :shop::text[]) k(number, kana, key, shop_number)
                             where r.number = k.number
                            """)
                    .param("numbers", readings.stream().map(Reading::number).toArray(String[]::new))
                    .param("kana", readings.stream().map(Reading::kana).toArray(String[]::new))
                    .param(
                            "keys",
                            readings.stream().map(r -> PayerKey.of(r.kana())).toArray(String[]::new))
                    .param("shop", readings.stream().map(Reading::shopNumber).toArray(String[]::new))
                    .update();
        }
    }

    private record Reading(String number, String kana, @Nullable String shopNumber) {}
}
