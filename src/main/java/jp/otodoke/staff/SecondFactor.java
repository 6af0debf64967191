package jp.otodoke.staff;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A one-time code from the person's phone in addition to the password; recovery codes on paper for when the phone
 * is lost.
 */
@Component
public class SecondFactor {
    private static final int RECOVERY_CODES = 10;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final LoginThrottle throttle;
    private final ApplicationEventPublisher events;
    private final boolean adminsNeedIt;
    /** Phones do not follow a business clock that was moved. */
    private final Clock phones = Clock.systemUTC();

    SecondFactor(
            JdbcClient jdbc,
            Secrets secrets,
            AuditTrail audit,
            LoginThrottle throttle,
            ApplicationEventPublisher events,
            @Value("${otodoke.second-factor.admin:optional}") String admins) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.audit = audit;
        this.throttle = throttle;
        this.events = events;
        this.adminsNeedIt = admins.equals("required");
    }

    /** Whether this person cannot proceed without one. */
    public boolean needed(StaffUser user) {
        return user.secondFactor() || adminsNeedIt && user.roles().contains(Role.ADMIN);
    }

    /** A new secret for the phone; it is activated by typing one of its codes. */
    public Offer offer(StaffUser user) {
        return offer(user, secrets.encrypt(Totp.secret()));
    }

    /** The same secret again, after a mistyped code. */
    public Offer offer(StaffUser user, String sealed) {
        var secret = secrets.decrypt(sealed);
        return new Offer(
                sealed,
                secret.replaceAll("(.{4})(?!$)", "$1 "),
                "otpauth://totp/Otodoke:%s?secret=%s&issuer=Otodoke&algorithm=SHA1&digits=6&period=30"
                        .formatted(user.username(), secret));
    }

    /**
     * Other sessions of the same person, opened with the password alone, end.
     *
     * @return recovery codes, shown only once
     */
    @Transactional
    public List<String> begin(String username, String sealed, String code) {
        var step = Totp.match(secrets.decrypt(sealed), figures(code), phones.instant(), -1);
        if (step < 0) {
            throw Refusal.invalid("staff.second.wrong");
        }
        jdbc.sql("update staff_user set totp_secret = ?, totp_last_step = ? where username = ?")
                .params(sealed, step, username)
                .update();
        audit.record("second-factor-begun", username, "");
        events.publishEvent(new AccessEnded(username, "second-factor-begun"));
        return newRecoveryCodes(username);
    }

    /** A code of the phone or a recovery code; each is valid once. */
    @Transactional(noRollbackFor = Refusal.class)
    public void check(String username, String typed) {
        var key = "code:" + username;
        if (throttle.secondsLocked(key) > 0) {
            throw Refusal.conflict("staff.second.slow");
        }
        if (!phone(username, figures(typed)) && !paper(username, typed)) {
            throttle.failed(key, LoginThrottle.ACCOUNT);
            audit.record("second-factor-refused", username, "");
            throw Refusal.invalid("staff.second.wrong");
        }
        throttle.passed(key);
    }

    @Transactional
    public void end(String username) {
        jdbc.sql("update staff_user set totp_secret = null, totp_last_step = null where username = ?")
                .param(username)
                .update();
        jdbc.sql("delete from recovery_code where username = ?").param(username).update();
        audit.record("second-factor-ended", username, "");
        events.publishEvent(new AccessEnded(username, "second-factor-ended"));
    }

    /** The old ones are no longer valid. */
    @Transactional
    public List<String> newRecoveryCodes(String username) {
        jdbc.sql("delete from recovery_code where username = ?").param(username).update();
        var codes = Stream.generate(() -> RandomText.groups(2, 5))
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (username, code_hash) values (?, ?)")
                .params(username, RandomText.hash(code))
                .update());
        audit.record("recovery-codes-made", username, "");
        return codes;
    }

    @Transactional(readOnly = true)
    public int recoveryCodesLeft(String username) {
        return jdbc.sql("select count(*) from recovery_code where username = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }

    private boolean phone(String username, String code) {
        var known = jdbc.sql("select totp_secret, coalesce(totp_last_step, -1) as step from staff_user"
                        + " where username = ? and totp_secret is not null")
                .param(username)
                .query((row, n) -> new Known(row.getString(1), row.getLong(2)))
                .optional();
        if (known.isEmpty()) {
            return false;
        }
        var step = Totp.match(
                secrets.decrypt(known.get().secret()),
                code,
                phones.instant(),
                known.get().step());
        // Of two simultaneous uses of one code only one succeeds.
        return step >= 0
                && jdbc.sql("update staff_user set totp_last_step = ? where username = ?"
                                        + " and (totp_last_step is null or totp_last_step < ?)")
                                .params(step, username, step)
                                .update()
                        == 1;
    }

    private boolean paper(String username, String typed) {
        var code = TextNormalizer.clean(typed).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (code.length() != 10) {
            return false;
        }
        var used = jdbc.sql("delete from recovery_code where username = ? and code_hash = ?")
                        .params(username, RandomText.hash(code.substring(0, 5) + "-" + code.substring(5)))
                        .update()
                == 1;
        if (used) {
            audit.record("recovery-code-used", username, "");
        }
        return used;
    }

    private static String figures(String typed) {
        return TextNormalizer.digits(typed);
    }

    private record Known(String secret, long step) {}

    /**
     * @param sealed the secret, encrypted, to be handed back
     * @param typed the secret for those who cannot scan
     * @param address the content of the QR code
     */
    public record Offer(String sealed, String typed, String address) {}
}
