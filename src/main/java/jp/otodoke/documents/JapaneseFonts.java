package jp.otodoke.documents;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The fonts with which PDF documents are written: the one that {@code OTODOKE_FONT} names, else the best that this machine has, and a
 * second one for characters that the first lacks. They are looked for when the first document is written.
 */
@Component
class JapaneseFonts {
    static final String VARIABLE = "OTODOKE_FONT";

    private final String configured;
    private final List<Path> folders;
    private @Nullable List<UsableFont> found;

    @Autowired
    JapaneseFonts(@Value("${otodoke.font}") String configured) {
        this(configured, FontFolders.usual());
    }

    JapaneseFonts(String configured, List<Path> folders) {
        this.configured = configured.strip();
        this.folders = List.copyOf(folders);
    }

    /**
     * One or two.
     *
     * @throws Refusal if there is none, or the configured one is of no use (conflict): a document of blank boxes is none
     */
    synchronized List<UsableFont> get() {
        if (found == null) {
            found = find();
        }
        return found;
    }

    private List<UsableFont> find() {
        var first = configured.isEmpty() ? anyOf(FontFolders.japanese(folders)) : configured(Path.of(configured));
        var second = FontFolders.japanese(folders).stream()
                .filter(file -> !file.equals(first.file()))
                .filter(file -> !sameFamily(file, first.file()))
                .map(UsableFont::of)
                .flatMap(Optional::stream)
                .findFirst();
        return second.map(other -> List.of(first, other)).orElseGet(() -> List.of(first));
    }

    private UsableFont anyOf(List<Path> files) {
        return files.stream()
                .map(UsableFont::of)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("document.refused.no-font", VARIABLE));
    }

    private static UsableFont configured(Path file) {
        if (!Files.isReadable(file)) {
            throw Refusal.conflict("document.refused.font-missing", VARIABLE, file);
        }
        return UsableFont.of(file)
                .orElseThrow(() -> Refusal.conflict("document.refused.font-unusable", VARIABLE, file));
    }

    /** Proportional and fixed forms of one font have the same characters. */
    private static boolean sameFamily(Path file, Path other) {
        return name(file).equals(name(other));
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).replaceAll("p?\\.[a-z]+$", "");
    }
}
