package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads cycles of direct debits and their claims. */
@Component
public class DirectDebits {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id",
                    "d.id",
                    "debitDate",
                    "d.debit_date",
                    "fileDue",
                    "d.file_due",
                    "resultDue",
                    "d.result_due",
                    "state",
                    "d.state"),
            "-id",
            "d.id");

    private static final String SELECT =
            """
            select d.id, d.debit_date, d.state, d.agency, d.created_at, d.sent_at, d.done_at, d.file_due, d.result_due,
                   d.contract_id is not null and not d.automatic and d.approved_at is null and d.state = 'COLLECTED' as awaits_approval,
                   c.claims, c.amount
              from direct_debit d
             cross join lateral (select count(*) as claims, coalesce(sum(amount), 0)::bigint as amount from direct_debit_claim
                                  where direct_debit_id = d.id and state <> 'WITHDRAWN') c
            """;

    private final JdbcClient jdbc;

    DirectDebits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<DirectDebit> find(long id) {
        return jdbc.sql(SELECT + " where d.id = :id")
                .param("id", id)
                .query(DirectDebits::cycle)
                .optional();
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<DirectDebit> list(@Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(DirectDebits::cycle)
                .list();
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from direct_debit").query(Long.class).single();
    }

    /** In the order of the request file. */
    @Transactional(readOnly = true)
    public List<DebitClaim> claims(long id, int offset, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.receivable, m.customer_number, m.holder_kana, c.amount, c.state, c.result_code
                          from direct_debit_claim c join mandate m on m.id = c.mandate_id
                         where c.direct_debit_id = :id and c.state <> 'WITHDRAWN' order by c.id offset :offset limit :limit
                        """)
                .param("id", id)
                .param("offset", offset)
                .param("limit", limit)
                .query((row, n) -> new DebitClaim(
                        row.getLong("id"),
                        ReceivableNumber.of(row.getString("receivable")),
                        CustomerNumber.of(row.getString("customer_number")),
                        row.getString("holder_kana"),
                        Yen.of(row.getLong("amount")),
                        DebitClaim.State.valueOf(row.getString("state")),
                        row.getString("result_code")))
                .list();
    }

    /** How many claims the bank has reported each code of; empty until the result is booked. */
    @Transactional(readOnly = true)
    public Map<String, Long> counts(long id) {
        var counts = new TreeMap<String, Long>();
        jdbc.sql(
                        """
                        select result_code, count(*) from direct_debit_claim
                         where direct_debit_id = :id and result_code is not null group by result_code
                        """)
                .param("id", id)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    /** Whether a cycle collects it, or a person has still to find out whether one has. */
    boolean underWay(ReceivableNumber receivable) {
        return jdbc.sql(
                        "select exists (select 1 from direct_debit_claim where receivable = :number and state in ('OPEN', 'HELD'))")
                .param("number", receivable.value())
                .query(Boolean.class)
                .single();
    }

    private static DirectDebit cycle(ResultSet row, int index) throws SQLException {
        return new DirectDebit(
                row.getLong("id"),
                row.getObject("debit_date", LocalDate.class),
                DirectDebit.State.valueOf(row.getString("state")),
                row.getString("agency"),
                row.getLong("claims"),
                Yen.of(row.getLong("amount")),
                row.getTimestamp("created_at").toInstant(),
                moment(row.getTimestamp("sent_at")),
                moment(row.getTimestamp("done_at")),
                row.getObject("file_due", LocalDate.class),
                row.getObject("result_due", LocalDate.class),
                row.getBoolean("awaits_approval"));
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
