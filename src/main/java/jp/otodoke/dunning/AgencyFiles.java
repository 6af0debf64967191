package jp.otodoke.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists of cases for the collection agency: each case stands in one file. */
@Component
public class AgencyFiles {
    private static final String SELECT = "select id, count, total, made_at, made_by from dunning_agency_file";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    AgencyFiles(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was handed over and stands in no file yet; what is paid meanwhile is left out for good. */
    @Transactional(readOnly = true)
    public long waiting() {
        return jdbc.sql(
                        """
                        select count(*) from dunning_handover h join dunning_case c on c.id = h.case_id
                         where h.file_id is null and c.state <> 'ENDED'
                        """)
                .query(Long.class)
                .single();
    }

    /** @throws Refusal if nothing waits (conflict) */
    @Transactional
    public AgencyFile make(String by) {
        var id = jdbc.sql(
                        "insert into dunning_agency_file (count, total, made_at, made_by) values (0, 0, :now, :by) returning id")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
        var taken = jdbc.sql(
                        """
                        update dunning_handover h set file_id = :file from dunning_case c
                         where c.id = h.case_id and h.file_id is null and c.state <> 'ENDED'
                        """)
                .param("file", id)
                .update();
        if (taken == 0) {
            throw Refusal.conflict("dunning.agency.nothing");
        }
        jdbc.sql(
                        """
                        update dunning_agency_file set count = h.count, total = h.total
                          from (select count(*) as count, sum(amount) as total from dunning_handover where file_id = :file) h
                         where id = :file
                        """)
                .param("file", id)
                .update();
        return get(id);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<AgencyFile> all() {
        return jdbc.sql(SELECT + " order by id desc limit 200")
                .query(AgencyFiles::file)
                .list();
    }

    /** @throws Refusal if there is none (not found) */
    @Transactional(readOnly = true)
    public AgencyFile get(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(AgencyFiles::file)
                .optional()
                .orElseThrow(() -> Refusal.notFound("dunning.agency.not-found", id));
    }

    /** In the order in which they were handed over. */
    @Transactional(readOnly = true)
    public List<Row> rows(long id) {
        return jdbc.sql(
                        """
                        select h.case_id, c.receivable, h.amount, c.cause, cast(c.opened_at at time zone 'Asia/Tokyo' as date) as since,
                               k.number as customer, k.name, k.kana, k.phone, k.postal_code,
                               concat(k.prefecture, k.city, k.line1, ' ', k.line2) as address
                          from dunning_handover h join dunning_case c on c.id = h.case_id
                          left join customers_customer_view k on k.number = c.customer_number
                         where h.file_id = :id order by h.at, h.case_id
                        """)
                .param("id", id)
                .query(AgencyFiles::row)
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getLong("case_id"),
                row.getString("receivable"),
                Yen.of(row.getLong("amount")),
                DunningCause.valueOf(row.getString("cause")),
                row.getObject("since", LocalDate.class),
                row.getString("customer"),
                row.getString("name"),
                row.getString("kana"),
                row.getString("phone"),
                row.getString("postal_code"),
                row.getString("address"));
    }

    private static AgencyFile file(ResultSet row, int index) throws SQLException {
        return new AgencyFile(
                row.getLong("id"),
                row.getInt("count"),
                Yen.of(row.getLong("total")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"));
    }

    public record AgencyFile(long id, int count, Yen total, Instant madeAt, String madeBy) {}

    /**
     * One case, as the agency needs it.
     *
     * @param amount what was open when it was handed over
     */
    public record Row(
            long caseId,
            String receivable,
            Yen amount,
            DunningCause cause,
            LocalDate since,
            @Nullable String customer,
            @Nullable String name,
            @Nullable String kana,
            @Nullable String phone,
            @Nullable String postalCode,
            String address) {}
}
