package jp.otodoke.staff;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords with Argon2id, independent of the keyboard's spelling. Older hashes stay valid and are replaced
 * at the next sign-in.
 */
@Component
class StaffPasswords implements PasswordEncoder {
    private static final String ARGON2 = "argon2";

    /** Parameters of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
    private static final int MEMORY_KIB = 19 * 1024;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final PasswordEncoder hashes = new DelegatingPasswordEncoder(
            ARGON2,
            Map.of(
                    ARGON2,
                    new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES),
                    BcryptSha384.ID,
                    new BcryptSha384(),
                    "bcrypt",
                    new BCryptPasswordEncoder()));

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : hashes.encode(PasswordRules.normal(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
        return password != null && hashes.matches(PasswordRules.normal(password), encoded);
    }

    @Override
    public boolean upgradeEncoding(@Nullable String encoded) {
        return hashes.upgradeEncoding(encoded);
    }
}
