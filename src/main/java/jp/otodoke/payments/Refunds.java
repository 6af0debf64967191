package jp.otodoke.payments;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.payments.Refund.Failure;
import jp.otodoke.payments.RefundEntry.Route;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores refunds. Each is a row with an amount of its own that never changes, except that the part of it which one card takes
 * back is told apart, and one key at the gateway, so that two of the same payment differ and one asked for again is still the same.
 */
@Component
class Refunds {
    static final String SELECT =
            """
            select r.id, r.order_number, p.customer_number, r.route, r.state, r.amount, r.reason, r.requested_by, r.requested_at, r.approved_by,
                   r.approved_at, r.sent_at, r.ended_at, r.failure, r.note, r.transfer_file_id, r.payee_bank_code, r.payee_branch_code,
                   r.payee_account_type, r.payee_account_number, r.payee_name
              from refund r join receivable p on p.number = r.order_number
            """;

    private final JdbcClient jdbc;
    private final EntityManager entityManager;
    private final Secrets secrets;
    private final BusinessClock clock;

    Refunds(JdbcClient jdbc, EntityManager entityManager, Secrets secrets, BusinessClock clock) {
        this.jdbc = jdbc;
        this.entityManager = entityManager;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * The payment as it is now. Whoever else changes the order's money has done so before, or will notice.
     *
     * @return empty if there is no such order
     */
    Optional<Payment> lock(OrderNumber order) {
        entityManager.flush();
        var locked = jdbc.sql("update receivable set version = version + 1 where number = :order and kind = 'ORDER'")
                .param("order", order.value())
                .update();
        if (locked == 0) {
            return Optional.empty();
        }
        var payment = entityManager.find(Payment.class, order);
        entityManager.refresh(payment);
        return Optional.of(payment);
    }

    /**
     * With the money of its order locked.
     *
     * @throws Refusal if there is none (not found)
     */
    Refund locked(long id) {
        lock(get(id).order());
        return get(id);
    }

    /** @throws Refusal if there is none (not found) */
    Refund get(long id) {
        return find(id).orElseThrow(() -> Refusal.notFound("refund.not-found", id));
    }

    Optional<Refund> find(long id) {
        return jdbc.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query(this::refund)
                .optional();
    }

    /** All of an order, oldest first. */
    List<Refund> of(OrderNumber order) {
        return jdbc.sql(SELECT + " where r.order_number = :order order by r.id")
                .param("order", order.value())
                .query(this::refund)
                .list();
    }

    /** Those of an order that have not left its money yet, oldest first: a transfer has as soon as the bank is told. */
    List<Refund> open(OrderNumber order) {
        return jdbc.sql(SELECT
                        + " where r.order_number = :order and (r.state in ('PROPOSED', 'APPROVED') or r.state = 'SENT' and r.route in ('CARD', 'AGENCY'))"
                        + " order by r.id")
                .param("order", order.value())
                .query(this::refund)
                .list();
    }

    /** What has been asked for, and has not left the order's money yet; not what the rules only propose. */
    Yen underWay(OrderNumber order) {
        return Yen.sum(
                open(order).stream()
                        .filter(refund -> !refund.proposedByTheRules())
                        .toList(),
                Refund::amount);
    }

    /**
     * Proposes a refund.
     *
     * @param by user name
     * @return its id
     */
    long propose(OrderNumber order, Route route, Yen amount, String reason, String by, @Nullable PayeeAccount account) {
        return jdbc.sql(
                        """
                        insert into refund (order_number, route, amount, reason, state, requested_by, requested_at, payee_bank_code,
                                            payee_branch_code, payee_account_type, payee_account_number, payee_name)
                        values (:order, :route, :amount, :reason, 'PROPOSED', :by, :now, :bank, :branch, :type, :number, :holder)
                        returning id
                        """)
                .param("order", order.value())
                .param("route", route.name())
                .param("amount", amount.amount())
                .param("reason", reason)
                .param("by", by)
                .param("now", now())
                .params(columns(account))
                .query(Long.class)
                .single();
    }

    /** A part of a refund that goes to another card than the first. */
    long anotherPart(long id, Yen amount) {
        return jdbc.sql(
                        """
                        insert into refund (order_number, route, amount, reason, state, requested_by, requested_at, approved_by, approved_at)
                        select order_number, route, :amount, reason, 'APPROVED', requested_by, requested_at, approved_by, approved_at
                          from refund where id = :id returning id
                        """)
                .param("amount", amount.amount())
                .param("id", id)
                .query(Long.class)
                .single();
    }

    /** @return false if it is not to be approved any more */
    boolean approve(long id, String by) {
        return jdbc.sql(
                                """
                                update refund set state = 'APPROVED', approved_by = :by, approved_at = :now
                                 where id = :id and state = 'PROPOSED'
                                """)
                        .param("by", by)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The gateway is to give so much of it back to a card. */
    void toCard(long id, String transactionNo, Yen part) {
        jdbc.sql(
                        """
                        update refund set state = 'SENT', transaction_no = :transaction, amount = :amount, sent_at = :now,
                               gateway_key = :transaction || ':REFUND:R' || id where id = :id and state = 'APPROVED'
                        """)
                .param("transaction", transactionNo)
                .param("amount", part.amount())
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** The provider of 後払い is to bill so much less of a transaction. */
    void toAgency(long id, String transactionNo) {
        jdbc.sql(
                        "update refund set state = 'SENT', transaction_no = :transaction, sent_at = :now where id = :id and state = 'APPROVED'")
                .param("transaction", transactionNo)
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Whether the provider of 後払い would not bill less of an order. */
    boolean agencyDeclined(OrderNumber order) {
        return jdbc.sql(
                        "select exists (select 1 from refund where order_number = :order and route = 'AGENCY' and failure = 'DECLINED')")
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    /** It is transferred there. */
    void toAccount(long id, PayeeAccount account) {
        jdbc.sql(
                        """
                        update refund set payee_bank_code = :bank, payee_branch_code = :branch, payee_account_type = :type,
                               payee_account_number = :number, payee_name = :holder where id = :id
                        """)
                .params(columns(account))
                .param("id", id)
                .update();
    }

    /** The bank has been told. */
    void sent(long id) {
        jdbc.sql("update refund set state = 'SENT', sent_at = :now where id = :id and state = 'APPROVED'")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** @return false if it had ended already */
    boolean done(long id) {
        return jdbc.sql(
                                "update refund set state = 'DONE', ended_at = :now where id = :id and state in ('APPROVED', 'SENT')")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return false if it had ended already, or lies in a file for the bank */
    boolean withdraw(long id) {
        return fail(id, Failure.WITHDRAWN, null, "state in ('PROPOSED', 'APPROVED') and transfer_file_id is null");
    }

    /** @return false if it had ended already, or is with gateway or bank */
    boolean reject(long id, String why) {
        return fail(id, Failure.REJECTED, why, "state in ('PROPOSED', 'APPROVED') and transfer_file_id is null");
    }

    /** @return false if it had ended already */
    boolean declined(long id) {
        return fail(id, Failure.DECLINED, null, "state = 'SENT'");
    }

    /** @return false if the bank was never told */
    boolean returned(long id, @Nullable String note) {
        return fail(id, Failure.RETURNED, note, "route = 'TRANSFER' and state in ('SENT', 'DONE')");
    }

    private boolean fail(long id, Failure failure, @Nullable String note, String where) {
        return jdbc.sql("update refund set state = 'FAILED', failure = :failure, note = :note, ended_at = :now"
                                + " where id = :id and " + where)
                        .param("failure", failure.name())
                        .param("note", note)
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether a person has refused to give money of the order back to a card. */
    boolean cardRejected(OrderNumber order) {
        return jdbc.sql(
                        """
                        select exists (select 1 from refund where order_number = :order and route = 'CARD' and requested_by = 'system'
                                                              and failure = 'REJECTED')
                        """)
                .param("order", order.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * What was captured for the order and may still be given back, by transaction, the latest first; none of those whose card
     * has refused a refund.
     */
    Map<String, Yen> refundable(OrderNumber order) {
        var left = new LinkedHashMap<String, Yen>();
        jdbc.sql(
                        """
                        select c.transaction_no, c.captured - c.taken - coalesce(sum(r.amount), 0) as rest
                          from (select substr(posting, length('capture:') + 1) as transaction_no, sum(amount) as captured, max(id) as latest,
                                       coalesce((select sum(k.amount) from chargeback k
                                                  where 'capture:' || k.transaction_no = posting and k.state <> 'WON'), 0) as taken
                                  from ledger_entry
                                 where receivable = :order and account = 'CARD' and posting like 'capture:%'
                                 group by posting) c
                          left join refund r on r.transaction_no = c.transaction_no
                         group by c.transaction_no, c.captured, c.latest, c.taken
                        having c.captured > c.taken + coalesce(sum(r.amount), 0) and count(*) filter (where r.failure = 'DECLINED') = 0
                         order by c.latest desc
                        """)
                .param("order", order.value())
                .query(row -> {
                    left.put(row.getString("transaction_no"), Yen.of(row.getLong("rest")));
                });
        return left;
    }

    /** To which account money was transferred last to the customer of an order, and was not sent back. */
    Optional<PayeeAccount> transferredTo(OrderNumber order) {
        return jdbc.sql(
                        SELECT
                                + """
                         where p.customer_number = (select customer_number from receivable where number = :order) and r.route = 'TRANSFER'
                           and r.payee_account_number is not null and r.state in ('SENT', 'DONE')
                           and not exists (select 1 from refund o join receivable q on q.number = o.order_number
                                            where q.customer_number = p.customer_number and o.failure = 'RETURNED' and o.id > r.id)
                         order by r.id desc limit 1
                        """)
                .param("order", order.value())
                .query(this::refund)
                .optional()
                .map(refund -> Objects.requireNonNull(refund.account()));
    }

    private Map<String, @Nullable Object> columns(@Nullable PayeeAccount account) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("bank", account == null ? null : account.bankCode());
        values.put("branch", account == null ? null : account.branchCode());
        values.put("type", account == null ? null : account.accountType());
        values.put("number", account == null ? null : secrets.encrypt(account.accountNumber()));
        values.put("holder", account == null ? null : account.holderKana());
        return values;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    Refund refund(ResultSet row, int index) throws SQLException {
        var failure = row.getString("failure");
        return new Refund(
                row.getLong("id"),
                OrderNumber.of(row.getString("order_number")),
                row.getString("customer_number"),
                Route.valueOf(row.getString("route")),
                Status.valueOf(row.getString("state")),
                Yen.of(row.getLong("amount")),
                row.getString("reason"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("approved_by"),
                instant(row, "approved_at"),
                instant(row, "sent_at"),
                instant(row, "ended_at"),
                failure == null ? null : Failure.valueOf(failure),
                row.getString("note"),
                row.getObject("transfer_file_id", Long.class),
                account(row));
    }

    private @Nullable PayeeAccount account(ResultSet row) throws SQLException {
        var number = row.getString("payee_account_number");
        return number == null
                ? null
                : new PayeeAccount(
                        row.getString("payee_bank_code"),
                        row.getString("payee_branch_code"),
                        row.getString("payee_account_type"),
                        secrets.decrypt(number),
                        row.getString("payee_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
