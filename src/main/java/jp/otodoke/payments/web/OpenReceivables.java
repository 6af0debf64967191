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
                        select * from (
                        select p.number, coalesce(o.buyer_name, k.name) as buyer, coalesce(o.buyer_kana, k.kana, '') as kana, p.kind,
                               p.method, coalesce(o.ordered_at, p.created_at) as charged_at, p.charged - p.paid as open,
                               p.charged - p.paid = :amount as exact
                          from receivable p left join orders_order_view o on o.order_number = p.number
                          left join customers_customer_view k on p.kind <> 'ORDER' and k.number = p.customer_number
                         where p.status in ('PENDING', 'PARTLY_PAID') and p.charged > p.paid
                           and p.method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT', 'DEFERRED')
                           and case when :q = '' then p.charged - p.paid = :amount
                                    else p.number like upper(:q) || '%' or o.channel_order_id = :q
                                         or replace(coalesce(o.buyer_name, k.name), ' ', '') like '%' || :q || '%'
                                         or replace(coalesce(o.buyer_kana, k.kana), ' ', '') like '%' || :kana || '%' end
                        union all
                        select s.number, k.name, coalesce(k.kana, ''), 'INVOICE', 'INVOICE', s.issued_at, a.open, a.open = :amount
                          from (select r.customer_number, sum(least(r.charged, r.invoiced) - r.paid) as open from receivable r
                                 where r.charged > r.paid and (r.method = 'INVOICE' or r.kind = 'INVOICE') and r.invoiced > r.paid
                                 group by r.customer_number) a
                          join lateral (select number, issued_at from statement
                                         where customer_number = a.customer_number and state = 'ISSUED'
                                         order by closing_date desc limit 1) s on true
                          join customers_customer_view k on k.number = a.customer_number
                         where case when :q = '' then a.open = :amount
                                    else s.number like upper(:q) || '%' or replace(k.name, ' ', '') like '%' || :q || '%'
                                         or replace(k.kana, ' ', '') like '%' || :kana || '%' end) claim
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
