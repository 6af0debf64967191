package jp.otodoke.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.Resource;

/**
 * The texts of many files as one: a text is looked up once however many modules there are, and whoever fills one in has its
 * format for himself. A format is locked while it is used, and one that every page asks for would make the pages wait for each
 * other.
 */
final class TextFiles extends AbstractMessageSource {
    private static final String ENGLISH = "_en.properties";

    private final Texts japanese;
    private final Texts english;

    /** @param files in Japanese and, with {@code _en} in their names, in English; what has no English text stays Japanese */
    TextFiles(List<Resource> files) {
        var texts = new HashMap<String, String>();
        files.stream().filter(file -> !isEnglish(file)).forEach(file -> read(file, texts));
        japanese = new Texts(Locale.JAPANESE, Map.copyOf(texts), new ConcurrentHashMap<>());
        files.stream().filter(TextFiles::isEnglish).forEach(file -> read(file, texts));
        english = new Texts(Locale.ENGLISH, Map.copyOf(texts), new ConcurrentHashMap<>());
    }

    private static boolean isEnglish(Resource file) {
        return String.valueOf(file.getFilename()).endsWith(ENGLISH);
    }

    private static void read(Resource file, Map<String, String> into) {
        var texts = new Properties();
        try (var text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            texts.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        texts.stringPropertyNames().forEach(key -> into.put(key, texts.getProperty(key)));
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String key, Locale locale) {
        return in(locale).texts.get(key);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String key, Locale locale) {
        return in(locale).format(key);
    }

    private Texts in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : japanese;
    }

    private record Texts(Locale locale, Map<String, String> texts, Map<String, MessageFormat> formats) {
        @Nullable
        MessageFormat format(String key) {
            var text = texts.get(key);
            return text == null
                    ? null
                    : (MessageFormat) formats.computeIfAbsent(key, k -> new MessageFormat(text, locale))
                            .clone();
        }
    }
}
