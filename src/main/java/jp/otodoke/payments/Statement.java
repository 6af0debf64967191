package jp.otodoke.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A statement invoice (請求書): what a customer on account is asked to pay after a closing.
 *
 * @param previous total of the statement before
 * @param received what settled the account since, less what was given back
 * @param sales what it adds, with tax
 * @param tax in the sales, rounded once for each rate
 * @param open what is still to be paid of its orders
 */
public record Statement(
        StatementNumber number,
        CustomerNumber customer,
        @Personal(Personal.Kind.NAME) String name,
        LocalDate closingDate,
        Yen previous,
        Yen received,
        Yen sales,
        Yen tax,
        Yen total,
        LocalDate dueDate,
        Yen open,
        State state,
        Instant issuedAt,
        @Nullable String cancelReason) {
    public enum State {
        OPEN,
        OVERDUE,
        PAID,
        CANCELLED
    }

    /** 繰越額 */
    public Yen carried() {
        return previous.minus(received);
    }

    /** Its sales by tax rate. */
    public record Rate(int taxRate, Yen amount, Yen tax) {}

    /**
     * What an order adds to it, by tax rate; less if goods came back.
     *
     * @param goods what they are, a line each; null for charges alone
     */
    public record Line(ReceivableNumber order, LocalDate day, int taxRate, Yen amount, @Nullable String goods) {}

    /** With all that stands on it. */
    public record Sheet(Statement statement, List<Rate> rates, List<Line> lines) {}
}
