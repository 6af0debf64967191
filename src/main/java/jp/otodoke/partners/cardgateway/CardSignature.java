package jp.otodoke.partners.cardgateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** {@code t=<unix>,v1=<hex>[,v1=…]}: an HMAC-SHA256 over the time, a dot and the raw bytes of the body. */
final class CardSignature {
    private static final Duration TOLERANCE = Duration.ofSeconds(300);
    private static final int LONGEST = 4096;

    private CardSignature() {}

    /** @param clocks the time may be close to any of these */
    static boolean valid(String secret, @Nullable String header, byte[] body, List<Instant> clocks) {
        if (secret.isBlank() || header == null || header.length() > LONGEST) {
            return false;
        }
        String time = "";
        List<String> signatures = new ArrayList<>();
        for (var part : header.split(",")) {
            var pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t")) {
                time = pair[1];
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                signatures.add(pair[1]);
            }
        }
        if (!time.matches("\\d{1,12}") || !near(Instant.ofEpochSecond(Long.parseLong(time)), clocks)) {
            return false;
        }
        var expected = sign(secret, time, body).getBytes(StandardCharsets.US_ASCII);
        boolean found = false;
        for (var signature : signatures) {
            // All are compared, each in constant time, so that the duration reveals nothing.
            found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    private static boolean near(Instant time, List<Instant> clocks) {
        return clocks.stream().anyMatch(now -> Duration.between(time, now).abs().compareTo(TOLERANCE) <= 0);
    }

    static String sign(String secret, String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
