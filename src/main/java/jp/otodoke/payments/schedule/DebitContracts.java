package jp.otodoke.payments.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Contracts of direct debits, and the calendar that follows from them. */
@Component
public class DebitContracts {
    private static final int MONTHS_AHEAD = 3;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    DebitContracts(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param cycle null until it is collected */
    public record Planned(DebitTurn turn, @Nullable Long cycle) {}

    @Transactional(readOnly = true)
    public List<DebitContract> all() {
        return jdbc.sql(
                        """
                        select id, name, day_of_month, file_days, preview_days, result_days, retry_day, automatic, active from debit_contract
                         order by day_of_month, id
                        """)
                .query((row, n) -> new DebitContract(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getInt("day_of_month"),
                        row.getInt("file_days"),
                        row.getInt("preview_days"),
                        row.getInt("result_days"),
                        row.getObject("retry_day", Integer.class),
                        row.getBoolean("automatic"),
                        row.getBoolean("active")))
                .list();
    }

    /** The coming cycles of those that are active, by day. */
    @Transactional(readOnly = true)
    public List<Planned> calendar() {
        return turns().stream()
                .filter(turn -> !turn.date().isBefore(clock.today()))
                .sorted(Comparator.comparing(DebitTurn::date))
                .map(turn -> new Planned(turn, cycle(turn).orElse(null)))
                .toList();
    }

    /** Those whose claims are to be collected now, and are not yet. */
    List<DebitTurn> due() {
        var today = clock.today();
        return turns().stream()
                .filter(turn -> turn.due(today) && cycle(turn).isEmpty())
                .toList();
    }

    private List<DebitTurn> turns() {
        var first = YearMonth.from(clock.today()).minusMonths(1);
        return all().stream()
                .filter(DebitContract::active)
                .flatMap(contract -> IntStream.rangeClosed(0, MONTHS_AHEAD)
                        .mapToObj(first::plusMonths)
                        .flatMap(month ->
                                Stream.concat(Stream.of(contract.turn(month)), contract.retry(month).stream())))
                .toList();
    }

    private Optional<Long> cycle(DebitTurn turn) {
        return jdbc.sql(
                        """
                        select id from direct_debit
                         where contract_id = :contract and debit_date = :date and (retry_of is not null) = :retry
                        """)
                .param("contract", turn.contract().id())
                .param("date", turn.date())
                .param("retry", turn.retry())
                .query(Long.class)
                .optional();
    }

    /** The contract's last cycle before a day whose result is booked; what it left is collected again. */
    Optional<Long> lastDone(long contract, LocalDate before) {
        return jdbc.sql(
                        """
                        select max(id) from direct_debit
                         where contract_id = :contract and retry_of is null and state = 'DONE' and debit_date < :before
                        """)
                .param("contract", contract)
                .param("before", before)
                .query(Long.class)
                .optional();
    }
}
