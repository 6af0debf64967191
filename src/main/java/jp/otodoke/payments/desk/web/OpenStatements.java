package jp.otodoke.payments.desk.web;

import java.util.List;
import java.util.Locale;
import jp.otodoke.payments.desk.web.OpenReceivables.Claim;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The latest statement of each customer on account, with what is open on it and on those before it. */
@Component
class OpenStatements {
    private static final int SHOWN = 10;

    private final JdbcClient jdbc;

    OpenStatements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param typed beginning of a number, or part of the name or kana; empty for what has the same amount */
    @Transactional(readOnly = true)
    List<Claim> likely(Yen amount, String typed) {
        var plain = typed.replaceAll("[\\s%_\\\\]", "");
        return jdbc.sql(
                        """
                        select s.number, k.name as buyer, coalesce(k.kana, '') as kana, 'INVOICE' as kind, 'INVOICE' as method,
                               s.issued_at as charged_at, s.due_date as due_by, a.open, a.open = :amount as exact, false as proposed,
                               0 as fee
                          from (select r.customer_number, sum(least(r.charged, r.invoiced) - r.paid) as open from receivable r
                                 where r.charged > r.paid and (r.method = 'INVOICE' or r.kind = 'INVOICE') and r.invoiced > r.paid
                                 group by r.customer_number) a
                          join lateral (select number, issued_at, due_date from statement
                                         where customer_number = a.customer_number and state = 'ISSUED'
                                         order by closing_date desc limit 1) s on true
                          join customers_customer_view k on k.number = a.customer_number
                         where case when :q = '' then a.open = :amount
                                    else s.number like upper(:q) || '%' or replace(k.name, ' ', '') like '%' || :q || '%'
                                         or replace(k.kana, ' ', '') like '%' || :kana || '%' end
                         order by exact desc, s.issued_at limit :most
                        """)
                .param("amount", amount.amount())
                .param("q", plain)
                .param("kana", TextNormalizer.katakana(plain).toUpperCase(Locale.ROOT))
                .param("most", SHOWN)
                .query(Claim.class)
                .list();
    }
}
