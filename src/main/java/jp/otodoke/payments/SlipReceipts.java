package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.payments.SlipOutcome.State;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The payments of slips and what was reported about each. Works in the caller's transaction. */
@Component
class SlipReceipts {
    private static final String COLUMNS =
            " id, slip_number, paid_at, receivable, store, state, booked, bookings, deposit_id from slip_receipt ";

    private final JdbcClient jdbc;
    private final SlipContract contract;
    private final BusinessClock clock;

    SlipReceipts(JdbcClient jdbc, SlipContract contract, BusinessClock clock) {
        this.jdbc = jdbc;
        this.contract = contract;
        this.clock = clock;
    }

    /**
     * The payment that a notice is about, which nobody else changes until the end of the transaction.
     *
     * @param receivable what the slip pays; null if there is no such slip
     */
    SlipReceipt locked(SlipNotice notice, @Nullable ReceivableNumber receivable) {
        jdbc.sql(
                        """
                        insert into slip_receipt (slip_number, paid_at, receivable, store, state, confirm_by)
                        values (:slip, :paidAt, :receivable, :store, :state, :confirmBy)
                        on conflict (slip_number, paid_at) do nothing
                        """)
                .param("slip", notice.slip().value())
                .param("paidAt", Timestamp.from(notice.paidAt()))
                .param("receivable", receivable == null ? null : receivable.value())
                .param("store", notice.store())
                .param("state", notice.kind().state().name())
                .param("confirmBy", Timestamp.from(clock.instant().plus(contract.confirmedWithin())))
                .update();
        return jdbc.sql("select" + COLUMNS + "where slip_number = :slip and paid_at = :paidAt for update")
                .param("slip", notice.slip().value())
                .param("paidAt", Timestamp.from(notice.paidAt()))
                .query(SlipReceipts::receipt)
                .single();
    }

    Optional<SlipReceipt> locked(long id) {
        return jdbc.sql("select" + COLUMNS + "where id = :id for update")
                .param("id", id)
                .query(SlipReceipts::receipt)
                .optional();
    }

    /** @return false if such a notice is there already */
    boolean add(SlipReceipt receipt, SlipNotice notice, String source) {
        return jdbc.sql(
                                """
                                insert into slip_notice (receipt_id, kind, amount, transfer_on, source, record_no, at)
                                values (:receipt, :kind, :amount, :transferOn, :source, :record, :now)
                                on conflict (receipt_id, kind) do nothing
                                """)
                        .param("receipt", receipt.id())
                        .param("kind", notice.kind().name())
                        .param("amount", notice.amount().amount())
                        .param("transferOn", notice.transferOn())
                        .param("source", source)
                        .param("record", notice.record())
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    Map<SlipNotice.Kind, Yen> notices(SlipReceipt receipt) {
        var notices = new EnumMap<SlipNotice.Kind, Yen>(SlipNotice.Kind.class);
        jdbc.sql("select kind, amount from slip_notice where receipt_id = :receipt")
                .param("receipt", receipt.id())
                .query(row -> {
                    notices.put(SlipNotice.Kind.valueOf(row.getString("kind")), Yen.of(row.getLong("amount")));
                });
        return notices;
    }

    /**
     * What became of it, and how it was booked.
     *
     * @param deposit as which the money waits; null if it pays what its slip is for
     */
    void became(SlipReceipt receipt, SlipOutcome outcome, int bookings, @Nullable Long deposit) {
        jdbc.sql(
                        """
                        update slip_receipt set state = :state, booked = :booked, bookings = :bookings, deposit_id = :deposit,
                               transfer_on = (select max(n.transfer_on) from slip_notice n where n.receipt_id = slip_receipt.id)
                         where id = :id
                        """)
                .param("state", outcome.state().name())
                .param("booked", outcome.amount().amount())
                .param("bookings", bookings)
                .param("deposit", deposit)
                .param("id", receipt.id())
                .update();
    }

    private static SlipReceipt receipt(ResultSet row, int index) throws SQLException {
        var receivable = row.getString("receivable");
        return new SlipReceipt(
                row.getLong("id"),
                SlipNumber.of(row.getString("slip_number")),
                row.getTimestamp("paid_at").toInstant(),
                receivable == null ? null : ReceivableNumber.of(receivable),
                row.getString("store"),
                State.valueOf(row.getString("state")),
                Yen.of(row.getLong("booked")),
                row.getInt("bookings"),
                row.getObject("deposit_id", Long.class));
    }
}
