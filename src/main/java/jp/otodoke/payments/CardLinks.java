package jp.otodoke.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links by which a customer gives another card without signing in: 256 random bits, so that none can be made up, of which only the hash is
 * kept here. The mail that contains one is kept as all mails are, in the outbox and the log of messages; who reads it there can do what
 * the customer can, until the link has ended. Each works once and for some days, and only the last one of an order.
 */
@Component
public class CardLinks {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final int WRITTEN = 43;

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final String address;
    private final int days;

    /**
     * @param address under which customers reach the application; blank if they don't
     * @param days that a link works
     */
    CardLinks(
            JdbcClient jdbc,
            BusinessClock clock,
            @Value("${otodoke.public-url:}") String address,
            @Value("${otodoke.card.link-days:7}") int days) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.address = address.replaceAll("/+$", "");
        this.days = days;
    }

    /** The address of a new page; empty if customers can't reach one. */
    Optional<String> issue(OrderNumber order) {
        return issue(order, false);
    }

    /** As {@link #issue}, in place of a card that expires: it works as long as the order is to be paid by card. */
    @Transactional
    public Optional<String> issueBeforeExpiry(OrderNumber order) {
        return issue(order, true);
    }

    private Optional<String> issue(OrderNumber order, boolean expiry) {
        if (address.isBlank()) {
            return Optional.empty();
        }
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        end(order);
        jdbc.sql(
                        """
                        insert into card_link (token_hash, order_number, created_at, expires_at, for_expiry)
                        values (:hash, :order, :now, :end, :expiry)
                        """)
                .param("hash", hash(token))
                .param("order", order.value())
                .param("now", now())
                .param("end", Timestamp.from(clock.instant().plus(Duration.ofDays(days))))
                .param("expiry", expiry)
                .update();
        return Optional.of(address + "/new-card/" + token);
    }

    public int days() {
        return days;
    }

    /** None of the order's links works any more. */
    void end(OrderNumber order) {
        jdbc.sql("update card_link set used_at = :now where order_number = :order and used_at is null")
                .param("now", now())
                .param("order", order.value())
                .update();
    }

    /** Whether it is in place of a card that expires. */
    boolean isBeforeExpiry(String token) {
        return jdbc.sql("select coalesce(bool_or(for_expiry), false) from card_link where token_hash = :hash")
                .param("hash", hash(token))
                .query(Boolean.class)
                .single();
    }

    /** Which order it is for; empty if it is not one of ours, was used, or has expired. */
    Optional<OrderNumber> order(String token) {
        return find(token, "");
    }

    /** As {@link #order}, and nobody else uses it until the transaction ends. */
    Optional<OrderNumber> locked(String token) {
        return find(token, " for update");
    }

    private Optional<OrderNumber> find(String token, String lock) {
        if (token.length() != WRITTEN) {
            return Optional.empty();
        }
        return jdbc.sql(
                        "select order_number from card_link where token_hash = :hash and used_at is null and expires_at > :now"
                                + lock)
                .param("hash", hash(token))
                .param("now", now())
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
