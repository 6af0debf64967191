package jp.otodoke.partners.exchange.routes;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The name of a file once it was taken: nothing in it is an expression or a path, and a reason fits behind it. */
final class StoredName {
    /** In bytes; file systems allow 255. */
    private static final int LONGEST = 200;

    private static final int LONGEST_KEPT = 150;
    private static final int HASH_LENGTH = 8;

    private StoredName() {}

    /** The name itself if it can be used; otherwise similar, and different for different names. */
    static String of(String name) {
        var plain = name.replaceAll("[^\\p{L}\\p{M}\\p{N} ._()+,=@#~&-]", "_");
        return plain.equals(name) && bytes(name).length <= LONGEST ? name : cut(plain) + "-" + hash(name);
    }

    private static String cut(String name) {
        var kept = new StringBuilder();
        int length = 0;
        for (int c : name.codePoints().toArray()) {
            length += bytes(Character.toString(c)).length;
            if (length > LONGEST_KEPT) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.toString();
    }

    private static String hash(String name) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(bytes(name));
            return HexFormat.of().formatHex(hash).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
