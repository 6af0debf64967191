package jp.otodoke.watchdog;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails findings to the people concerned: one mail each, or one for all if there are many at once. */
@Component
class NotifyFindings {
    /** More than these at once for one group go into one mail. */
    private static final int SINGLE = 3;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm");

    private final Recipients recipients;
    private final FindingText text;
    private final ApplicationUrl address;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    NotifyFindings(
            Recipients recipients,
            FindingText text,
            ApplicationUrl address,
            ApplicationEventPublisher events,
            JdbcClient jdbc) {
        this.recipients = recipients;
        this.text = text;
        this.address = address;
        this.events = events;
        this.jdbc = jdbc;
    }

    /** Runs in the transaction that opens the findings: every open finding has been mailed. */
    void send(Collection<Finding> opened) {
        opened.stream()
                .collect(groupingBy(Finding::group, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::send);
    }

    private void send(String group, List<Finding> findings) {
        var addresses = recipients.of(group);
        if (findings.size() <= SINGLE) {
            findings.forEach(f -> addresses.forEach(to -> events.publishEvent(single(f, to))));
        } else {
            addresses.forEach(to -> events.publishEvent(digest(group, findings, to)));
        }
        jdbc.sql("update watchdog_finding set notified = :to where id = any(:ids)")
                .param("to", addresses.isEmpty() ? null : String.join(", ", addresses))
                .param("ids", findings.stream().map(Finding::id).toArray(Long[]::new))
                .update();
    }

    private MailRequested single(Finding finding, String to) {
        return new MailRequested(
                "watchdog:%d:%s".formatted(finding.id(), to),
                to,
                "watchdog-finding",
                null,
                Map.of(
                        "title", text.title(finding, Locale.JAPANESE),
                        "what", text.what(finding, Locale.JAPANESE),
                        "todo", text.advice(finding, Locale.JAPANESE),
                        "since", MOMENT.format(finding.since().atZone(BusinessClock.TOKYO)),
                        "page", page(finding)));
    }

    private MailRequested digest(String group, List<Finding> findings, String to) {
        return new MailRequested(
                "watchdog:%d-%d:%s"
                        .formatted(
                                findings.get(0).id(),
                                findings.get(findings.size() - 1).id(),
                                to),
                to,
                "watchdog-digest",
                null,
                Map.of(
                        "count", Integer.toString(findings.size()),
                        "list", findings.stream().map(this::line).collect(joining("\n")),
                        "page", address.of("/watchdog?group=" + group)));
    }

    private String line(Finding finding) {
        return "  "
                + BilingualText.of(
                                "watchdog.digest.line",
                                text.title(finding, Locale.JAPANESE),
                                text.what(finding, Locale.JAPANESE),
                                MOMENT.format(finding.since().atZone(BusinessClock.TOKYO)))
                        .japanese();
    }

    private String page(Finding finding) {
        var href = finding.href();
        return address.of(href == null ? "/watchdog" : href);
    }
}
