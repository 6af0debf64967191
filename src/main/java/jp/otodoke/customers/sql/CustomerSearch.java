package jp.otodoke.customers.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.NamePart;
import jp.otodoke.customers.SearchKeys;
import jp.otodoke.platform.data.LikePattern;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customers while somebody types: the start of the number, telephone (with or without hyphens) or postal
 * code, the last digits of the telephone (four or more), any part of the name or kana. Every branch has its index, so that a million customers answer at once.
 */
@Service
public class CustomerSearch {
    private static final Map<String, String> SORTS = Map.of(
            "number", "number",
            "name", "name_key",
            "kana", "kana_key",
            "phone", "phone_key",
            "email", "email",
            "birthDate", "birth_date",
            "sex", "sex",
            "attention", "attention",
            "state", "state",
            "registeredAt", "registered_at");

    private static final int SORTED_AT_MOST = 300;

    /** One page of the result, and the total, or one more than the limit of counting. */
    public record Found(List<CustomerSummary> customers, long total) {}

    private final JdbcClient jdbc;

    CustomerSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public static Set<String> sorts() {
        return SORTS.keySet();
    }

    /** @param countUpTo where counting stops */
    @Transactional(readOnly = true)
    public Found find(
            @Nullable String q,
            @Nullable CustomerState state,
            String sort,
            boolean down,
            int page,
            int size,
            long countUpTo) {
        var parameters = new HashMap<String, Object>();
        var where = where(q, state, parameters);
        var total = jdbc.sql("select count(*) from (select 1 from customer" + where + " limit :most) counted")
                .params(parameters)
                .param("most", countUpTo == Long.MAX_VALUE ? countUpTo : countUpTo + 1)
                .query(Long.class)
                .single();
        parameters.put("size", size);
        parameters.put("offset", (long) page * size);
        var found = jdbc.sql("select * from customer" + where + order(sort, down) + " limit :size offset :offset")
                .params(parameters)
                .query((row, i) -> card(row))
                .list();
        return new Found(found, total);
    }

    /** Streams all customers found, for files of any length. */
    @Transactional(readOnly = true)
    public void each(
            @Nullable String q,
            @Nullable CustomerState state,
            String sort,
            boolean down,
            Consumer<CustomerSummary> use) {
        var parameters = new HashMap<String, Object>();
        var where = where(q, state, parameters);
        try (var rows = jdbc
                .sql("select * from customer" + where + order(sort, down))
                .withFetchSize(500)
                .params(parameters)
                .query((row, i) -> card(row))
                .stream()) {
            rows.forEach(use);
        }
    }

    private static String order(String sort, boolean down) {
        var way = down ? " desc" : "";
        return " order by " + SORTS.getOrDefault(sort, "number") + way + ", number" + way;
    }

    /**
     * Who may be calling: found as by {@link #find}. Exact matches come first, then customers with active ones
     * before dormant.
     */
    @Transactional(readOnly = true)
    public List<CustomerSummary> callers(@Nullable String typed, int size) {
        var words = TextNormalizer.clean(typed);
        var parameters = new HashMap<String, Object>();
        var matches = words.isEmpty() ? List.<String>of() : matches(words, parameters);
        if (matches.isEmpty()) {
            return List.of();
        }
        parameters.put("phone", SearchKeys.phone(words));
        parameters.put("size", size);
        // Found first and sorted afterwards: otherwise the planner may walk all customers in the requested order.
        return jdbc.sql("with found as materialized (select * from customer where " + String.join(" or ", matches)
                        + " limit " + SORTED_AT_MOST
                        + ") select * from found order by phone_key = :phone desc, state, number limit :size")
                .params(parameters)
                .query((row, i) -> card(row))
                .list();
    }

    private static String where(@Nullable String q, @Nullable CustomerState state, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        if (state != null) {
            conditions.add("state = :state");
            parameters.put("state", state.name());
        }
        var words = TextNormalizer.clean(q);
        if (!words.isEmpty()) {
            var matches = matches(words, parameters);
            conditions.add(matches.isEmpty() ? "false" : "(" + String.join(" or ", matches) + ")");
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static List<String> matches(String words, Map<String, Object> parameters) {
        var matches = new ArrayList<String>();
        if (words.matches("[A-Za-z0-9_-]+")) {
            matches.add("number like :number");
            parameters.put("number", LikePattern.beginning(words.toUpperCase(Locale.ROOT)));
        }
        var digits = SearchKeys.phone(words);
        if (!digits.isEmpty() && words.matches("〒?\\+?[0-9()\\- \\p{Pd}−ー.]+")) {
            // The index leaves out those without a telephone, and is used only by queries that do so too.
            matches.add("(phone_key like :digits and phone_key <> '')");
            matches.add("postal_code like :digits");
            parameters.put("digits", LikePattern.beginning(digits));
            if (digits.length() >= 4) {
                matches.add("(reverse(phone_key) like :ending and phone_key <> '')");
                parameters.put(
                        "ending",
                        LikePattern.beginning(
                                new StringBuilder(digits).reverse().toString()));
            }
        } else if (words.contains("@")) {
            matches.add("(email_key like :email and email_key <> '')");
            parameters.put("email", LikePattern.beginning(SearchKeys.email(words)));
        } else {
            var name = NamePart.typed(words);
            if (!name.blank()) {
                name.putInto(parameters);
                matches.add("(" + name.condition("name_key", "kana_key") + ")");
            }
        }
        return matches;
    }

    private static CustomerSummary card(ResultSet row) throws SQLException {
        return new CustomerSummary(
                CustomerNumber.of(row.getString("number")),
                row.getString("name"),
                row.getString("kana"),
                row.getString("phone"),
                row.getString("email"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                new Address(
                        row.getString("postal_code"),
                        row.getString("prefecture"),
                        row.getString("city"),
                        row.getString("line1"),
                        row.getString("line2")),
                CustomerState.valueOf(row.getString("state")),
                row.getBoolean("attention"),
                row.getString("attention_note"));
    }
}
