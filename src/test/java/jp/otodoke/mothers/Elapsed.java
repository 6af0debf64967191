package jp.otodoke.mothers;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What only real time, an earlier release or a node that was killed brings about, and a test can't wait for: the business
 * clock does not move it.
 */
@TestComponent
public class Elapsed {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Elapsed(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** No night's run of subscriptions has happened after that day: the clock goes back, as it does in tests only. */
    public void noSubscriptionRunSince(LocalDate day) {
        update("delete from subscription_run_turn where run in (select id from subscription_run where day > ?)", day);
        update("delete from subscription_run where day > ?", day);
    }

    /** Nobody has held the cluster's lock yet. */
    public void neverLocked(String name) {
        update("delete from shedlock where name = ?", name);
    }

    /** The cluster's lock has been held for so much longer. */
    public void lockedFor(String name, Duration longer) {
        update(
                "update shedlock set lock_until = lock_until - make_interval(secs => ?) where name = ?",
                longer.toSeconds(),
                name);
    }

    /** A node has taken the cluster's lock just now, and may hold it for so long. */
    public void lockedNow(String name, Duration atMost) {
        update(
                "update shedlock set lock_until = timezone('utc', now()) + make_interval(secs => ?) where name = ?",
                atMost.toSeconds(),
                name);
    }

    /** The node that answered this request was killed before it had finished. */
    public void killedWhileAnswering(String idempotencyKey) {
        update(
                "update idempotent_request set status = null, claimed_until = now() - interval '1 second' where idempotency_key = ?",
                idempotencyKey);
    }

    /** The node that writes this is killed after its commit, before it has woken anybody, and no other notices yet. */
    public void wokenNobodyYet() {
        update("delete from process_wake_up");
    }

    /** The node that had written this was killed between its commit and the delivery of these messages. */
    public void killedBeforeWaking(String process, String businessKey, String... messages) {
        for (var message : messages) {
            update(
                    "insert into process_wake_up (process, message, business_key, created_at)"
                            + " values (?, ?, ?, clock_timestamp() - interval '1 minute')",
                    process,
                    message,
                    businessKey);
        }
    }

    /** Messages to cases have waited so much longer. */
    public void messagesWaitingFor(Duration longer) {
        update("update process_wake_up set created_at = created_at - make_interval(secs => ?)", longer.toSeconds());
    }

    /** So long ago a case was made whose process nobody has started since. */
    public void queued(String process, String step, String businessKey, Duration ago) {
        update(
                "insert into process_start (process, step, business_key, created_at)"
                        + " values (?, ?, ?, clock_timestamp() - make_interval(secs => ?))",
                process,
                step,
                businessKey,
                ago.toSeconds());
    }

    public void noLongerQueued(String businessKey) {
        update("delete from process_start where business_key = ?", businessKey);
    }

    public void killedWhileBooking(long message) {
        update("update partner_message set worker = 'gone-1234' where id = ?", message);
    }

    /** Another node has booked all of its records. */
    public void bookedOnAnotherNode(long message, int records) {
        CompletableFuture.runAsync(() -> update(
                        "update partner_message set next_record = ?, state = 'DONE' where id = ?", records, message))
                .join();
    }

    /** 洗替 of a month long ago, of which nothing was to be asked. */
    public long cardUpdate() {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql(
                        """
                        insert into card_update (month, state, made_at, made_by, done_at)
                        values (date '2020-01-01', 'DONE', now(), 'tester', now())
                            on conflict (month) do update set made_by = excluded.made_by returning id""")
                .query(Long.class)
                .single()));
    }

    /** An upload of products that another node is booking: 50 of 1,200 are done. */
    public long importOnAnotherNode(String file) {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql(
                        """
                        insert into partner_message (direction, partner, type, file_name, content, sha256, business_date,
                               state, record_count, next_record, created_count, created_at, uploaded, worker, attempts)
                        select 'IN', 'office', 'PRODUCTS', ?, ''::bytea, 'stopped', current_date, 'RECEIVED', 1200,
                               50, 50, now(), true, 'another-node', 99 returning id""")
                .param(file)
                .query(Long.class)
                .single()));
    }

    /** A file of three records that is called done, of which one is booked. */
    public long fileLeftUnbooked(String partner, String file, String content, Instant at) {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql(
                        """
                        insert into partner_message (direction, partner, type, file_name, content, sha256, business_date,
                               state, record_count, next_record, created_at)
                        values ('IN', ?, 'WATCH', ?, '', ?, current_date, 'DONE', 3, 1, ?) returning id""")
                .params(partner, file, content, Timestamp.from(at))
                .query(Long.class)
                .single()));
    }

    public void sinceTheLastCheckRun(Duration ago) {
        update("update watchdog_run set finished_at = now() - make_interval(secs => ?)", ago.toSeconds());
    }

    /** Everything that the engine has to do waits since then. */
    public void jobsWaitingSince(Instant time) {
        update("update act_ru_job set create_time_ = ?, duedate_ = null where type_ = 'message'", Timestamp.from(time));
    }

    /** A case of long ago, of which the history alone is left. */
    public void ran(String process, Instant from, @Nullable Instant to) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                        """
                        insert into act_hi_procinst (id_, proc_inst_id_, proc_def_key_, proc_def_id_, start_time_, end_time_)
                        values (:id, :id, :process, :process, :from, :to)
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("process", process)
                .param("from", Timestamp.from(from))
                .param("to", to == null ? null : Timestamp.from(to))
                .update());
    }

    /** Somebody's password as an earlier release stored it. */
    public void passwordOfEarlierRelease(String username, String hash) {
        update("update staff_user set password = ? where username = ?", hash, username);
    }

    /** The failures of this machine, of people and of programs, are so old that they count no more. */
    public void failuresOfAddressesForgotten() {
        update("delete from sign_in_failure where throttle_key like 'address:%' or throttle_key like 'tokens:%'");
    }

    private void update(String sql, Object... values) {
        transaction.executeWithoutResult(status -> jdbc.sql(sql).params(values).update());
    }
}
