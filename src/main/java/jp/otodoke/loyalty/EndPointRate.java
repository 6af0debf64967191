package jp.otodoke.loyalty;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a rate an earlier last day, so that another one for the same goods can follow. What was ordered until now earns as before. */
@Component
public class EndPointRate {
    private final PointRates rates;
    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final NameLocks locks;
    private final BusinessClock clock;

    EndPointRate(PointRates rates, JdbcClient jdbc, AuditTrail audit, NameLocks locks, BusinessClock clock) {
        this.rates = rates;
        this.jdbc = jdbc;
        this.audit = audit;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * @param until its last day
     * @throws InvalidInput if that is missing, past, before its first day or later than its last
     * @throws Refusal if there is no such rate (not found)
     */
    @Transactional
    public void end(long id, @Nullable LocalDate until) {
        locks.lock(AddPointRate.LOCK, List.of("point-rates"));
        var rate = rates.find(id).orElseThrow(() -> Refusal.notFound("points.rate.not-found", id));
        if (until == null
                || until.isBefore(clock.today())
                || until.isBefore(rate.validFrom())
                || rate.validUntil() != null && until.isAfter(rate.validUntil())) {
            throw new InvalidInput("validUntil", "invalid", BilingualText.of("points.rate.problem.end"));
        }
        jdbc.sql("update point_rate set valid_until = :until where id = :id")
                .param("until", until)
                .param("id", id)
                .update();
        audit.record("point-rate-ended", rate.name(), until.toString());
    }
}
