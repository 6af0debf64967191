package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the claims that deposits may pay, for a set of deposits by one join. */
@Component
class CandidateClaims {
    private static final int SHORTEST_NAME = 2;

    private static final String COLUMNS =
            """
            r.number, r.shop_number, r.virtual_account, r.customer_number, r.method, r.charged - r.paid as open,
            coalesce(r.payer_kana, (select o.buyer_kana from orders_order_view o where o.order_number = r.number), '') as payer_kana,
            r.status in ('PENDING', 'PARTLY_PAID') and r.charged > r.paid
                and r.method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT') as expected
            """;

    private static final String OPEN =
            " r.status in ('PENDING', 'PARTLY_PAID') and r.charged > r.paid and r.payer_key <> '' ";

    private static final String BY_NAME_AND_AMOUNT = "select d.id as deposit, false as alias, f.*"
            + " from unnest(:ids::bigint[], :amounts::bigint[], :keys::text[]) d(id, amount, key)"
            + " cross join lateral (select " + COLUMNS + " from receivable r"
            + " where r.payer_key = d.key and r.charged - r.paid = d.amount and" + OPEN + "limit 50) f";

    private final JdbcClient jdbc;

    CandidateClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to whose virtual accounts deposits were paid, of customers on account. */
    void addDebtors(Candidates found, Collection<RemittedDeposit> deposits) {
        var paid = pairs(deposits, d -> Stream.ofNullable(d.virtualAccount()).toList());
        if (!paid.isEmpty()) {
            jdbc.sql(
                            """
                            select d.id, t.customer_number from unnest(:ids::bigint[], :accounts::text[]) d(id, account)
                              join credit_terms t on t.virtual_account = d.account
                            """)
                    .param("ids", paid.stream().map(p -> p.deposit().id()).toArray(Long[]::new))
                    .param("accounts", paid.stream().map(Pair::text).toArray(String[]::new))
                    .query(row -> {
                        found.paidByDebtor(row.getLong("id"), row.getString("customer_number"));
                    });
        }
    }

    /** Adds claims by virtual account, and by number. */
    void addReferredTo(Candidates found, Collection<RemittedDeposit> deposits) {
        byText(found, pairs(deposits, d -> texts(d.numbers(), ReceivableNumber::value)), "r.number = d.text");
        byText(found, pairs(deposits, RemittedDeposit::figures), "r.shop_number = d.text");
        byText(
                found,
                pairs(deposits, d -> Stream.ofNullable(d.virtualAccount()).toList()),
                "r.virtual_account = d.text");
    }

    /** Adds claims of the same amount whose payers have the remitters' names. */
    void addNamed(Candidates found, Collection<RemittedDeposit> deposits) {
        query(
                found,
                BY_NAME_AND_AMOUNT,
                deposits.stream()
                        .filter(deposit -> !deposit.payerKey().isEmpty())
                        .map(d -> new Pair(d, d.payerKey()))
                        .toList());
    }

    /** Adds claims of the same amount whose payers' names are a part of what the remitters wrote. */
    void addMentioned(Candidates found, Collection<RemittedDeposit> deposits) {
        var parts = new ArrayList<Pair>();
        deposits.forEach(deposit -> parts(deposit.payerKey()).forEach(part -> parts.add(new Pair(deposit, part))));
        query(found, BY_NAME_AND_AMOUNT, parts);
    }

    /** Adds all open claims of payers with these names, and of those for whom they have paid, and what is of the same amount and similar. */
    void addLikely(Candidates found, Collection<RemittedDeposit> deposits) {
        var named = deposits.stream()
                .filter(deposit -> !deposit.payerKey().isEmpty())
                .toList();
        query(
                found,
                "select d.id as deposit, false as alias, f.*"
                        + " from unnest(:ids::bigint[], :amounts::bigint[], :keys::text[]) d(id, amount, key)"
                        + " cross join lateral (select " + COLUMNS + " from receivable r where r.payer_key = d.key and"
                        + OPEN
                        + "order by r.number limit 50) f",
                named.stream().map(d -> new Pair(d, d.payerKey())).toList());
        query(
                found,
                "select d.id as deposit, true as alias, f.*"
                        + " from unnest(:ids::bigint[], :amounts::bigint[], :keys::text[]) d(id, amount, key)"
                        + " join remitter_alias a on a.remitter_key = d.key"
                        + " cross join lateral (select " + COLUMNS
                        + " from receivable r where r.customer_number = a.customer_number"
                        + " and r.status in ('PENDING', 'PARTLY_PAID') and r.charged > r.paid order by r.number limit 50) f",
                deposits.stream()
                        .filter(d -> !d.key().isEmpty())
                        .map(d -> new Pair(d, d.key()))
                        .toList());
        similar(found, named, "left(r.payer_key, 4)", PayerKey::head);
        similar(found, named, "right(r.payer_key, 3)", PayerKey::tail);
    }

    private void similar(
            Candidates found, List<RemittedDeposit> named, String expression, Function<String, String> end) {
        query(
                found,
                "select d.id as deposit, false as alias, f.*"
                        + " from unnest(:ids::bigint[], :amounts::bigint[], :keys::text[]) d(id, amount, key)"
                        + " cross join lateral (select " + COLUMNS
                        + " from receivable r where r.charged - r.paid = d.amount and "
                        + expression + " = d.key and" + OPEN + "limit 200) f",
                named.stream().map(d -> new Pair(d, end.apply(d.payerKey()))).toList());
    }

    /** What the provider of a deferred payment bills is not looked for. */
    private void byText(Candidates found, List<Pair> pairs, String condition) {
        query(
                found,
                "select d.id as deposit, false as alias, f.*"
                        + " from unnest(:ids::bigint[], :amounts::bigint[], :keys::text[]) d(id, amount, text)"
                        + " cross join lateral (select " + COLUMNS + " from receivable r where " + condition
                        + " and not exists (select 1 from deferred_transaction t where t.own_id = r.transaction_no)"
                        + " limit 50) f",
                pairs);
    }

    private void query(Candidates found, String sql, List<Pair> pairs) {
        if (!pairs.isEmpty()) {
            jdbc.sql(sql)
                    .param("ids", pairs.stream().map(p -> p.deposit().id()).toArray(Long[]::new))
                    .param(
                            "amounts",
                            pairs.stream()
                                    .map(p -> p.deposit().amount().amount())
                                    .toArray(Long[]::new))
                    .param("keys", pairs.stream().map(Pair::text).toArray(String[]::new))
                    .query(row -> {
                        add(found, row);
                    });
        }
    }

    private static void add(Candidates found, ResultSet row) throws SQLException {
        var number = row.getString("number");
        var claim = found.known(number);
        found.add(row.getLong("deposit"), claim == null ? claim(found, row) : claim, row.getBoolean("alias"));
    }

    private static Claim claim(Candidates found, ResultSet row) throws SQLException {
        var number = ReceivableNumber.of(row.getString("number"));
        var gone = found.isGone(number);
        return new Claim(
                number,
                row.getString("shop_number"),
                row.getString("virtual_account"),
                row.getString("customer_number"),
                row.getString("payer_kana"),
                PaymentMethod.valueOf(row.getString("method")),
                !gone && row.getBoolean("expected"),
                gone ? Yen.ZERO : Yen.of(row.getLong("open")));
    }

    private static List<Pair> pairs(
            Collection<RemittedDeposit> deposits, Function<RemittedDeposit, List<String>> texts) {
        var pairs = new ArrayList<Pair>();
        deposits.forEach(deposit -> texts.apply(deposit).forEach(text -> pairs.add(new Pair(deposit, text))));
        return pairs;
    }

    private static <T> List<String> texts(List<T> values, Function<T, String> text) {
        return values.stream().map(text).toList();
    }

    private static List<String> parts(String key) {
        var parts = new ArrayList<String>();
        for (int from = 0; from < key.length(); from++) {
            for (int to = from + SHORTEST_NAME; to <= key.length(); to++) {
                parts.add(key.substring(from, to));
            }
        }
        return parts;
    }

    private record Pair(RemittedDeposit deposit, String text) {}
}
