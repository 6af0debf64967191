package jp.otodoke.demo.simulators;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import jp.otodoke.demo.simulators.DeferredJudge.Judgement;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The provider of 後払い: each number of a shop once, changes until the shipping is reported, reductions until its cut-off. */
@Component("simulatedDeferredProvider")
@Profile("demo")
public class SimulatedDeferredProvider {
    private static final Duration EXAMINATION = Duration.ofHours(1);
    private static final Duration ARRIVAL = Duration.ofDays(3);
    private static final Duration CUT_OFF = Duration.ofDays(30);
    private static final String DUPLICATE = "E0100115";
    private static final String NO_SUCH = "E0100002";
    private static final String TOO_LATE = "E0100118";
    private static final String NOT_SECURED = "E0131002";
    private static final String WRONG_SLIP = "E0131006";

    /** A transaction as the provider reports it. */
    public record Transaction(
            long npId,
            String shopId,
            String status,
            String result,
            String hold,
            long amount,
            @Nullable String slipNo,
            Instant decidedAt,
            @Nullable Instant reportedAt) {
        private boolean active() {
            return status.equals("ACTIVE");
        }

        private boolean reported() {
            return status.equals("REPORTED");
        }
    }

    /** What is said about one of the transactions of a call: itself, or an error. */
    public record Said(@Nullable Transaction transaction, @Nullable String error) {
        static Said error(String code) {
            return new Said(null, code);
        }
    }

    private final JdbcClient jdbc;
    private final PartnerFaults faults;
    private final BusinessClock clock;

    SimulatedDeferredProvider(JdbcClient jdbc, PartnerFaults faults, BusinessClock clock) {
        this.jdbc = jdbc;
        this.faults = faults;
        this.clock = clock;
    }

    public boolean has(Fault fault) {
        return faults.on(SimulatedPartner.DEFERRED, fault);
    }

    /** Registers once per number of the shop. */
    @Transactional
    public Said register(String shopId, long amount, String person) {
        if (stored(shopId).isPresent()) {
            return Said.error(DUPLICATE);
        }
        insert(shopId, "ACTIVE", DeferredJudge.judge(amount, person), amount, null, null);
        return found(shopId);
    }

    @Transactional
    public Said update(String shopId, long amount, String person) {
        return changed(shopId, Transaction::active, TOO_LATE, transaction -> {
            var judgement = DeferredJudge.judge(amount, person);
            jdbc.sql("update sim_deferred set result = ?, hold = ?, amount = ?, decided_at = ? where shop_id = ?")
                    .params(judgement.result(), judgement.hold(), amount, decided(judgement), shopId)
                    .update();
        });
    }

    /** Nothing is billed any more; once more does no harm. */
    @Transactional
    public Said cancel(String shopId) {
        return changed(
                shopId,
                transaction -> transaction.status().equals("CANCELLED") || beforeCutOff(transaction),
                TOO_LATE,
                transaction -> jdbc.sql("update sim_deferred set status = 'CANCELLED' where shop_id = ?")
                        .param(shopId)
                        .update());
    }

    /** Another parcel may be reported in place of one that was not found. */
    @Transactional
    public Said report(String shopId, String slipNo) {
        if (!slipNo.matches("[0-9A-Z]{4,20}") || slipNo.startsWith("000")) {
            return stored(shopId).isEmpty() ? Said.error(NO_SUCH) : Said.error(WRONG_SLIP);
        }
        return changed(
                shopId,
                transaction -> transaction.reported()
                        || transaction.active() && current(transaction).result().equals("00"),
                NOT_SECURED,
                transaction -> jdbc.sql(
                                "update sim_deferred set status = 'REPORTED', result = '00', slip_no = ?, reported_at = ? where shop_id = ?")
                        .params(slipNo, Timestamp.from(clock.instant()), shopId)
                        .update());
    }

    /** What was reported is billed less, under new numbers. */
    @Transactional
    public Said reduce(String shopId, String newId, long amount) {
        if (stored(newId).isPresent()) {
            return Said.error(DUPLICATE);
        }
        var said = changed(
                shopId,
                transaction -> transaction.reported() && beforeCutOff(transaction) && amount < transaction.amount(),
                TOO_LATE,
                transaction -> {
                    insert(
                            newId,
                            "REPORTED",
                            new Judgement("00", ""),
                            amount,
                            transaction.slipNo(),
                            transaction.reportedAt());
                    jdbc.sql("update sim_deferred set status = 'CANCELLED' where shop_id = ?")
                            .param(shopId)
                            .update();
                });
        return said.transaction() == null ? said : found(newId);
    }

    @Transactional(readOnly = true)
    public Said find(String shopId) {
        return stored(shopId).isEmpty() ? Said.error(NO_SUCH) : found(shopId);
    }

    private Said changed(
            String shopId, Predicate<Transaction> possible, String otherwise, Consumer<Transaction> change) {
        var transaction = stored(shopId);
        if (transaction.isEmpty()) {
            return Said.error(NO_SUCH);
        }
        if (!possible.test(transaction.get())) {
            return Said.error(otherwise);
        }
        change.accept(transaction.get());
        return found(shopId);
    }

    private boolean beforeCutOff(Transaction transaction) {
        return transaction.active()
                || transaction.reportedAt() != null
                        && clock.instant().isBefore(transaction.reportedAt().plus(CUT_OFF));
    }

    private Said found(String shopId) {
        return new Said(stored(shopId).map(this::current).orElseThrow(), null);
    }

    /** What time has done to it: an examination ends, and a parcel is found to have arrived, or is not. */
    private Transaction current(Transaction stored) {
        var now = clock.instant();
        var reportedAt = stored.reportedAt();
        var result = stored.result().equals("40") && !now.isBefore(stored.decidedAt()) ? "00" : stored.result();
        var arrived = stored.reported() && reportedAt != null && !now.isBefore(reportedAt.plus(ARRIVAL));
        var lost = String.valueOf(stored.slipNo()).endsWith("999");
        var status = arrived ? lost ? "UNCONFIRMED" : "CONFIRMED" : stored.status();
        return new Transaction(
                stored.npId(),
                stored.shopId(),
                status,
                result,
                stored.hold(),
                stored.amount(),
                stored.slipNo(),
                stored.decidedAt(),
                reportedAt);
    }

    private void insert(
            String shopId,
            String status,
            Judgement judgement,
            long amount,
            @Nullable String slipNo,
            @Nullable Instant reportedAt) {
        jdbc.sql(
                        """
                insert into sim_deferred (shop_id, status, result, hold, amount, slip_no, decided_at, reported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(shopId)
                .param(status)
                .param(judgement.result())
                .param(judgement.hold())
                .param(amount)
                .param(slipNo)
                .param(decided(judgement))
                .param(reportedAt == null ? null : Timestamp.from(reportedAt))
                .update();
    }

    private Timestamp decided(Judgement judgement) {
        var now = clock.instant();
        return Timestamp.from(judgement.result().equals("40") ? now.plus(EXAMINATION) : now);
    }

    private Optional<Transaction> stored(String shopId) {
        List<Transaction> found = jdbc.sql("select * from sim_deferred where shop_id = ?")
                .param(shopId)
                .query((row, n) -> {
                    var reported = row.getTimestamp("reported_at");
                    return new Transaction(
                            row.getLong("np_id"),
                            row.getString("shop_id"),
                            row.getString("status"),
                            row.getString("result"),
                            row.getString("hold"),
                            row.getLong("amount"),
                            row.getString("slip_no"),
                            row.getTimestamp("decided_at").toInstant(),
                            reported == null ? null : reported.toInstant());
                })
                .list();
        return found.stream().findFirst();
    }
}
