package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books the result of a cycle, all of it or nothing and once: what is collected pays, and every other code goes its own way. */
@Component
public class BookDirectDebit {
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final BookCollected bookCollected;
    private final FollowFailedDebits followFailedDebits;
    private final CurrentStaff staff;
    private final BusinessClock clock;

    BookDirectDebit(
            JdbcClient jdbc,
            Secrets secrets,
            BookCollected bookCollected,
            FollowFailedDebits followFailedDebits,
            CurrentStaff staff,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.bookCollected = bookCollected;
        this.followFailedDebits = followFailedDebits;
        this.staff = staff;
        this.clock = clock;
    }

    /** A result file as it was uploaded. */
    public record File(String name, String sha256) {}

    /**
     * @param read compares the file with what was sent, and refuses it by an exception; what it reads of a cycle that is booked
     *     already must be what is booked
     * @throws Refusal if there is no such cycle
     */
    @Transactional
    public void book(long id, File file, Function<Optional<SentDirectDebit>, List<DebitResult>> read) {
        var sent = sent(id);
        var results = read.apply(sent);
        if (sent.filter(cycle -> !cycle.done()).isPresent()) {
            book(id, results);
        }
        keep(id, file);
    }

    private void book(long id, List<DebitResult> results) {
        record(id, results);
        bookCollected.book(id);
        followFailedDebits.follow(id);
        jdbc.sql("update direct_debit set state = 'DONE', done_at = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private void record(long id, List<DebitResult> results) {
        jdbc.sql(
                        """
                        update direct_debit_claim c
                           set result_code = r.code, outcome = r.outcome, booked_at = :now,
                               state = case r.outcome when 'COLLECTED' then 'PAID' when 'UNCLEAR' then 'HELD' else 'FAILED' end
                          from unnest(:claims::bigint[], :codes::text[], :outcomes::text[]) r(id, code, outcome)
                         where c.id = r.id and c.direct_debit_id = :id and c.state = 'OPEN'
                        """)
                .param("claims", results.stream().map(DebitResult::claim).toArray(Long[]::new))
                .param("codes", results.stream().map(DebitResult::code).toArray(String[]::new))
                .param("outcomes", results.stream().map(r -> r.outcome().name()).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private void keep(long id, File file) {
        jdbc.sql(
                        """
                        insert into direct_debit_result (direct_debit_id, sha256, file_name, taken_at, taken_by)
                        values (:id, :sha256, :name, :now, :by) on conflict do nothing
                        """)
                .param("id", id)
                .param("sha256", file.sha256())
                .param("name", file.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", staff.name())
                .update();
    }

    /** Under its lock; empty if the request is still to be handed over. */
    private Optional<SentDirectDebit> sent(long id) {
        var row = jdbc.sql("select state, agency, request_file from direct_debit where id = :id for update")
                .param("id", id)
                .query((found, n) ->
                        new Row(found.getString("state"), found.getString("agency"), found.getString("request_file")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("direct-debit.not-found", id));
        if (row.agency() == null || row.file() == null) {
            return Optional.empty();
        }
        return Optional.of(new SentDirectDebit(
                id,
                row.agency(),
                Base64.getDecoder().decode(secrets.decrypt(row.file())),
                row.state().equals(DirectDebit.State.DONE.name()),
                claims(id)));
    }

    private List<SentDirectDebit.Claim> claims(long id) {
        return jdbc.sql(
                        """
                        select id, amount, result_code from direct_debit_claim
                         where direct_debit_id = :id and state <> 'WITHDRAWN' order by id
                        """)
                .param("id", id)
                .query((row, n) -> new SentDirectDebit.Claim(
                        row.getLong("id"), Yen.of(row.getLong("amount")), row.getString("result_code")))
                .list();
    }

    private record Row(String state, @Nullable String agency, @Nullable String file) {}
}
