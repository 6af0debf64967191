package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Stores the attempts to pay by 後払い. */
@Component
class DeferredTransactions {
    private static final String SELECT =
            """
            select own_id, order_number, state, provider_id, amount, content, codes, created_at, carrier, slip_no, confirmation
              from deferred_transaction""";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DeferredTransactions(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(OrderNumber order, String ownId, Yen amount) {
        jdbc.sql(
                        """
                        insert into deferred_transaction (own_id, order_number, state, amount, created_at)
                        values (:id, :order, 'ASKED', :amount, :now)
                        """)
                .param("id", ownId)
                .param("order", order.value())
                .param("amount", amount.amount())
                .param("now", now())
                .update();
    }

    DeferredTransaction get(String ownId) {
        return find(ownId).orElseThrow();
    }

    Optional<DeferredTransaction> find(@Nullable String ownId) {
        return jdbc.sql(SELECT + " where own_id = :id")
                .param("id", ownId)
                .query(DeferredTransactions::transaction)
                .optional();
    }

    Optional<DeferredTransaction> byProvider(String providerId) {
        return jdbc.sql(SELECT + " where provider_id = :id")
                .param("id", providerId)
                .query(DeferredTransactions::transaction)
                .optional();
    }

    /** Oldest first. */
    List<DeferredTransaction> of(OrderNumber order) {
        return jdbc.sql(SELECT + " where order_number = :order order by created_at, own_id")
                .param("order", order.value())
                .query(DeferredTransactions::transaction)
                .list();
    }

    /** What is sent for a check; the same number for the same content. */
    void asked(String ownId, Yen amount, String content) {
        jdbc.sql("update deferred_transaction set amount = :amount, content = :content where own_id = :id")
                .param("amount", amount.amount())
                .param("content", content)
                .param("id", ownId)
                .update();
    }

    /** What the provider has on record of it. */
    void checked(String ownId, DeferredState state, DeferredAnswer answer) {
        jdbc.sql(
                        """
                        update deferred_transaction
                           set state = :state, provider_id = coalesce(:provider, provider_id), amount = coalesce(:amount, amount),
                               codes = :codes, answered_at = :now
                         where own_id = :id
                        """)
                .param("state", state.name())
                .param("provider", answer.providerId())
                .param(
                        "amount",
                        answer.amount() == null ? null : answer.amount().amount(),
                        Types.BIGINT)
                .param("codes", String.join(",", answer.codes()))
                .param("now", now())
                .param("id", ownId)
                .update();
    }

    void ended(String ownId, DeferredState state) {
        jdbc.sql("update deferred_transaction set state = :state, answered_at = :now where own_id = :id")
                .param("state", state.name())
                .param("now", now())
                .param("id", ownId)
                .update();
    }

    /** Also once more, when another parcel is reported in place of one that was not found. */
    void reported(String ownId, @Nullable String carrier, @Nullable String slipNo) {
        jdbc.sql(
                        """
                        update deferred_transaction
                           set state = 'REPORTED', reported_at = coalesce(reported_at, :now), carrier = :carrier, slip_no = :slip,
                               confirmation = null, codes = ''
                         where own_id = :id
                        """)
                .param("carrier", carrier)
                .param("slip", slipNo)
                .param("now", now())
                .param("id", ownId)
                .update();
    }

    void confirmed(String ownId, boolean arrived) {
        jdbc.sql("update deferred_transaction set confirmation = :confirmation where own_id = :id")
                .param("confirmation", arrived ? "CONFIRMED" : "FAILED")
                .param("id", ownId)
                .update();
    }

    /** The provider bills less: what was reported stands under a new number. */
    void replace(DeferredTransaction old, String newId, @Nullable String providerId, Yen amount) {
        ended(old.ownId(), DeferredState.REPLACED);
        jdbc.sql(
                        """
                        insert into deferred_transaction (own_id, order_number, state, provider_id, amount, created_at, answered_at,
                                                          reported_at, carrier, slip_no, confirmation, replaces)
                        select :new, order_number, 'REPORTED', :provider, :amount, :now, :now, reported_at, carrier, slip_no, confirmation,
                               own_id
                          from deferred_transaction where own_id = :old
                        """)
                .param("new", newId)
                .param("provider", providerId)
                .param("amount", amount.amount())
                .param("now", now())
                .param("old", old.ownId())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static DeferredTransaction transaction(ResultSet row, int index) throws SQLException {
        var codes = row.getString("codes");
        var confirmation = row.getString("confirmation");
        return new DeferredTransaction(
                row.getString("own_id"),
                OrderNumber.of(row.getString("order_number")),
                DeferredState.valueOf(row.getString("state")),
                row.getString("provider_id"),
                Yen.of(row.getLong("amount")),
                row.getString("content"),
                codes.isEmpty() ? List.of() : Arrays.asList(codes.split(",")),
                row.getTimestamp("created_at").toInstant(),
                row.getString("carrier"),
                row.getString("slip_no"),
                confirmation == null ? null : confirmation.equals("CONFIRMED"));
    }
}
