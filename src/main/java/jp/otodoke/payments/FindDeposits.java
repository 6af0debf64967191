package jp.otodoke.payments;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import jp.otodoke.customers.NamePart;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds deposits by remitter. */
@Component
public class FindDeposits {
    private final JdbcClient jdbc;

    FindDeposits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first.
     *
     * @param typed part of the remitter's name in kana or Latin letters, in any spelling
     */
    @Transactional(readOnly = true)
    public List<Deposit> byRemitter(@Nullable String typed, int limit) {
        var key = RemitterName.key(typed == null ? "" : typed.toUpperCase(Locale.ROOT));
        var part = new NamePart(key, key);
        var values = new HashMap<String, Object>();
        part.putInto(values);
        return part.blank()
                ? List.of()
                : jdbc.sql(
                                Deposits.SELECT
                                        + """
                                   where id in (
                                       select deposit_id from deposit_name where remitter_grams(key) @> :nameGrams::text[] and key like :namePart
                                       union all
                                       select d.id from deposit_name_due u join deposit d on d.id between u.first_id and u.last_id
                                        where d.remitter_key like :namePart)
                                  order by posting_date desc, id desc limit :limit""")
                        .params(values)
                        .param("limit", limit)
                        .query(Deposits::deposit)
                        .list();
    }
}
