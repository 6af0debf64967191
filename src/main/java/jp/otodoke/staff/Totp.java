package jp.otodoke.staff;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** One-time passwords (RFC 6238): which time steps are accepted, and each of them once. */
final class Totp {
    static final int STEP_SECONDS = 30;

    /** How many steps a phone's clock may be off. */
    private static final int TOLERANCE = 1;

    private static final int SECRET_BYTES = 20;
    private static final int DIGITS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS), DIGITS);

    private Totp() {}

    /** A new secret in base 32, as authenticator apps expect it. */
    static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return base32(bytes);
    }

    /** The time step near this moment that the code belongs to, later than those accepted already; -1 if none. */
    static long match(String secret, String code, Instant at, long accepted) {
        var found = -1L;
        for (long step = step(at) - TOLERANCE; step <= step(at) + TOLERANCE; step++) {
            if (step > accepted && same(code, code(secret, Instant.ofEpochSecond(step * STEP_SECONDS)))) {
                found = step;
            }
        }
        return found;
    }

    static String code(String secret, Instant at) {
        return code(CODES, bytes(secret), at);
    }

    static String code(TimeBasedOneTimePasswordGenerator codes, byte[] secret, Instant at) {
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(secret, codes.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base32(byte[] bytes) {
        return new Base32().encodeToString(bytes).replace("=", "");
    }

    static byte[] bytes(String base32) {
        return new Base32().decode(base32);
    }

    private static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** Constant time: its duration says nothing about the code. */
    private static boolean same(String typed, String code) {
        return MessageDigest.isEqual(
                typed.getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.US_ASCII));
    }
}
