package jp.otodoke.shared.secrets;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import jp.otodoke.shared.Secrets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * The key of {@code OTODOKE_SECRET_KEY}, with those it replaced in {@code OTODOKE_SECRET_KEY_PREVIOUS} (separated
 * by commas). Outside production one is made at the first start and kept in {@code OTODOKE_HOME/secret.key}.
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
        return new Secrets(kept(home.resolve("secret.key")), previous);
    }

    private static String kept(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes), StandardOpenOption.CREATE_NEW);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
        } catch (FileAlreadyExistsException e) {
            // made by an earlier start
        }
        return Files.readString(file).strip();
    }
}
