package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists statement invoices. */
@Component
public class FindStatements {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "number", "s.number",
                    "customer", "s.customer_number",
                    "closingDate", "s.closing_date",
                    "dueDate", "s.due_date",
                    "total", "s.total"),
            "-number",
            "s.number");

    /** What an invoiced receivable still asks for. */
    static final String OPEN = "greatest(least(r.charged, r.invoiced) - r.paid, 0)";

    private static final String UNPAID =
            "(select l.statement from receivable r join statement_line l on l.receivable = r.number"
                    + " where r.charged > r.paid and (r.method = 'INVOICE' or r.kind = 'INVOICE') and r.invoiced > r.paid)";
    private static final String WHERE = " where (cast(:customer as text) is null or s.customer_number = :customer)"
            + " and (cast(:from as date) is null or s.closing_date >= :from) and (cast(:until as date) is null or s.closing_date <= :until)"
            + " and (cast(:state as text) is null or case :state when 'CANCELLED' then s.state = 'CANCELLED'"
            + " when 'PAID' then s.state = 'ISSUED' and s.number not in " + UNPAID
            + " else s.state = 'ISSUED' and s.number in " + UNPAID
            + " and (:state = 'OPEN' and s.due_date >= :today or :state = 'OVERDUE' and s.due_date < :today) end)";
    private static final String SELECT =
            "select s.*, k.name, coalesce((select sum(o.open) from (select distinct r.number, " + OPEN
                    + " as open from statement_line l join receivable r on r.number = l.receivable where l.statement = s.number) o), 0) as open"
                    + " from statement s left join customers_customer_view k on k.number = s.customer_number";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    FindStatements(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<Statement.Sheet> find(StatementNumber number) {
        return all(List.of(number)).stream()
                .findFirst()
                .map(statement -> new Statement.Sheet(statement, rates(number), lines(number)));
    }

    /** @return in the order of their numbers */
    List<Statement> all(Collection<StatementNumber> numbers) {
        return jdbc.sql(SELECT + " where s.number = any(:numbers) order by s.number")
                .param("numbers", numbers.stream().map(StatementNumber::value).toArray(String[]::new))
                .query(this::statement)
                .list();
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<Statement> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(filter.values(clock.today()))
                .param("offset", offset)
                .param("limit", limit)
                .query(this::statement)
                .list();
    }

    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<Statement> use) {
        try (var all = jdbc
                .sql(SELECT + WHERE + SORTING.orderBy(sort))
                .params(filter.values(clock.today()))
                .query(this::statement)
                .stream()) {
            all.forEach(use);
        }
    }

    /** How many, and what they add up to. */
    @Transactional(readOnly = true)
    public Sum sum(Filter filter) {
        return jdbc.sql("select count(*) as count, coalesce(sum(s.total), 0) as total from statement s" + WHERE)
                .params(filter.values(clock.today()))
                .query((row, n) -> new Sum(row.getLong("count"), Yen.of(row.getLong("total"))))
                .single();
    }

    private List<Statement.Rate> rates(StatementNumber number) {
        return jdbc.sql("select tax_rate, amount, tax from statement_rate where statement = :number order by tax_rate")
                .param("number", number.value())
                .query((row, n) -> new Statement.Rate(
                        row.getInt("tax_rate"), Yen.of(row.getLong("amount")), Yen.of(row.getLong("tax"))))
                .list();
    }

    private List<Statement.Line> lines(StatementNumber number) {
        return jdbc.sql(
                        """
                        select receivable, day, tax_rate, amount, goods from statement_line where statement = :number
                         order by day, receivable, tax_rate
                        """)
                .param("number", number.value())
                .query((row, n) -> new Statement.Line(
                        ReceivableNumber.of(row.getString("receivable")),
                        row.getObject("day", LocalDate.class),
                        row.getInt("tax_rate"),
                        Yen.of(row.getLong("amount")),
                        row.getString("goods")))
                .list();
    }

    private Statement statement(ResultSet row, int index) throws SQLException {
        var due = row.getObject("due_date", LocalDate.class);
        var open = Yen.of(row.getLong("open"));
        var cancelled = row.getString("state").equals("CANCELLED");
        return new Statement(
                StatementNumber.of(row.getString("number")),
                CustomerNumber.of(row.getString("customer_number")),
                Optional.ofNullable(row.getString("name")).orElse(""),
                row.getObject("closing_date", LocalDate.class),
                Yen.of(row.getLong("previous")),
                Yen.of(row.getLong("received")),
                Yen.of(row.getLong("sales")),
                Yen.of(row.getLong("tax")),
                Yen.of(row.getLong("total")),
                due,
                cancelled ? Yen.ZERO : open,
                state(cancelled, open, due),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("cancel_reason"));
    }

    private Statement.State state(boolean cancelled, Yen open, LocalDate due) {
        if (cancelled) {
            return Statement.State.CANCELLED;
        }
        if (!open.isPositive()) {
            return Statement.State.PAID;
        }
        return due.isBefore(clock.today()) ? Statement.State.OVERDUE : Statement.State.OPEN;
    }

    public record Sum(long count, Yen total) {}

    /**
     * What to list; null for all.
     *
     * @param from closed on this day or later
     * @param until closed on this day or earlier
     */
    public record Filter(
            @Nullable String customer,
            Statement.@Nullable State state,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        private Map<String, @Nullable Object> values(LocalDate today) {
            var values = new HashMap<String, @Nullable Object>();
            values.put("customer", customer);
            values.put("state", state == null ? null : state.name());
            values.put("from", from);
            values.put("until", until);
            values.put("today", today);
            return values;
        }
    }
}
