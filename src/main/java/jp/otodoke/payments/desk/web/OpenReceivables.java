package jp.otodoke.payments.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.customers.NamePart;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.MatchingName;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is open, the most likely match for a deposit first. Each way to find it has its index, however much is open. */
@Component
class OpenReceivables {
    private static final int SHOWN = 30;

    private static final String OPEN =
            """
             p.status in ('PENDING', 'PARTLY_PAID') and p.charged > p.paid
             and p.method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT', 'DEFERRED')
             and not exists (select 1 from deferred_transaction t where t.own_id = p.transaction_no)
            """;

    private final JdbcClient jdbc;
    private final OpenStatements statements;

    OpenReceivables(JdbcClient jdbc, OpenStatements statements) {
        this.jdbc = jdbc;
        this.statements = statements;
    }

    /** @param q number, amount, or part of the name or kana; null for what is proposed, the payer's, and of the same amount */
    @Transactional(readOnly = true)
    List<Claim> likely(Deposit deposit, @Nullable String q) {
        var values = new HashMap<String, Object>();
        var typed = TextNormalizer.clean(q);
        var ways = typed.isEmpty() ? likely(deposit, values) : searched(typed, values);
        var found = new ArrayList<>(statements.likely(deposit.remaining(), typed));
        if (!ways.isEmpty()) {
            found.addAll(claims(deposit, ways, values));
        }
        return found;
    }

    private static List<String> likely(Deposit deposit, Map<String, Object> values) {
        var ways = new ArrayList<String>();
        ways.add("(select receivable as number from deposit_proposal where deposit_id = :deposit)");
        var name = MatchingName.of(deposit.remitterKana());
        if (!name.isEmpty()) {
            values.put("name", name);
            ways.add(way("p.payer_key = :name and p.payer_key <> ''"));
        }
        ways.add(
                "(select p.number from deposit d join remitter_alias a on a.remitter_key = d.remitter_key and a.remitter_key <> ''"
                        + " join receivable p on p.customer_number = a.customer_number where d.id = :deposit and" + OPEN
                        + " limit 20)");
        ways.add(way("p.charged - p.paid = :amount"));
        return ways;
    }

    private static List<String> searched(String typed, Map<String, Object> values) {
        var ways = new ArrayList<String>();
        var plain = typed.replaceAll("[\\s,]", "");
        values.put("number", plain.toUpperCase(Locale.ROOT));
        ways.add(way("p.number = :number"));
        if (plain.matches("\\d{4,}")) {
            ways.add(way("p.shop_number = :number"));
        }
        if (plain.matches("\\d{1,12}")) {
            values.put("typedAmount", Long.parseLong(plain));
            ways.add(way("p.charged - p.paid = :typedAmount"));
        }
        var kana = MatchingName.of(typed.toUpperCase(Locale.ROOT));
        if (!kana.isEmpty()) {
            values.put("beginning", kana + "%");
            ways.add(way("p.payer_key like :beginning and p.payer_key <> ''"));
        }
        var name = NamePart.typed(typed);
        if (!name.blank()) {
            name.putInto(values);
            ways.add(way("p.customer_number in (select k.number from customers_customer_view k where "
                    + name.condition("k.name_key", "k.kana_key") + " limit 500)"));
        }
        return ways;
    }

    private static String way(String condition) {
        return "(select p.number from receivable p where " + condition + " and" + OPEN + " limit 20)";
    }

    private List<Claim> claims(Deposit deposit, List<String> ways, Map<String, Object> values) {
        return jdbc.sql(
                        """
                        select p.number, coalesce(o.buyer_name, k.name, '') as buyer, coalesce(o.buyer_kana, k.kana, '') as kana, p.kind,
                               p.method, coalesce(o.ordered_at, p.created_at) as charged_at, p.due_by, p.charged - p.paid as open,
                               p.charged - p.paid = :amount as exact, s.deposit_id is not null as proposed, coalesce(s.fee, 0) as fee
                          from receivable p
                          left join orders_order_view o on o.order_number = p.number
                          left join customers_customer_view k on p.kind <> 'ORDER' and k.number = p.customer_number
                          left join deposit_proposal s on s.deposit_id = :deposit and s.receivable = p.number
                         where p.number in (%s) and %s
                         order by proposed desc, p.payer_key = :key desc nulls last, exact desc, charged_at limit :most
                        """
                                .formatted(String.join(" union ", ways), OPEN))
                .params(values)
                .param("amount", deposit.remaining().amount())
                .param("deposit", deposit.id())
                .param("key", MatchingName.of(deposit.remitterKana()))
                .param("most", SHOWN)
                .query(Claim.class)
                .list();
    }

    /**
     * @param open unpaid amount in yen
     * @param exact whether it equals the deposit's remaining amount
     * @param proposed whether it is what the deposit probably pays
     * @param fee what would be written off then, in yen
     */
    record Claim(
            String number,
            @Personal(Personal.Kind.NAME) String buyer,
            @Personal(Personal.Kind.NAME) String kana,
            ReceivableKind kind,
            String method,
            Instant chargedAt,
            @Nullable LocalDate dueBy,
            long open,
            boolean exact,
            boolean proposed,
            long fee) {}
}
