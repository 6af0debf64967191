package jp.otodoke;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The message files of all modules as they stand in the sources. */
public final class MessageFiles {
    private static final Path FOLDER = Path.of("src/main/resources/messages");

    private MessageFiles() {}

    public static Map<String, String> japanese() {
        return texts(false);
    }

    public static Map<String, String> english() {
        return texts(true);
    }

    static List<Path> files(boolean english) {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith("_en.properties") == english)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts(boolean english) {
        var all = new TreeMap<String, String>();
        for (var file : files(english)) {
            try (var reader = Files.newBufferedReader(file)) {
                var texts = new Properties();
                texts.load(reader);
                texts.forEach((key, text) -> {
                    if (all.put(key.toString(), text.toString()) != null) {
                        throw new IllegalStateException("Stands twice among the messages: " + key);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
