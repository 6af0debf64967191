package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores files of transfers; their content is encrypted. */
@Component
public class TransferFiles {
    public static final Sorting SORTING =
            new Sorting(Map.of("id", "id", "transferDate", "transfer_date", "state", "state"), "-id", "id");

    private static final String SELECT =
            "select id, transfer_date, state, count, total, created_by, created_at, handed_over_at from transfer_file";

    private final JdbcClient jdbc;
    private final Refunds refunds;
    private final Secrets secrets;
    private final BusinessClock clock;

    TransferFiles(JdbcClient jdbc, Refunds refunds, Secrets secrets, BusinessClock clock) {
        this.jdbc = jdbc;
        this.refunds = refunds;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** @throws Refusal if there is none (not found) */
    @Transactional(readOnly = true)
    public TransferFile get(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(TransferFiles::file)
                .optional()
                .orElseThrow(() -> Refusal.notFound("transfer-file.not-found", id));
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<TransferFile> list(@Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(TransferFiles::file)
                .list();
    }

    @Transactional(readOnly = true)
    public long count() {
        return jdbc.sql("select count(*) from transfer_file").query(Long.class).single();
    }

    /** The refunds in a file, in its order. */
    @Transactional(readOnly = true)
    public List<Refund> refunds(long id) {
        return jdbc.sql(Refunds.SELECT + " where r.transfer_file_id = :id order by r.id")
                .param("id", id)
                .query(refunds::refund)
                .list();
    }

    /** Refunds of a file that go to the same account, which may be one too many. */
    @Transactional(readOnly = true)
    public List<List<Refund>> toSameAccount(long id) {
        return refunds(id).stream()
                .filter(refund -> refund.account() != null)
                .collect(Collectors.groupingBy(
                        refund -> Objects.requireNonNull(refund.account()).place(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() > 1)
                .toList();
    }

    /** Approved refunds to known accounts that no file has, locked. */
    List<Refund> waiting() {
        return jdbc.sql(Refunds.SELECT
                        + " where r.state = 'APPROVED' and r.route = 'TRANSFER' and r.transfer_file_id is null"
                        + " and r.payee_account_number is not null order by r.id for update of r")
                .query(refunds::refund)
                .list();
    }

    /** Approved transfers that wait for somebody to name their account, the oldest first. */
    List<Refund> withoutAccount(int most) {
        return jdbc.sql(Refunds.SELECT
                        + " where r.state = 'APPROVED' and r.route = 'TRANSFER' and r.transfer_file_id is null"
                        + " and r.payee_account_number is null order by r.id limit :most")
                .param("most", most)
                .query(refunds::refund)
                .list();
    }

    /** How many wait for a file, and their sum. */
    @Transactional(readOnly = true)
    public Waiting waitingInAll() {
        return jdbc.sql(
                        """
                        select count(*) as count, coalesce(sum(amount), 0) as total from refund
                         where state = 'APPROVED' and route = 'TRANSFER' and transfer_file_id is null and payee_account_number is not null
                        """)
                .query((row, n) -> new Waiting(row.getInt("count"), Yen.of(row.getLong("total"))))
                .single();
    }

    /** @return its id */
    long add(LocalDate transferDate, Collection<Refund> collected, String records, String by) {
        var id = jdbc.sql(
                        """
                        insert into transfer_file (transfer_date, state, count, total, content, created_by, created_at)
                        values (:day, 'COLLECTED', :count, :total, :content, :by, :now) returning id
                        """)
                .param("day", transferDate)
                .param("count", collected.size())
                .param("total", Yen.sum(collected, Refund::amount).amount())
                .param("content", secrets.encrypt(records))
                .param("by", by)
                .param("now", now())
                .query(Long.class)
                .single();
        jdbc.sql("update refund set transfer_file_id = :file where id = any(:refunds)")
                .param("file", id)
                .param("refunds", collected.stream().map(Refund::id).toArray(Long[]::new))
                .update();
        return id;
    }

    /** Its records without line breaks. */
    String records(long id) {
        return secrets.decrypt(jdbc.sql("select content from transfer_file where id = :id")
                .param("id", id)
                .query(String.class)
                .single());
    }

    /** @return false if it was handed over or discarded before */
    boolean handedOver(long id, String by) {
        return jdbc.sql(
                                """
                                update transfer_file set state = 'SENT', handed_over_by = :by, handed_over_at = :now
                                 where id = :id and state = 'COLLECTED'
                                """)
                        .param("by", by)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * With all refunds that the bank has not sent back.
     *
     * @return false if the bank does not have it, or it was done before
     */
    boolean done(long id) {
        var done =
                jdbc.sql("update transfer_file set state = 'DONE', ended_at = :now where id = :id and state = 'SENT'")
                                .param("now", now())
                                .param("id", id)
                                .update()
                        == 1;
        if (done) {
            jdbc.sql(
                            "update refund set state = 'DONE', ended_at = :now where transfer_file_id = :id and state = 'SENT'")
                    .param("now", now())
                    .param("id", id)
                    .update();
        }
        return done;
    }

    /** @return false if it was handed over or discarded before */
    boolean discarded(long id) {
        var discarded = jdbc.sql(
                                "update transfer_file set state = 'DISCARDED', ended_at = :now where id = :id and state = 'COLLECTED'")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
        if (discarded) {
            jdbc.sql("update refund set transfer_file_id = null where transfer_file_id = :id")
                    .param("id", id)
                    .update();
        }
        return discarded;
    }

    /** Files at the bank whose day is over. */
    List<Long> overdue() {
        return jdbc.sql("select id from transfer_file where state = 'SENT' and transfer_date < :today order by id")
                .param("today", clock.today())
                .query(Long.class)
                .list();
    }

    /** The day on which the next file at the bank is to be carried out. */
    Optional<LocalDate> nextDay() {
        return jdbc.sql(
                        """
                        select transfer_date from transfer_file where state = 'SENT' and transfer_date >= :today
                         order by transfer_date limit 1
                        """)
                .param("today", clock.today())
                .query(LocalDate.class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static TransferFile file(ResultSet row, int index) throws SQLException {
        var handedOver = row.getTimestamp("handed_over_at");
        return new TransferFile(
                row.getLong("id"),
                row.getObject("transfer_date", LocalDate.class),
                TransferFile.State.valueOf(row.getString("state")),
                row.getInt("count"),
                Yen.of(row.getLong("total")),
                row.getString("created_by"),
                row.getTimestamp("created_at").toInstant(),
                handedOver == null ? null : handedOver.toInstant());
    }

    /** Refunds that wait for a file. */
    public record Waiting(int count, Yen total) {}
}
