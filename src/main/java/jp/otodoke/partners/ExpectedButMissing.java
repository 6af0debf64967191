package jp.otodoke.partners;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sighting;
import jp.otodoke.shared.Watch;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files and runs that should have come by now. Whatever comes after all, however late, ends it. */
@Component
class ExpectedButMissing implements Watch {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M/d HH:mm");

    private final Expectations expectations;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ExpectedButMissing(Expectations expectations, JdbcClient jdbc, BusinessClock clock) {
        this.expectations = expectations;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "expected-missing";
    }

    @Override
    public List<Sighting> look() {
        var now = clock.instant();
        var closed = expectations.closedDays();
        return expectations.all().stream()
                .filter(Expectation::active)
                .flatMap(e -> e
                        .last(now, expectations.closed(e, closed))
                        .filter(window -> !came(e, window.from()))
                        .map(window -> sighting(e, window))
                        .stream())
                .toList();
    }

    private boolean came(Expectation expected, Instant from) {
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

    private static Sighting sighting(Expectation expected, Expectation.Window window) {
        var file = expected.kind().equals("FILE");
        return new Sighting(
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
