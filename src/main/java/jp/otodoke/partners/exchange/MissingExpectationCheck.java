package jp.otodoke.partners.exchange;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.Observation;
import jp.otodoke.shared.BusinessClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files and runs that are overdue. A finding ends when they arrive, however late. */
@Component
class MissingExpectationCheck implements Check {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M/d HH:mm");

    private final Expectations expectations;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    MissingExpectationCheck(Expectations expectations, JdbcClient jdbc, BusinessClock clock) {
        this.expectations = expectations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "expected-missing";
    }

    @Override
    public List<Observation> observe() {
        var now = clock.instant();
        var closed = expectations.closedDays();
        return expectations.all().stream()
                .filter(Expectation::active)
                .flatMap(e -> e
                        .last(now, expectations.closed(e, closed))
                        .filter(window -> !hasArrived(e, window.from()))
                        .map(window -> observation(e, window))
                        .stream())
                .toList();
    }

    private boolean hasArrived(Expectation expected, Instant from) {
        var sql = expected.kind().equals("FILE")
                ? """
                  select exists (select 1 from partner_message where direction = 'IN' and partner = :partner and type = :type
                                    and created_at >= :from and state <> 'REFUSED')"""
                : """
                  select exists (select 1 from workflow_case_view where process = :type and started_at >= :from)""";
        return jdbc.sql(sql)
                .param("partner", expected.partner())
                .param("type", expected.type())
                .param("from", Timestamp.from(from))
                .query(Boolean.class)
                .single();
    }

    private static Observation observation(Expectation expected, Expectation.Window window) {
        var file = expected.kind().equals("FILE");
        return new Observation(
                "%s %s %s-%s"
                        .formatted(expected.partner(), expected.type(), expected.from(), expected.until())
                        .strip(),
                expected.group(),
                file ? "/partners/messages?partner=" + expected.partner() : "/processes/" + expected.type(),
                window.until(),
                List.of(
                        file ? "#partner." + expected.partner() : "#watch.own-run",
                        file ? expected.type() : "#process." + expected.type(),
                        MOMENT.format(window.from().atZone(BusinessClock.TOKYO)),
                        MOMENT.format(window.until().atZone(BusinessClock.TOKYO))));
    }
}
