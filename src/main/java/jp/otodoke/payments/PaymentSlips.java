package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The slips that were made; of each receivable one is the current one, the others were replaced. */
@Component
public class PaymentSlips {
    private static final String SELECT =
            "select number, receivable, amount, due_date, barcode, made_at, printed_at, replaced_at from payment_slip";

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    PaymentSlips(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<PaymentSlip> find(SlipNumber number) {
        return jdbc.sql(SELECT + " where number = :number")
                .param("number", number.value())
                .query(PaymentSlips::slip)
                .optional();
    }

    /** The latest, whether or not it was paid. */
    Optional<PaymentSlip> current(ReceivableNumber receivable) {
        return jdbc.sql(SELECT + " where receivable = :receivable and replaced_at is null")
                .param("receivable", receivable.value())
                .query(PaymentSlips::slip)
                .optional();
    }

    /** The one that is to be paid. */
    @Transactional(readOnly = true)
    public Optional<PaymentSlip> toPay(ReceivableNumber receivable) {
        return Optional.ofNullable(toPay(List.of(receivable)).get(receivable));
    }

    /** As {@link #toPay(ReceivableNumber)}, for many. */
    @Transactional(readOnly = true)
    public Map<ReceivableNumber, PaymentSlip> toPay(Collection<ReceivableNumber> receivables) {
        return jdbc
                .sql(
                        SELECT
                                + """
                                 where receivable = any(:receivables::text[]) and replaced_at is null
                                   and not exists (select 1 from slip_receipt r where r.slip_number = number and r.booked > 0)
                                """)
                .param(
                        "receivables",
                        receivables.stream().map(ReceivableNumber::value).toArray(String[]::new))
                .query(PaymentSlips::slip)
                .list()
                .stream()
                .collect(Collectors.toMap(PaymentSlip::receivable, Function.identity()));
    }

    /** Nobody is to pay the current slip any more, and there is none in its place. */
    void retire(ReceivableNumber receivable) {
        jdbc.sql("update payment_slip set replaced_at = :now where receivable = :receivable and replaced_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("receivable", receivable.value())
                .update();
    }

    /** A slip in place of the current one. */
    PaymentSlip replace(
            Optional<PaymentSlip> before, ReceivableNumber receivable, SlipBarcode barcode, LocalDate due, String by) {
        var now = clock.instant();
        before.ifPresent(slip -> jdbc.sql("update payment_slip set replaced_at = :now where number = :number")
                .param("now", Timestamp.from(now))
                .param("number", slip.number().value())
                .update());
        jdbc.sql(
                        """
                        insert into payment_slip (number, receivable, amount, due_date, barcode, made_by, made_at)
                        values (:number, :receivable, :amount, :due, :barcode, :by, :now)
                        """)
                .param("number", barcode.number().value())
                .param("receivable", receivable.value())
                .param("amount", barcode.amount().amount())
                .param("due", due)
                .param("barcode", barcode.digits())
                .param("by", by)
                .param("now", Timestamp.from(now))
                .update();
        return new PaymentSlip(barcode.number(), receivable, barcode.amount(), due, barcode.digits(), now, null, null);
    }

    /** The next of the same series, or one of a new series. */
    SlipNumber numberAfter(Optional<PaymentSlip> before) {
        return before.flatMap(slip -> slip.number().reissued())
                .orElseGet(() -> SlipNumber.first(jdbc.sql("select nextval('payment_slip_number')")
                        .query(Long.class)
                        .single()));
    }

    private static PaymentSlip slip(ResultSet row, int index) throws SQLException {
        return new PaymentSlip(
                SlipNumber.of(row.getString("number")),
                ReceivableNumber.of(row.getString("receivable")),
                Yen.of(row.getLong("amount")),
                row.getObject("due_date", LocalDate.class),
                row.getString("barcode"),
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("printed_at")),
                instant(row.getTimestamp("replaced_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
