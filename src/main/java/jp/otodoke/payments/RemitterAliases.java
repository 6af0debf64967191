package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import jp.otodoke.payments.BookMatches.Match;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 名義違い: remembers for whom remitters under another name pay, as people confirm it. */
@Component
public class RemitterAliases {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RemitterAliases(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A remitter with the name of the payer, or without a name, teaches nothing. */
    void learn(Collection<Match> confirmed, String by) {
        var named = confirmed.stream()
                .filter(match -> !match.deposit().payerKey().isEmpty())
                .toList();
        if (!named.isEmpty()) {
            jdbc.sql(
                            """
                            insert into remitter_alias (remitter_key, customer_number, remitter_kana, deposit_id, learned_at, learned_by)
                            select distinct on (d.remitter_key, r.customer_number)
                                   d.remitter_key, r.customer_number, d.remitter_kana, d.id, cast(:now as timestamptz), :by
                              from unnest(:ids::bigint[], :numbers::text[], :keys::text[]) m(deposit, number, key)
                              join deposit d on d.id = m.deposit
                              join receivable r on r.number = m.number
                             where r.customer_number is not null and r.payer_key is distinct from m.key
                            on conflict (remitter_key, customer_number) do nothing
                            """)
                    .param("ids", named.stream().map(m -> m.deposit().id()).toArray(Long[]::new))
                    .param(
                            "numbers",
                            named.stream().map(m -> m.receivable().value()).toArray(String[]::new))
                    .param(
                            "keys",
                            named.stream().map(m -> m.deposit().payerKey()).toArray(String[]::new))
                    .param("now", Timestamp.from(clock.instant()))
                    .param("by", by)
                    .update();
        }
    }

    /** What was learned by a match that was wrong. */
    void forget(Collection<Long> deposits) {
        jdbc.sql("delete from remitter_alias where deposit_id = any(:ids)")
                .param("ids", deposits.toArray(Long[]::new))
                .update();
    }

    /** @throws Refusal if it is not known */
    @Transactional
    public void remove(String remitterKey, String customer) {
        var removed = jdbc.sql("delete from remitter_alias where remitter_key = :key and customer_number = :customer")
                .param("key", remitterKey)
                .param("customer", customer)
                .update();
        if (removed == 0) {
            throw Refusal.notFound("deposit.alias.not-found");
        }
    }

    /**
     * The latest first.
     *
     * @param after of the last one shown before; null for the first ones
     */
    @Transactional(readOnly = true)
    public List<Alias> list(@Nullable Instant after, int limit) {
        return jdbc.sql(
                        """
                        select a.remitter_key, a.remitter_kana, a.customer_number, k.name as customer_name, a.deposit_id, a.learned_at, a.learned_by
                          from remitter_alias a left join customers_customer_view k on k.number = a.customer_number
                         where cast(:after as timestamptz) is null or a.learned_at < :after
                         order by a.learned_at desc, a.remitter_key limit :limit
                        """)
                .param("after", after == null ? null : Timestamp.from(after))
                .param("limit", limit)
                .query(RemitterAliases::alias)
                .list();
    }

    private static Alias alias(ResultSet row, int index) throws SQLException {
        return new Alias(
                row.getString("remitter_key"),
                row.getString("remitter_kana"),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("customer_name"),
                row.getLong("deposit_id"),
                row.getTimestamp("learned_at").toInstant(),
                row.getString("learned_by"));
    }

    /**
     * @param customerName null if there is no such customer any more
     * @param learnedBy user name
     */
    public record Alias(
            @Personal(Personal.Kind.NAME) String remitterKey,
            @Personal(Personal.Kind.NAME) String remitterKana,
            CustomerNumber customerNumber,
            @Personal(Personal.Kind.NAME) @Nullable String customerName,
            long depositId,
            Instant learnedAt,
            String learnedBy) {}
}
