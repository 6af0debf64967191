package jp.otodoke.customers;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.otodoke.shared.CustomerNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds entries of the same person. */
@Component
class Duplicates {
    private static final String BY_RULE =
            """
            (select %d as n, '%s' as rule, number, state, registered_at from customer where %s
              order by state, registered_at, number limit 5)""";

    private static final Pattern PLACEHOLDER = Pattern.compile(":(\\w+)");

    /** All rules in one query, each with its own index; the first matching rule wins. */
    private static final String ALL_RULES = Arrays.stream(DuplicateRule.values())
            .map(rule -> BY_RULE.formatted(rule.ordinal(), rule, rule.condition()))
            .collect(Collectors.joining(
                    " union all ", "select number, rule from (", ") found order by n, state, registered_at, number"));

    /** The best hit of each of many persons. */
    private static final String FIRST_OF_EACH = Arrays.stream(DuplicateRule.values())
            .map(rule -> BY_RULE.formatted(
                    rule.ordinal(), rule, PLACEHOLDER.matcher(rule.condition()).replaceAll("p.$1")))
            .collect(Collectors.joining(
                    " union all ",
                    """
                    select p.n as person, hit.number
                      from unnest(:names::text[], :kanas::text[], :phones::text[], :emails::text[], :addresses::text[])
                           with ordinality p(name, kana, phone, email, address, n)
                     cross join lateral (select number from (""",
                    ") found order by n, state, registered_at, number limit 1) hit"));

    private final JdbcClient jdbc;
    private final EntityManager entities;

    Duplicates(JdbcClient jdbc, EntityManager entities) {
        this.jdbc = jdbc;
        this.entities = entities;
    }

    record Hit(CustomerNumber number, DuplicateRule rule) {}

    /** The best match: the first rule that matches, active before dormant, oldest number first. */
    Optional<CustomerNumber> first(NewCustomer customer) {
        // Includes customers registered earlier in this transaction.
        entities.flush();
        return all(customer).stream().map(Hit::number).findFirst();
    }

    /** As {@link #first(NewCustomer)}, by the index of the person; who is nobody's double is left out. */
    Map<Integer, CustomerNumber> first(List<NewCustomer> persons) {
        if (persons.size() == 1) {
            // A plan for one person is made once; a plan for a list depends on its length and is made each time.
            return first(persons.get(0)).map(number -> Map.of(0, number)).orElseGet(Map::of);
        }
        entities.flush();
        var found = new HashMap<Integer, CustomerNumber>();
        jdbc.sql(FIRST_OF_EACH)
                .param("names", texts(persons, p -> SearchKeys.name(p.name())))
                .param("kanas", texts(persons, p -> SearchKeys.kana(p.kana())))
                .param("phones", texts(persons, p -> SearchKeys.phone(p.phone())))
                .param("emails", texts(persons, p -> SearchKeys.email(p.email())))
                .param("addresses", texts(persons, p -> p.address().addressKey()))
                .query(row -> {
                    found.put(row.getInt("person") - 1, CustomerNumber.of(row.getString("number")));
                });
        return found;
    }

    private static String[] texts(List<NewCustomer> persons, Function<NewCustomer, String> key) {
        return persons.stream().map(key).toArray(String[]::new);
    }

    /** At most five per rule, the best first; whoever matches several rules appears several times. */
    List<Hit> all(NewCustomer customer) {
        return jdbc.sql(ALL_RULES)
                .param("name", SearchKeys.name(customer.name()))
                .param("kana", SearchKeys.kana(customer.kana()))
                .param("phone", SearchKeys.phone(customer.phone()))
                .param("email", SearchKeys.email(customer.email()))
                .param("address", customer.address().addressKey())
                .query((row, n) -> new Hit(
                        CustomerNumber.of(row.getString("number")), DuplicateRule.valueOf(row.getString("rule"))))
                .list();
    }
}
