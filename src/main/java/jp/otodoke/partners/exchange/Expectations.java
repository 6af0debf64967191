package jp.otodoke.partners.exchange;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What has to come by itself, as managers keep it. */
@Component
public class Expectations {
    public static final List<String> GROUPS = List.of("orders", "shipping", "accounting", "marketing", "operations");

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final AuditTrail audit;

    Expectations(JdbcClient jdbc, BusinessClock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<Expectation> all() {
        return jdbc.sql("select * from expected_exchange order by kind, partner, type, from_time, id")
                .query((row, n) -> expectation(row))
                .list();
    }

    /** By when each partner's next file has to be there, of those that are expected at all. */
    @Transactional(readOnly = true)
    public Map<String, NextFile> nextFiles() {
        var closed = closedDays();
        var result = new HashMap<String, NextFile>();
        for (var expectation : all()) {
            if (expectation.active() && expectation.kind().equals("FILE")) {
                expectation
                        .next(clock.instant(), closed(expectation, closed))
                        .map(window -> new NextFile(expectation.type(), window.until()))
                        .ifPresent(next -> result.merge(
                                expectation.partner(), next, (a, b) -> a.until().isAfter(b.until()) ? b : a));
            }
        }
        return result;
    }

    /** From now on those count that were never counted before. */
    void begin() {
        jdbc.sql("update expected_exchange set since = :now where since is null and active")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @throws InvalidInput when it can't be kept */
    @Transactional
    public void save(@Nullable Long id, Form form) {
        check(form);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("kind", form.kind());
        parameters.put("partner", form.kind().equals("RUN") ? "" : form.partner());
        parameters.put("type", form.type().strip());
        parameters.put("weekdays", form.weekdays().toArray(Integer[]::new));
        parameters.put("from", LocalTime.parse(form.from()));
        parameters.put("until", LocalTime.parse(form.until()));
        parameters.put("calendar", form.calendar());
        parameters.put("group", form.group());
        parameters.put("active", form.active());
        parameters.put("now", Timestamp.from(clock.instant()));
        parameters.put("id", id);
        int changed = jdbc.sql(
                        id == null
                                ? """
                                  insert into expected_exchange
                                      (kind, partner, type, weekdays, from_time, until_time, calendar, group_name, active, since)
                                  values (:kind, :partner, :type, :weekdays, :from, :until, :calendar, :group, :active, :now)"""
                                : """
                                  update expected_exchange
                                     set kind = :kind, partner = :partner, type = :type, weekdays = :weekdays, from_time = :from,
                                         until_time = :until, calendar = :calendar, group_name = :group, active = :active,
                                         since = :now
                                   where id = :id""")
                .params(parameters)
                .update();
        if (changed == 0) {
            throw Refusal.notFound("expectation.not-found", String.valueOf(id));
        }
        audit.record("expectation-saved", form.partner() + "/" + form.type(), form.toString());
    }

    @Transactional
    public void delete(long id) {
        if (jdbc.sql("delete from expected_exchange where id = :id")
                        .param("id", id)
                        .update()
                == 0) {
            throw Refusal.notFound("expectation.not-found", id);
        }
        audit.record("expectation-deleted", Long.toString(id), "");
    }

    private static void check(Form form) {
        var problems = new ArrayList<FieldProblem>();
        if (!Set.of("FILE", "RUN").contains(form.kind())) {
            problems.add(new FieldProblem("kind", "unknown", BilingualText.asWritten(form.kind())));
        }
        if (form.kind().equals("FILE") && !ExchangedMessages.PARTNERS.contains(form.partner())) {
            problems.add(new FieldProblem("partner", "unknown", BilingualText.asWritten(form.partner())));
        }
        if (!form.type().strip().matches("[A-Za-z0-9_.-]{1,60}")) {
            problems.add(new FieldProblem("type", "invalid", BilingualText.asWritten(form.type())));
        }
        if (form.weekdays().isEmpty() || form.weekdays().stream().anyMatch(d -> d < 1 || d > 7)) {
            problems.add(new FieldProblem("weekdays", "required", BilingualText.asWritten("")));
        }
        if (!window(form)) {
            problems.add(
                    new FieldProblem("until", "invalid", BilingualText.asWritten(form.from() + " - " + form.until())));
        }
        if (!Set.of("", "WAREHOUSE", "CARRIER").contains(form.calendar())) {
            problems.add(new FieldProblem("calendar", "unknown", BilingualText.asWritten(form.calendar())));
        }
        if (!GROUPS.contains(form.group())) {
            problems.add(new FieldProblem("group", "unknown", BilingualText.asWritten(form.group())));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private static boolean window(Form form) {
        try {
            return LocalTime.parse(form.from()).isBefore(LocalTime.parse(form.until()));
        } catch (DateTimeException e) {
            return false;
        }
    }

    Set<LocalDate> closed(Expectation expectation, Map<String, Set<LocalDate>> closed) {
        return closed.getOrDefault(expectation.calendar(), Set.of());
    }

    /** Days on which warehouse and carrier rest, some weeks back and ahead. */
    Map<String, Set<LocalDate>> closedDays() {
        var result = new HashMap<String, Set<LocalDate>>();
        jdbc.sql(
                        """
                        select w.party, d::date as day
                          from fulfilment_closed_weekday_view w, generate_series(cast(:today as date) - 20, cast(:today as date) + 20, interval '1 day') d
                         where extract(isodow from d) = w.weekday
                        union
                        select party, day from fulfilment_closed_day_view where day between cast(:today as date) - 20 and cast(:today as date) + 20
                        """)
                .param("today", clock.today())
                .query(row -> {
                    result.computeIfAbsent(row.getString(1), party -> new HashSet<>())
                            .add(row.getDate(2).toLocalDate());
                });
        return result;
    }

    private static Expectation expectation(ResultSet row) throws SQLException {
        var since = row.getTimestamp("since");
        return new Expectation(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("partner"),
                row.getString("type"),
                numbers(row.getArray("weekdays")),
                row.getObject("from_time", LocalTime.class),
                row.getObject("until_time", LocalTime.class),
                row.getString("calendar"),
                row.getString("group_name"),
                row.getBoolean("active"),
                since == null ? null : since.toInstant());
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return List.of((Integer[]) array.getArray());
    }

    /** What comes next, and by when. */
    public record NextFile(String type, Instant until) {}

    /** An expectation as typed. */
    public record Form(
            String kind,
            String partner,
            String type,
            List<Integer> weekdays,
            String from,
            String until,
            String calendar,
            String group,
            boolean active) {}
}
