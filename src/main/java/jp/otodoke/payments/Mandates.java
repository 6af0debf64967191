package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final String OF_CUSTOMER = " where cast(:customer as text) is null or customer_number = :customer";

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

    /** The newest first; null for all customers. */
    @Transactional(readOnly = true)
    public List<Mandate> list(@Nullable String customer, int offset, int limit) {
        return jdbc.sql(SELECT + OF_CUSTOMER + " order by id desc offset :offset limit :limit")
                .param("customer", customer)
                .param("offset", offset)
                .param("limit", limit)
                .query(Mandates::mandate)
                .list();
    }

    @Transactional(readOnly = true)
    public long count(@Nullable String customer) {
        return jdbc.sql("select count(*) from mandate" + OF_CUSTOMER)
                .param("customer", customer)
                .query(Long.class)
                .single();
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
