package jp.otodoke.staff.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import jp.otodoke.platform.export.FilterText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/** Which entries of the audit trail are requested; empty for all. Both days are inclusive. */
record AuditFilter(
        @Nullable String who,
        @Nullable String action,
        @Nullable String subject,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to) {
    AuditFilter {
        who = TextNormalizer.orNull(who);
        action = TextNormalizer.orNull(action);
        subject = TextNormalizer.orNull(subject);
    }

    public boolean isEmpty() {
        return equals(new AuditFilter(null, null, null, null, null));
    }

    /** The condition in SQL; its values are added to {@code values}. */
    String where(Map<String, Object> values) {
        var conditions = new ArrayList<String>();
        if (who != null) {
            conditions.add("who = :who");
            values.put("who", who.toLowerCase(Locale.ROOT));
        }
        if (action != null) {
            conditions.add("action = :action");
            values.put("action", action);
        }
        if (subject != null) {
            // Otodoke's numbers are in upper case, however they are typed. What was done to a customer's order or task
            // is an entry about the customer; its detail begins with the number of the order or task.
            conditions.add("(subject in (:subject, upper(:subject)) or split_part(detail, ' ', 1) = upper(:subject))");
            values.put("subject", subject);
        }
        if (from != null) {
            conditions.add("at >= :from");
            values.put("from", startOf(from));
        }
        if (to != null) {
            conditions.add("at < :to");
            values.put("to", startOf(to.plusDays(1)));
        }
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static Object startOf(LocalDate day) {
        return day.atStartOfDay(BusinessClock.TOKYO).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** A description for the audit trail itself. */
    String inWords() {
        return FilterText.ALL
                .with("who", who)
                .with("action", action)
                .with("subject", subject)
                .with("from", from)
                .with("to", to)
                .text();
    }
}
