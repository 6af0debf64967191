package jp.otodoke.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A key as configured, any text of 32 characters or more, and the AES key derived from it by PBKDF2. */
final class SecretKeyText {
    static final int SHORTEST = 32;
    private static final int ROUNDS = 210_000;
    private static final int BITS = 256;
    private static final int ID_BYTES = 4;

    private final SecretKey key;
    private final String id;

    SecretKeyText(String text) {
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException("A secret key has " + SHORTEST + " characters or more");
        }
        try {
            var salt = "otodoke secret key".getBytes(StandardCharsets.UTF_8);
            var derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(text.toCharArray(), salt, ROUNDS, BITS))
                    .getEncoded();
            key = new SecretKeySpec(derived, "AES");
            id = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(derived), 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    SecretKey key() {
        return key;
    }

    /** Identifies the key without revealing it. */
    String id() {
        return id;
    }
}
