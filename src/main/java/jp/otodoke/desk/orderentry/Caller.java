package jp.otodoke.desk.orderentry;

import java.time.Instant;
import java.util.List;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.platform.personal.Personal;

/**
 * What an operator wants to see of the person on the telephone.
 *
 * @param unpaid yen that is owed now
 * @param overdue the part of it whose time is over
 */
record Caller(
        CustomerSummary card, List<Past> latest, List<Past> open, long unpaid, long overdue, List<Waiting> tasks) {
    /** @param goods names and pieces in one line */
    record Past(String number, Instant orderedAt, String status, long total, String method, String goods) {}

    /** A task about one of the orders. */
    record Waiting(long id, String type, @Personal(Personal.Kind.TEXT) String reason, String orderNumber) {}

    /** What F4 repeats: the latest order that was not cancelled; empty where there is none. */
    public String again() {
        return latest.stream()
                .filter(o -> !o.status().equals("CANCELLED"))
                .map(Past::number)
                .findFirst()
                .orElse("");
    }
}
