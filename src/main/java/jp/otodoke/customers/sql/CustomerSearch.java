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
import java.util.stream.Collectors;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.NamePart;
import jp.otodoke.customers.SearchKeys;
import jp.otodoke.platform.data.LikePattern;
import jp.otodoke.platform.data.StreamedRows;
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

    /** So many callers by each of their keys are put in order. */
    private static final int SORTED_AT_MOST = 300;

    /** The planner, which can't know how many are found, would otherwise merge them with all customers. */
    private static final String ROW_OF_EACH =
            "cross join lateral (select * from customer where customer.number = found.number offset 0) c";

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
        var term = Term.of(q, state);
        var most = countUpTo == Long.MAX_VALUE ? countUpTo : countUpTo + 1;
        var total = jdbc.sql("select count(*) from (select 1 from (" + term.numbers(" limit :most")
                        + ") found limit :most) counted")
                .params(term.parameters())
                .param("most", most)
                .query(Long.class)
                .single();
        var found = jdbc.sql((total > countUpTo ? term.inOrder() : term.foundFirst())
                        + order(sort, down)
                        + " limit :size offset :offset")
                .params(term.parameters())
                .param("size", size)
                .param("offset", (long) page * size)
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
        var term = Term.of(q, state);
        StreamedRows.each(
                jdbc.sql(term.foundFirst() + order(sort, down)).params(term.parameters()),
                query -> query.query((row, i) -> card(row)),
                use);
    }

    private static String order(String sort, boolean down) {
        var way = down ? " desc" : "";
        return " order by c." + SORTS.getOrDefault(sort, "number") + way + ", c.number" + way;
    }

    /**
     * Who may be calling: found as by {@link #find}. Exact matches come first, then customers with active ones
     * before dormant.
     */
    @Transactional(readOnly = true)
    public List<CustomerSummary> callers(@Nullable String typed, int size) {
        var term = Term.of(typed, null);
        if (term.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("with found as materialized (select c.* from (" + term.numbers(" limit " + SORTED_AT_MOST)
                        + ") found " + ROW_OF_EACH + " limit " + SORTED_AT_MOST
                        + ") select * from found order by phone_key = :phone desc, state, number limit :size")
                .params(term.parameters())
                .param("phone", SearchKeys.phone(TextNormalizer.clean(typed)))
                .param("size", size)
                .query((row, i) -> card(row))
                .list();
    }

    /**
     * What is looked for.
     *
     * @param matches what a customer may match, each with an index of its own
     * @param and a further condition that all must meet
     */
    private record Term(List<String> matches, String and, boolean everybody, Map<String, Object> parameters) {
        static Term of(@Nullable String q, @Nullable CustomerState state) {
            var parameters = new HashMap<String, Object>();
            if (state != null) {
                parameters.put("state", state.name());
            }
            var words = TextNormalizer.clean(q);
            return new Term(
                    words.isEmpty() ? List.of() : CustomerSearch.matches(words, parameters),
                    state == null ? "" : " and state = :state",
                    words.isEmpty(),
                    parameters);
        }

        boolean isEmpty() {
            return matches.isEmpty();
        }

        /** The numbers of those found; with one index for each match, whatever the planner expects of all together. */
        String numbers(String limit) {
            if (everybody || matches.isEmpty()) {
                return "select number from customer where " + everybody + and + limit;
            }
            return matches.stream()
                    .map(match ->
                            "select number from (select number from customer where " + match + and + limit + ") one")
                    .collect(Collectors.joining(" union "));
        }

        /** For few: otherwise the planner may walk all customers in the requested order to find them. */
        String foundFirst() {
            return everybody
                    ? inOrder()
                    : "with found as materialized (" + numbers("") + ") select c.* from found " + ROW_OF_EACH;
        }

        /** For many, of whom the first are soon met in any order. */
        String inOrder() {
            return "select c.* from customer c where " + (everybody ? "true" : "(" + String.join(" or ", matches) + ")")
                    + and;
        }
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
