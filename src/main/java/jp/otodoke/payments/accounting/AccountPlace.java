package jp.otodoke.payments.accounting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a row stands in a customer's account.
 *
 * @param source rows of one moment are in the order of where they come from
 */
public record AccountPlace(Instant at, int source, long id) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,16})-([12])-(\\d{1,18})");

    static AccountPlace of(ResultSet row) throws SQLException {
        return new AccountPlace(row.getTimestamp("at").toInstant(), row.getInt("source"), row.getLong("id"));
    }

    /** Empty if it is none. */
    public static Optional<AccountPlace> read(String written) {
        var parts = WRITTEN.matcher(written);
        return parts.matches()
                ? Optional.of(new AccountPlace(
                        Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                        Integer.parseInt(parts.group(2)),
                        Long.parseLong(parts.group(3))))
                : Optional.empty();
    }

    /** For an address; times have microseconds, as in the database. */
    public String written() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + source + "-" + id;
    }
}
