package jp.otodoke.desk.orderentry;

import java.time.Instant;
import java.util.List;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;

/**
 * What an operator wants to see about the caller.
 *
 * @param unpaid what is currently owed
 * @param overdue the overdue part of it
 * @param points that may be used
 */
record Caller(
        CustomerSummary card,
        List<Past> latest,
        List<Past> open,
        Yen unpaid,
        Yen overdue,
        List<Waiting> tasks,
        Yen points) {
    /** @param goods names and pieces in one line */
    record Past(String number, Instant orderedAt, String status, long total, String method, String goods) {}

    /** A task about one of the orders. */
    record Waiting(long id, String type, @Personal(Personal.Kind.TEXT) String reason, OrderNumber orderNumber) {}

    /** The order that F4 repeats: the latest one not cancelled; empty if there is none. */
    public String repeatOrder() {
        return latest.stream()
                .filter(o -> !o.status().equals("CANCELLED"))
                .map(Past::number)
                .findFirst()
                .orElse("");
    }
}
