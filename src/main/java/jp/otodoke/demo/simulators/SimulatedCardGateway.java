package jp.otodoke.demo.simulators;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import jp.otodoke.demo.simulators.SimulatedEvents.Kind;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The card company's ledger: each transaction once, each call once by its idempotency key. An outcome whose
 * response may not have arrived is reported by webhook half an hour later. It exists in every demo: whoever plays
 * the partners by hand has folders for the others, but would need a server for this one.
 */
@Component("simulatedCardGateway")
@Profile("demo")
public class SimulatedCardGateway {
    private static final Duration WEBHOOK_AFTER = Duration.ofMinutes(30);
    private static final Pattern UNTIL = Pattern.compile("tok_until_(20[0-9]{2})(0[1-9]|1[0-2]).*");
    private static final int LAST = 4;
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int DECLINED = 402;
    private static final int CONFLICT = 409;

    /** What a call changes. */
    public enum Change {
        CAPTURE("AUTHORIZED", "CAPTURED"),
        VOID("AUTHORIZED", "VOIDED"),
        REFUND("CAPTURED", "REFUNDED");

        private final String from;
        private final String to;

        Change(String from, String to) {
            this.from = from;
            this.to = to;
        }
    }

    /**
     * A transaction as the gateway reports it.
     *
     * @param refunds each by the key of its call; of a refund's own answer the amount is the refund's
     */
    public record Payment(
            String id,
            String transactionNo,
            String status,
            long amount,
            @Nullable String code,
            String last4,
            String expires,
            List<Refund> refunds) {
        private long refunded() {
            return refunds.stream().mapToLong(Refund::amount).sum();
        }
    }

    /** Money that went back to the card. */
    public record Refund(String key, long amount) {}

    /** A response, and whether it is ever sent. */
    public record Reply(int httpStatus, Payment payment, boolean delivered) {}

    private final JdbcClient jdbc;
    private final SimulatedEvents events;
    private final PartnerFaults faults;
    private final BusinessClock clock;

    SimulatedCardGateway(JdbcClient jdbc, SimulatedEvents events, PartnerFaults faults, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.faults = faults;
        this.clock = clock;
    }

    public boolean has(Fault fault) {
        return faults.on(SimulatedPartner.CARD, fault);
    }

    /** Authorises once per transaction number; a repeated call returns the existing transaction. */
    @Transactional
    public Reply pay(String key, String transactionNo, long amount, String token) {
        Optional<Reply> before = before(key, "pay " + transactionNo + " " + amount, transactionNo);
        if (before.isPresent()) {
            return before.get();
        }
        boolean declined = token.startsWith("tok_declined");
        jdbc.sql(
                        """
                insert into sim_card (transaction_no, id, status, amount, token, code) values (?, ?, ?, ?, ?, ?)
                on conflict on constraint sim_card_pk do nothing
                """)
                .param(transactionNo)
                .param("pay_" + UUID.randomUUID())
                .param(declined ? "DECLINED" : "AUTHORIZED")
                .param(amount)
                .param(token)
                .param(declined ? code(token) : null)
                .update();
        Payment now = find(transactionNo).orElseThrow();
        int status = now.amount() != amount ? CONFLICT : now.status().equals("DECLINED") ? DECLINED : CREATED;
        return answer(key, status, now, token.startsWith("tok_lost"));
    }

    /** Captures, voids or refunds; empty if there is no such transaction. */
    @Transactional
    public Optional<Reply> change(Change change, String key, String transactionNo, @Nullable Long amount) {
        if (find(transactionNo).isEmpty()) {
            return Optional.empty();
        }
        Optional<Reply> before = before(key, change + " " + transactionNo + " " + amount, transactionNo);
        if (before.isPresent()) {
            return before;
        }
        if (change == Change.REFUND) {
            return Optional.of(refund(key, transactionNo, amount));
        }
        jdbc.sql(
                        """
                update sim_card set status = ?, amount = coalesce(?::bigint, amount)
                where transaction_no = ? and status = ? and coalesce(?::bigint, amount) <= amount
                """)
                .param(change.to)
                .param(amount)
                .param(transactionNo)
                .param(change.from)
                .param(amount)
                .update();
        Payment now = find(transactionNo).orElseThrow();
        return Optional.of(answer(key, now.status().equals(change.to) ? OK : CONFLICT, now, false));
    }

    /** As often as something is left of what was captured; the transaction is refunded once nothing is. */
    private Reply refund(String key, String transactionNo, @Nullable Long amount) {
        jdbc.sql("select 1 from sim_card where transaction_no = ? for update")
                .param(transactionNo)
                .query()
                .singleRow();
        Payment captured = find(transactionNo).orElseThrow();
        long left = captured.amount() - captured.refunded();
        long back = amount == null ? left : amount;
        if (!captured.status().equals(Change.REFUND.from) || back <= 0 || back > left) {
            return answer(key, CONFLICT, captured, false);
        }
        jdbc.sql("insert into sim_card_refund (idempotency_key, transaction_no, amount) values (?, ?, ?)")
                .param(key)
                .param(transactionNo)
                .param(back)
                .update();
        if (back == left) {
            jdbc.sql("update sim_card set status = ? where transaction_no = ?")
                    .param(Change.REFUND.to)
                    .param(transactionNo)
                    .update();
        }
        return answer(key, OK, ofRefund(find(transactionNo).orElseThrow(), back), false);
    }

    private static Payment ofRefund(Payment payment, long back) {
        return new Payment(
                payment.id(),
                payment.transactionNo(),
                Change.REFUND.to,
                back,
                payment.code(),
                payment.last4(),
                payment.expires(),
                payment.refunds());
    }

    @Transactional(readOnly = true)
    public Optional<Payment> find(String transactionNo) {
        List<Refund> refunds = jdbc.sql(
                        "select idempotency_key as key, amount from sim_card_refund where transaction_no = ? order by idempotency_key")
                .param(transactionNo)
                .query(Refund.class)
                .list();
        return jdbc.sql("select id, transaction_no, status, amount, code, token from sim_card where transaction_no = ?")
                .param(transactionNo)
                .query((row, n) -> new Payment(
                        row.getString("id"),
                        row.getString("transaction_no"),
                        row.getString("status"),
                        row.getLong("amount"),
                        row.getString("code"),
                        last4(row.getString("token")),
                        expires(row.getString("token")),
                        refunds))
                .optional();
    }

    /** The earlier response for this key; another request with the same key is refused. */
    private Optional<Reply> before(String key, String request, String transactionNo) {
        int fresh = jdbc.sql(
                        "insert into sim_card_call (idempotency_key, request) values (?, ?) on conflict do nothing")
                .param(key)
                .param(request)
                .update();
        if (fresh > 0) {
            return Optional.empty();
        }
        record Call(String request, int httpStatus) {}
        Call call = jdbc.sql("select request, http_status from sim_card_call where idempotency_key = ?")
                .param(key)
                .query(Call.class)
                .single();
        Payment now = find(transactionNo).orElseThrow();
        Payment payment = now.refunds().stream()
                .filter(refund -> refund.key().equals(key))
                .findFirst()
                .map(refund -> ofRefund(now, refund.amount()))
                .orElse(now);
        int status = call.request().equals(request) ? call.httpStatus() : CONFLICT;
        return Optional.of(new Reply(status, payment, !lost(payment, request.startsWith("pay "))));
    }

    private boolean lost(Payment payment, boolean paying) {
        return has(Fault.ANSWER_LOST)
                || (paying
                        && jdbc.sql("select token like 'tok\\_lost%' from sim_card where transaction_no = ?")
                                .param(payment.transactionNo())
                                .query(Boolean.class)
                                .single());
    }

    private Reply answer(String key, int httpStatus, Payment payment, boolean lostToken) {
        jdbc.sql("update sim_card_call set http_status = ? where idempotency_key = ?")
                .param(httpStatus)
                .param(key)
                .update();
        boolean lost = lostToken || has(Fault.ANSWER_LOST);
        boolean outcomeUnclear =
                lost || has(Fault.SLOW) || has(Fault.HALF_FILE) || has(Fault.WRONG_TOTALS) || has(Fault.WRONG_ENCODING);
        if (outcomeUnclear) {
            events.plan(
                    Kind.NOTIFY,
                    List.of(payment.transactionNo()),
                    clock.instant().plus(WEBHOOK_AFTER));
        } else if (has(Fault.DUPLICATE)) {
            events.plan(Kind.NOTIFY, List.of(payment.transactionNo()), clock.instant());
        }
        return new Reply(httpStatus, payment, !lost);
    }

    /** {@code tok_4242} stands for a card that ends in 4242; all else for some other card. */
    private static String last4(String token) {
        String digits = token.replaceAll("\\D", "");
        return digits.length() >= LAST ? digits.substring(digits.length() - LAST) : "1881";
    }

    /** {@code tok_until_202703_4242} stands for a card that ends in March 2027; all others last until the end of 2031. */
    private static String expires(String token) {
        var written = UNTIL.matcher(token);
        return written.matches() ? written.group(1) + "-" + written.group(2) : "2031-12";
    }

    /** {@code tok_declined_expired} is declined as {@code expired}. */
    private static String code(String token) {
        String reason = token.substring("tok_declined".length()).replaceFirst("^_", "");
        return reason.isEmpty() ? "do_not_honor" : reason;
    }
}
