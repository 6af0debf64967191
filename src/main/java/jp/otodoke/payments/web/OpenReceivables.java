package jp.otodoke.payments.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is open, the most likely match for a deposit first. */
@Component
class OpenReceivables {
    private final JdbcClient jdbc;

    OpenReceivables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param q number, or part of the name or kana; null for what has the same amount */
    @Transactional(readOnly = true)
    List<Claim> likely(Deposit deposit, @Nullable String q) {
        return jdbc.sql(
                        """
                        select p.number, coalesce(o.buyer_name, k.name) as buyer, coalesce(o.buyer_kana, k.kana, '') as kana, p.kind,
                               p.method, coalesce(o.ordered_at, p.created_at) as charged_at, p.charged - p.paid as open,
                               p.charged - p.paid = :amount as exact
                          from receivable p left join orders_order_view o on o.order_number = p.number
                          left join customers_customer_view k on p.kind <> 'ORDER' and k.number = p.customer_number
                         where p.status in ('PENDING', 'PARTLY_PAID') and p.charged > p.paid
                           and p.method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT', 'DEFERRED')
                           and not exists (select 1 from deferred_transaction t where t.own_id = p.transaction_no)
                           and case when :q = '' then p.charged - p.paid = :amount
                                    else p.number like upper(:q) || '%' or o.channel_order_id = :q
                                         or replace(coalesce(o.buyer_name, k.name), ' ', '') like '%' || :q || '%'
                                         or replace(coalesce(o.buyer_kana, k.kana), ' ', '') like '%' || :kana || '%' end
                         order by exact desc, charged_at limit 20
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
            ReceivableKind kind,
            String method,
            Instant chargedAt,
            long open,
            boolean exact) {}
}
