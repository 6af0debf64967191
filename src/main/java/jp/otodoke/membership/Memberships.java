package jp.otodoke.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores and finds members. */
@Component
public class Memberships {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "number", "m.number",
                    "customer", "m.customer_number",
                    "plan", "m.plan",
                    "joinedOn", "m.joined_on",
                    "validUntil", "m.valid_until",
                    "state", "m.state",
                    "since", "m.since"),
            "-number",
            "m.number");

    private static final String WHERE =
            """
             where (cast(:state as text) is null or m.state = :state)
               and (cast(:plan as text) is null or m.plan = :plan)
               and (cast(:customer as text) is null or m.customer_number = :customer or m.number = :customer)
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final CurrentStaff staff;

    Memberships(JdbcClient jdbc, BusinessClock clock, CurrentStaff staff) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.staff = staff;
    }

    @Transactional(readOnly = true)
    public Optional<Membership> find(String number) {
        return jdbc.sql("select * from membership m where m.number = :number")
                .param("number", number)
                .query(Memberships::read)
                .optional();
    }

    /** @throws Refusal if there is none (not found) */
    @Transactional(readOnly = true)
    public Membership get(String number) {
        return find(number).orElseThrow(() -> Refusal.notFound("membership.not-found", number));
    }

    /**
     * Nobody else changes it until the transaction ends.
     *
     * @throws Refusal if there is none (not found)
     */
    Membership locked(String number) {
        return jdbc.sql("select * from membership m where m.number = :number for update")
                .param("number", number)
                .query(Memberships::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("membership.not-found", number));
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<Membership> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql("select * from membership m" + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(filter.values())
                .param("offset", offset)
                .param("limit", limit)
                .query(Memberships::read)
                .list();
    }

    /** All of them, one by one. */
    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<Membership> use) {
        StreamedRows.each(
                jdbc.sql("select * from membership m" + WHERE + SORTING.orderBy(sort))
                        .params(filter.values()),
                query -> query.query(Memberships::read),
                use);
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*) from membership m" + WHERE)
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<MembershipChange> changes(String number) {
        return jdbc.sql("select * from membership_change where membership = :number order by id")
                .param("number", number)
                .query((row, n) -> new MembershipChange(
                        MembershipChange.What.valueOf(row.getString("what")),
                        MembershipState.valueOf(row.getString("state")),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("reason"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor")))
                .list();
    }

    /** Newest first, with what was paid of them. */
    @Transactional(readOnly = true)
    public List<Due> dues(String number) {
        return jdbc.sql(
                        """
                        select d.first_day, d.last_day, d.receivable, d.dropped, r.charged, r.paid, r.due_by, r.status
                          from membership_due d join payments_receivable_view r on r.number = d.receivable
                         where d.membership = :number order by d.first_day desc, d.receivable desc
                        """)
                .param("number", number)
                .query(Due::of)
                .list();
    }

    /** @return false if the customer is, or was, a member by that plan */
    boolean add(Membership one) {
        return jdbc.sql(
                                """
                                insert into membership (number, customer_number, plan, joined_on, counted_from, periods, valid_until, state,
                                                        since, created_at)
                                values (:number, :customer, :plan, :joined, :from, :periods, :until, :state, :since, :now)
                                on conflict on constraint membership_once do nothing
                                """)
                        .param("number", one.number())
                        .param("customer", one.customer().value())
                        .param("plan", one.plan())
                        .param("joined", one.joinedOn())
                        .param("from", one.countedFrom())
                        .param("periods", one.periods())
                        .param("until", one.validUntil())
                        .param("state", one.state().name())
                        .param("since", one.since())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                > 0;
    }

    /** Of what may change: periods, validity, state and absences. */
    void save(Membership one) {
        jdbc.sql(
                        """
                        update membership set counted_from = :from, periods = :periods, valid_until = :until, state = :state, since = :since,
                               dormant_days = :dormant
                         where number = :number
                        """)
                .param("number", one.number())
                .param("from", one.countedFrom())
                .param("periods", one.periods())
                .param("until", one.validUntil())
                .param("state", one.state().name())
                .param("since", one.since())
                .param("dormant", one.dormantDays())
                .update();
    }

    void note(Membership one, MembershipChange.What what, LocalDate day, @Nullable String reason) {
        jdbc.sql(
                        """
                        insert into membership_change (membership, what, state, on_day, reason, at, actor)
                        values (:number, :what, :state, :day, :reason, :now, :actor)
                        """)
                .param("number", one.number())
                .param("what", what.name())
                .param("state", one.state().name())
                .param("day", day)
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("actor", staff.name())
                .update();
    }

    void addDue(String number, LocalDate first, @Nullable LocalDate last, ReceivableNumber receivable) {
        jdbc.sql(
                        "insert into membership_due (membership, first_day, last_day, receivable) values (:number, :first, :last, :receivable)")
                .param("number", number)
                .param("first", first)
                .param("last", last)
                .param("receivable", receivable.value())
                .update();
    }

    /** Dues of which nothing was paid and nothing is owed any more no longer stand for their period. */
    void dropUnpaid(String number) {
        jdbc.sql(
                        """
                        update membership_due d set dropped = true from payments_receivable_view r
                         where d.membership = :number and not d.dropped and r.number = d.receivable and r.charged = 0
                        """)
                .param("number", number)
                .update();
    }

    static Membership read(ResultSet row, int index) throws SQLException {
        return new Membership(
                row.getString("number"),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("plan"),
                row.getObject("joined_on", LocalDate.class),
                row.getObject("counted_from", LocalDate.class),
                row.getInt("periods"),
                row.getObject("valid_until", LocalDate.class),
                MembershipState.valueOf(row.getString("state")),
                row.getObject("since", LocalDate.class),
                row.getInt("dormant_days"));
    }

    /**
     * What to list; null for all.
     *
     * @param customer number of the customer or of the membership
     */
    public record Filter(@Nullable MembershipState state, @Nullable String plan, @Nullable String customer) {
        private Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("state", state == null ? null : state.name());
            values.put("plan", plan);
            values.put("customer", customer);
            return values;
        }
    }
}
