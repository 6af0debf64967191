package jp.otodoke.payments.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jp.otodoke.payments.Deposit;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders with an open amount, the most likely match for a deposit first. */
@Component
class OpenReceivables {
    private final JdbcClient jdbc;

    OpenReceivables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param q order number, or part of the name or kana; null for orders whose amount matches */
    @Transactional(readOnly = true)
    List<Claim> likely(Deposit deposit, @Nullable String q) {
        return jdbc.sql(
                        """
                        select p.order_number as number, o.buyer_name as buyer, o.buyer_kana as kana, p.method,
                               o.ordered_at, p.charged - p.paid as open,
                               p.charged - p.paid = :amount as exact
                          from payment p join orders_order_view o on o.order_number = p.order_number
                         where p.status in ('PENDING', 'PARTLY_PAID') and p.charged > p.paid
                           and p.method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT', 'DEFERRED')
                           and case when :q = '' then p.charged - p.paid = :amount
                                    else p.order_number like upper(:q) || '%' or o.channel_order_id = :q
                                         or replace(o.buyer_name, ' ', '') like '%' || :q || '%'
                                         or replace(o.buyer_kana, ' ', '') like '%' || :kana || '%' end
                         order by exact desc, o.ordered_at limit 20
                        """)
                .param("amount", deposit.remaining().amount())
                .param("q", plain(q))
                .param("kana", TextNormalizer.katakana(plain(q)).toUpperCase(Locale.ROOT))
                .query(Claim.class)
                .list();
    }

    private static String plain(@Nullable String q) {
        return TextNormalizer.clean(q).replaceAll("[\\s%_\\\\]", "");
    }

    /**
     * @param open unpaid amount in yen
     * @param exact whether it equals the deposit's remaining amount
     */
    record Claim(
            String number,
            @Personal(Personal.Kind.NAME) String buyer,
            @Personal(Personal.Kind.NAME) String kana,
            String method,
            Instant orderedAt,
            long open,
            boolean exact) {}
}
