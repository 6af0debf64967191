package jp.otodoke.platform.secrets;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stores a text encrypted; used with {@code @Convert}. */
@Component
@Converter
public class EncryptedText implements AttributeConverter<@Nullable String, @Nullable String> {
    private final Secrets secrets;

    EncryptedText(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable String clear) {
        return clear == null ? null : secrets.encrypt(clear);
    }

    @Override
    public @Nullable String convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : secrets.decrypt(stored);
    }
}
