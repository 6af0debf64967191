package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads mandates, never with the whole number of an account. */
@Component
public class Mandates {
    private static final String SELECT =
            """
            select id, customer_number, m.bank_code, m.branch_code, account_type, account_end, holder_kana, state, since,
                   b.name as bank_name, s.name as branch_name
              from mandate m
              left join bank_code b on b.bank_code = m.bank_code and b.branch_code = ''
              left join bank_code s on s.bank_code = m.bank_code and s.branch_code = m.branch_code
            """;
    private static final String WHERE =
            """
             where (cast(:customer as text) is null or customer_number = :customer)
               and (cast(:state as text) is null or state = :state)
            """;

    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id", "id",
                    "customer", "customer_number",
                    "bank", "(m.bank_code || m.branch_code)",
                    "since", "since",
                    "state", "state"),
            "-id",
            "id");

    private final JdbcClient jdbc;

    Mandates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<Mandate> find(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Mandates::mandate)
                .optional();
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<Mandate> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(filter.values())
                .param("offset", offset)
                .param("limit", limit)
                .query(Mandates::mandate)
                .list();
    }

    /** All of them, one by one. */
    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<Mandate> use) {
        StreamedRows.each(
                jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort)).params(filter.values()),
                query -> query.query(Mandates::mandate),
                use);
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*) from mandate m" + WHERE)
                .params(filter.values())
                .query(Long.class)
                .single();
    }

    /** What to list; null for all. */
    public record Filter(@Nullable String customer, Mandate.@Nullable State state) {
        public static Filter of(@Nullable String customer) {
            return new Filter(customer, null);
        }

        private Map<String, @Nullable Object> values() {
            var values = new HashMap<String, @Nullable Object>();
            values.put("customer", customer);
            values.put("state", state == null ? null : state.name());
            return values;
        }
    }

    /** Of these customers those from whose accounts something can be collected. */
    Set<CustomerNumber> active(Collection<CustomerNumber> customers) {
        if (customers.isEmpty()) {
            return Set.of();
        }
        return jdbc
                .sql(
                        "select customer_number from mandate where customer_number = any(:customers::text[]) and state = 'ACTIVE'")
                .param(
                        "customers",
                        customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                .query(String.class)
                .stream()
                .map(CustomerNumber::of)
                .collect(Collectors.toSet());
    }

    static Mandate mandate(ResultSet row, int index) throws SQLException {
        return new Mandate(
                row.getLong("id"),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("bank_code"),
                row.getString("branch_code"),
                row.getString("bank_name"),
                row.getString("branch_name"),
                row.getString("account_type"),
                row.getString("account_end"),
                row.getString("holder_kana"),
                Mandate.State.valueOf(row.getString("state")),
                row.getTimestamp("since").toInstant());
    }
}
