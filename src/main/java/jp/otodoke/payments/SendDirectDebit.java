package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the request file of a cycle, to be handed over. It is written once and is the same from then on, whoever asks for it. */
@Component
public class SendDirectDebit {
    private final JdbcClient jdbc;
    private final ClaimableItems items;
    private final Secrets secrets;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SendDirectDebit(
            JdbcClient jdbc,
            ClaimableItems items,
            Secrets secrets,
            ApplicationEventPublisher events,
            AuditTrail audit,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.items = items;
        this.secrets = secrets;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes a request file in the format of an agency. */
    public interface Writer {
        byte[] write(LocalDate debitDate, List<DebitInstruction> instructions);
    }

    /**
     * For a person, who hands it over: it is not placed by itself any more.
     *
     * @param agency profile by which the writer writes
     * @throws Refusal if there is no such cycle, or nothing of it is left to collect (conflict); it is done then
     */
    @Transactional(noRollbackFor = NothingLeft.class)
    public byte[] send(long id, String agency, Writer writer) {
        var file = file(id, agency, writer).orElseThrow(() -> new NothingLeft(id));
        fetched(id, agency);
        events.publishEvent(new DirectDebitHandedOver(id));
        return file;
    }

    /**
     * To be placed where the agency fetches it.
     *
     * @param agency profile by which the writer writes
     * @return empty if nothing of it is left to collect; it is done then
     */
    @Transactional
    public Optional<byte[]> write(long id, String agency, Writer writer) {
        return file(id, agency, writer);
    }

    private Optional<byte[]> file(long id, String agency, Writer writer) {
        var cycle = locked(id);
        if (cycle.file() != null) {
            return Optional.of(Base64.getDecoder().decode(secrets.decrypt(cycle.file())));
        }
        items.refresh(id, cycle.debitDate());
        var instructions = instructions(id);
        if (instructions.isEmpty()) {
            end(id);
            return Optional.empty();
        }
        var file = writer.write(cycle.debitDate(), instructions);
        freeze(id, agency, file);
        return Optional.of(file);
    }

    private void fetched(long id, String agency) {
        audit.record("direct-debit-fetched", String.valueOf(id), agency);
    }

    private Row locked(long id) {
        return jdbc.sql("select debit_date, request_file from direct_debit where id = :id for update")
                .param("id", id)
                .query((row, n) -> new Row(row.getObject("debit_date", LocalDate.class), row.getString("request_file")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("direct-debit.not-found", id));
    }

    private List<DebitInstruction> instructions(long id) {
        return jdbc.sql(
                        """
                        select c.id, c.amount, c.first, m.bank_code, m.branch_code, m.account_type, m.account_number, m.holder_kana
                          from direct_debit_claim c join mandate m on m.id = c.mandate_id
                         where c.direct_debit_id = :id and c.state = 'OPEN' order by c.id
                        """)
                .param("id", id)
                .query((row, n) -> new DebitInstruction(
                        row.getLong("id"),
                        new DebitAccount(
                                row.getString("bank_code"),
                                row.getString("branch_code"),
                                row.getString("account_type"),
                                secrets.decrypt(row.getString("account_number")),
                                row.getString("holder_kana")),
                        Yen.of(row.getLong("amount")),
                        row.getBoolean("first")))
                .list();
    }

    private void freeze(long id, String agency, byte[] file) {
        jdbc.sql(
                        """
                        update direct_debit set state = 'SENT', agency = :agency, request_file = :file, sent_at = :now
                         where id = :id
                        """)
                .param("agency", agency)
                .param("file", secrets.encrypt(Base64.getEncoder().encodeToString(file)))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** What was claimed is withdrawn, so that nothing waits for a result that never comes. */
    private void end(long id) {
        jdbc.sql("update direct_debit set state = 'DONE', done_at = :now where id = :id and state = 'COLLECTED'")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        events.publishEvent(new DirectDebitEmpty(id));
    }

    private static final class NothingLeft extends Refusal {
        NothingLeft(long id) {
            super(Kind.CONFLICT, "direct-debit.nothing-left", id);
        }
    }

    private record Row(LocalDate debitDate, @Nullable String file) {}
}
