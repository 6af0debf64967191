package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import jp.otodoke.platform.data.CopiedRows;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores many deposits, and what was decided about them, by one statement each. */
@Component
class DepositRows {
    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final BusinessClock clock;

    DepositRows(JdbcClient jdbc, JdbcOperations operations, BusinessClock clock) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.clock = clock;
    }

    /** Which of these references are known. */
    Set<String> known(Collection<String> references) {
        return jdbc.sql("select bank_reference from deposit where bank_reference = any(:references)")
                .param("references", references.toArray(String[]::new))
                .query(String.class)
                .set();
    }

    List<Long> nextIds(int count) {
        return jdbc.sql(
                        """
                        with ids as materialized (select cast(pg_get_serial_sequence('deposit', 'id') as regclass) as sequence)
                        select nextval(ids.sequence) from ids cross join generate_series(1, :count)
                        """)
                .param("count", count)
                .query(Long.class)
                .list();
    }

    /** @param decided what was decided about each by id; without it, a deposit is unmatched */
    void insert(String source, Collection<ReportedDeposit> deposits, Map<Long, MatchDecision> decided) {
        var now = clock.instant();
        var rows = new CopiedRows();
        for (var deposit : deposits) {
            var reported = deposit.reported();
            var decision = decided.get(deposit.id());
            rows.add(
                    deposit.id(),
                    reported.bankReference(),
                    reported.record(),
                    reported.postingDate(),
                    deposit.signed().amount(),
                    left(deposit, decision).amount(),
                    reported.remitterKana(),
                    deposit.open().key(),
                    TextNormalizer.orNull(reported.remitterCode()),
                    reported.inquiryNumber(),
                    deposit.open().virtualAccount(),
                    state(deposit, decision),
                    rule(decision),
                    doubtful(decision),
                    source,
                    now);
        }
        rows.write(
                operations,
                """
                copy deposit (id, bank_reference, record_no, posting_date, amount, remaining, remitter_kana, remitter_key,
                              remitter_code, inquiry_number, virtual_account, state, rule, doubtful, source, received_at) from stdin
                """);
    }

    private static Yen left(ReportedDeposit deposit, @Nullable MatchDecision decision) {
        return decision != null && decision.automatic() ? Yen.ZERO : deposit.signed();
    }

    private static Deposit.State state(ReportedDeposit deposit, @Nullable MatchDecision decision) {
        if (deposit.reported().cancel()) {
            return Deposit.State.REVERSED;
        }
        return decision == null ? Deposit.State.UNMATCHED : decision.state();
    }

    private static @Nullable String rule(@Nullable MatchDecision decision) {
        return decision == null ? null : decision.rule();
    }

    private static boolean doubtful(@Nullable MatchDecision decision) {
        return decision != null && decision.found().isDoubtful();
    }

    /** Of deposits that stand there already; of a deposit that is matched nothing is left. */
    void decided(Collection<MatchDecision> decisions) {
        jdbc.sql(
                        """
                        update deposit d
                           set state = m.state, rule = m.rule, doubtful = d.doubtful or m.doubtful,
                               remaining = case when m.state = 'MATCHED' then 0 else d.remaining end
                          from unnest(:ids::bigint[], :states::text[], :rules::text[], :doubtful::boolean[]) m(id, state, rule, doubtful)
                         where d.id = m.id and (d.state <> m.state or m.doubtful)
                        """)
                .param("ids", array(decisions, m -> m.deposit().id(), Long[]::new))
                .param("states", texts(decisions, m -> m.state().name()))
                .param("rules", texts(decisions, MatchDecision::rule))
                .param("doubtful", array(decisions, m -> m.found().isDoubtful(), Boolean[]::new))
                .update();
    }

    /** A person has confirmed what they pay, all of each. */
    void matchedByHand(Collection<Long> ids) {
        jdbc.sql("update deposit set state = 'MATCHED', remaining = 0 where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Those of these ids that still wait to be matched, locked, by id. */
    List<RemittedDeposit> open(Collection<Long> ids) {
        return jdbc.sql(
                        """
                        select id, remaining, remitter_kana, virtual_account from deposit
                         where id = any(:ids) and state in ('UNMATCHED', 'PROPOSED') and not doubtful order by id for update
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query(DepositRows::remitted)
                .list();
    }

    /** The next that wait to be matched and may be by themselves, by id, after this one. */
    List<Long> openAfter(long id, int most) {
        return jdbc.sql(
                        """
                        select id from deposit
                         where state in ('UNMATCHED', 'PROPOSED') and not doubtful and id > :id order by id limit :most
                        """)
                .param("id", id)
                .param("most", most)
                .query(Long.class)
                .list();
    }

    private static RemittedDeposit remitted(ResultSet row, int number) throws SQLException {
        return new RemittedDeposit(
                row.getLong("id"),
                Yen.of(row.getLong("remaining")),
                new Remitter(Objects.requireNonNull(row.getString("remitter_kana"))),
                row.getString("virtual_account"));
    }

    private static <T> String[] texts(Collection<T> all, Function<T, @Nullable String> text) {
        return array(all, text, String[]::new);
    }

    private static <T, V> V[] array(Collection<T> all, Function<T, @Nullable V> value, IntFunction<V[]> array) {
        return all.stream().map(value).toArray(array);
    }
}
