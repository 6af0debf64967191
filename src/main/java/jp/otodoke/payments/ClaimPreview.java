package jp.otodoke.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;

/** What the next cycle would collect. */
public record ClaimPreview(
        ReceivableNumber receivable,
        CustomerNumber customer,
        @Personal(Personal.Kind.NAME) String holderKana,
        Yen amount) {
    static ClaimPreview of(ResultSet row, int index) throws SQLException {
        return new ClaimPreview(
                ReceivableNumber.of(row.getString("receivable")),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("holder_kana"),
                Yen.of(row.getLong("amount")));
    }
}
