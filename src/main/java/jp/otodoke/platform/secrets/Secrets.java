package jp.otodoke.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts what must not be readable in the database or a backup: {@code v1:<key id>:<base64>}, AES-256-GCM. New
 * texts use the current key; texts of previous keys can still be read, so that the key can be rotated.
 */
public class Secrets {
    private static final String VERSION = "v1";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeyText present;
    private final Map<String, SecretKeyText> keys = new LinkedHashMap<>();

    public Secrets(String present, List<String> previous) {
        this.present = new SecretKeyText(present);
        previous.stream().map(SecretKeyText::new).forEach(key -> keys.put(key.id(), key));
        keys.put(this.present.id(), this.present);
    }

    public String encrypt(String clear) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var cipher = cipher(Cipher.ENCRYPT_MODE, present, nonce);
            var hidden = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
            var both = new byte[nonce.length + hidden.length];
            System.arraycopy(nonce, 0, both, 0, nonce.length);
            System.arraycopy(hidden, 0, both, nonce.length, hidden.length);
            return prefix() + Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public String decrypt(String stored) {
        var parts = stored.split(":", 3);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            throw new IllegalArgumentException("Not a text encrypted by this application");
        }
        var key = keys.get(parts[1]);
        if (key == null) {
            throw new IllegalStateException(
                    "Encrypted with the unknown key " + parts[1] + ": name it in OTODOKE_SECRET_KEY_PREVIOUS");
        }
        try {
            var both = Base64.getDecoder().decode(parts[2]);
            var nonce = Arrays.copyOf(both, NONCE_BYTES);
            var clear = cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return new String(clear, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An encrypted text was changed", e);
        }
    }

    /** The prefix of texts encrypted with the current key. */
    public String prefix() {
        return VERSION + ":" + present.id() + ":";
    }

    /** Whether there may be texts encrypted with a previous key. */
    public boolean rotating() {
        return keys.size() > 1;
    }

    private static Cipher cipher(int mode, SecretKeyText key, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
