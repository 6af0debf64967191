package jp.otodoke.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Random texts without characters that are easily confused. */
final class RandomText {
    private static final String CHARACTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomText() {}

    /** Groups of characters separated by hyphens. */
    static String groups(int groups, int size) {
        var text = new StringBuilder();
        for (int i = 0; i < groups * size; i++) {
            if (i > 0 && i % size == 0) {
                text.append('-');
            }
            text.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    /** Sufficient for long random texts; passwords chosen by people need more. */
    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
