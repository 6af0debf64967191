package jp.otodoke.platform.idempotency;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Requests and their responses, in the database, so that all nodes know them. In real time: the business clock of
 * a demo jumps.
 */
@Component
class IdempotentRequests {
    /** Longer than the pause between two renewals. */
    private static final String CLAIM = "interval '15 seconds'";

    private final JdbcClient jdbc;

    IdempotentRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param answer null while the request is being worked on */
    record StoredRequest(String requestHash, @Nullable StoredResponse answer) {}

    record Key(String client, String key) {}

    /** @return whether the caller has to do the work */
    @Transactional
    public boolean claim(Key key, String hash) {
        return jdbc.sql(
                                """
                insert into idempotent_request as r (client, idempotency_key, request_hash, created_at, claimed_until)
                values (:client, :key, :hash, now(), now() + %s)
                on conflict (client, idempotency_key) do update set claimed_until = excluded.claimed_until
                 where r.status is null and r.claimed_until < now() and r.request_hash = excluded.request_hash"""
                                        .formatted(CLAIM))
                        .param("client", key.client())
                        .param("key", key.key())
                        .param("hash", hash)
                        .update()
                > 0;
    }

    @Transactional
    public void renew(Key key) {
        jdbc.sql("update idempotent_request set claimed_until = now() + " + CLAIM
                        + " where client = ? and idempotency_key = ? and status is null")
                .params(key.client(), key.key())
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<StoredRequest> find(Key key) {
        return jdbc.sql(
                        """
                select request_hash, status, location, content_type, body from idempotent_request
                 where client = ? and idempotency_key = ?""")
                .params(key.client(), key.key())
                .query((row, n) -> new StoredRequest(
                        row.getString("request_hash"),
                        row.getObject("status") == null
                                ? null
                                : new StoredResponse(
                                        row.getInt("status"),
                                        row.getString("location"),
                                        row.getString("content_type"),
                                        row.getBytes("body"))))
                .optional();
    }

    @Transactional
    public void store(Key key, StoredResponse answer) {
        jdbc.sql(
                        """
                update idempotent_request set status = :status, location = :location, content_type = :type, body = :body
                 where client = :client and idempotency_key = :key""")
                .param("status", answer.status())
                .param("location", answer.location())
                .param("type", answer.contentType())
                .param("body", answer.body())
                .param("client", key.client())
                .param("key", key.key())
                .update();
    }

    /** There is no final response: the next request with the key does the work. */
    @Transactional
    public void release(Key key) {
        jdbc.sql("delete from idempotent_request where client = ? and idempotency_key = ? and status is null")
                .params(key.client(), key.key())
                .update();
    }

    @Transactional
    public void deleteOld() {
        jdbc.sql("delete from idempotent_request where created_at < now() - interval '30 days'")
                .update();
    }
}
