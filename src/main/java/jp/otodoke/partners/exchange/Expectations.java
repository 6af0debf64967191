package jp.otodoke.partners.exchange;

import static java.util.stream.Collectors.toMap;

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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.otodoke.inbox.StaffGroup;
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

/** The files and runs that are expected, as maintained by managers. */
@Component
public class Expectations {
    private static final int CALENDAR_DAYS = 20;

    private final Partners partners;
    private final List<PartnerCalendar> calendars;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final AuditTrail audit;

    Expectations(
            Partners partners,
            List<PartnerCalendar> calendars,
            JdbcClient jdbc,
            BusinessClock clock,
            AuditTrail audit) {
        this.partners = partners;
        this.calendars = calendars;
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

    /** The deadline of each partner's next file, for partners with expected files. */
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

    /** The calendars whose closed days an expectation may use; the empty one has none. */
    public List<String> calendars() {
        return Stream.concat(Stream.of(""), calendars.stream().map(PartnerCalendar::code))
                .toList();
    }

    /** Adds the timetables of new partners, and starts expectations that were never counted before from now on. */
    void begin() {
        partners.all().forEach(this::enterTimetable);
        jdbc.sql("update expected_exchange set since = :now where since is null and active")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Only once: what managers have changed or deleted since stays as it is. */
    private void enterTimetable(Partner partner) {
        int fresh = jdbc.sql("insert into partner_timetable (partner) values (:partner) on conflict do nothing")
                .param("partner", partner.code())
                .update();
        if (fresh == 1) {
            partner.timetable().forEach(file -> enter(partner.code(), file));
        }
    }

    private void enter(String partner, ExpectedFile file) {
        jdbc.sql(
                        """
                        insert into expected_exchange (kind, partner, type, weekdays, from_time, until_time, calendar, group_name, active)
                        values ('FILE', :partner, :type, :weekdays, :from, :until, :calendar, :group, :active)""")
                .param("partner", partner)
                .param("type", file.type())
                .param("weekdays", file.weekdays().toArray(Integer[]::new))
                .param("from", file.from())
                .param("until", file.until())
                .param("calendar", file.calendar())
                .param("group", file.group().code())
                .param("active", file.active())
                .update();
    }

    /** @throws InvalidInput if it is not valid */
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

    private void check(Form form) {
        var problems = new ArrayList<FieldProblem>();
        if (!Set.of("FILE", "RUN").contains(form.kind())) {
            problems.add(new FieldProblem("kind", "unknown", BilingualText.asWritten(form.kind())));
        }
        if (form.kind().equals("FILE") && !partners.codes().contains(form.partner())) {
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
        if (!calendars().contains(form.calendar())) {
            problems.add(new FieldProblem("calendar", "unknown", BilingualText.asWritten(form.calendar())));
        }
        if (!StaffGroup.codes().contains(form.group())) {
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

    /** Closed days of all calendars, some weeks back and ahead. */
    Map<String, Set<LocalDate>> closedDays() {
        var today = clock.today();
        return calendars.stream()
                .collect(toMap(
                        PartnerCalendar::code,
                        calendar -> calendar.closed(today.minusDays(CALENDAR_DAYS), today.plusDays(CALENDAR_DAYS))));
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

    /** What is expected next, and by when. */
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
