package jp.otodoke.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Dues of a period.
 *
 * @param last day of the period; null for life
 * @param amount what is to be paid, tax included; zero if they were cancelled
 * @param status of their payment
 * @param dropped whether they were cancelled before anything was paid
 */
public record Due(
        LocalDate first,
        @Nullable LocalDate last,
        ReceivableNumber receivable,
        Yen amount,
        Yen paid,
        @Nullable LocalDate dueOn,
        String status,
        boolean dropped) {
    static Due of(ResultSet row, int index) throws SQLException {
        return new Due(
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                ReceivableNumber.of(row.getString("receivable")),
                Yen.of(row.getLong("charged")),
                Yen.of(row.getLong("paid")),
                row.getObject("due_by", LocalDate.class),
                row.getString("status"),
                row.getBoolean("dropped"));
    }

    public Yen open() {
        return amount.minus(paid).max(Yen.ZERO);
    }
}
