package jp.otodoke.platform.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The key from {@code OTODOKE_SECRET_KEY}, with previous ones from {@code OTODOKE_SECRET_KEY_PREVIOUS} (separated
 * by commas). Outside production a key is generated at the first start and stored in {@code
 * OTODOKE_HOME/secret.key}.
 */
@Configuration(proxyBeanMethods = false)
class SecretsSetup {
    private static final int KEY_BYTES = 32;

    @Bean
    Secrets secrets(
            Environment environment,
            @Value("${otodoke.home}") Path home,
            @Value("${otodoke.secret-key:}") String key,
            @Value("${otodoke.secret-key-previous:}") List<String> previous)
            throws IOException {
        if (!key.isBlank()) {
            return new Secrets(key, previous);
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("OTODOKE_SECRET_KEY is missing");
        }
        return new Secrets(readOrCreate(home.resolve("secret.key")), previous);
    }

    private static String readOrCreate(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.notExists(file)) {
            make(file);
        }
        return Files.readString(file).strip();
    }

    /** Moved into place only when complete: another node with the same home may be starting. */
    private static void make(Path file) throws IOException {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        // A temporary file is readable by its owner only.
        var whole = Files.createTempFile(file.toAbsolutePath().getParent(), "secret", ".key");
        try {
            Files.writeString(whole, Base64.getEncoder().encodeToString(bytes));
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            LoggerFactory.getLogger(SecretsSetup.class).info("Another start has made the secret key");
        } finally {
            Files.delete(whole);
        }
    }
}
