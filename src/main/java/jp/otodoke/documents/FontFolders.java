package jp.otodoke.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where Debian, Fedora, macOS and Windows have their fonts, and which of them are known to have Japanese characters. Fonts whose
 * outlines are CFF, such as Noto Sans CJK, are found to be of no use when they are read, as they can't be embedded in part.
 */
final class FontFolders {
    private static final int DEPTH = 5;

    /** The best first: those made for reading before those that merely have the characters. */
    private static final List<Pattern> KNOWN = Stream.of(
                    "bizudgothic-regular|bizudpgothic-regular|bizud.*gothic.*",
                    "ipaexg|ipaexgothic",
                    "ipagp?|ipagothic",
                    "takao(ex|p)?gothic",
                    "notosansjp.*|notosanscjk.*",
                    "yugoth[rm]|yugothic.*",
                    "meiryo",
                    "vl-p?gothic-regular",
                    "msgothic",
                    "ipaexm|ipam|takao(ex|p)?mincho|notoserifjp.*|bizudmincho.*",
                    "arial unicode|arialuni|droidsansfallbackfull|unifont.*")
            .map(names -> Pattern.compile("(?:" + names + ")\\.(?:ttf|ttc|otf)", Pattern.CASE_INSENSITIVE))
            .toList();

    private FontFolders() {}

    /** Of this machine and of who runs the application. */
    static List<Path> usual() {
        var home = System.getProperty("user.home", "");
        var folders = new ArrayList<>(List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                Path.of(home, ".fonts"),
                Path.of(home, ".local/share/fonts"),
                Path.of("/System/Library/Fonts"),
                Path.of("/Library/Fonts"),
                Path.of(home, "Library/Fonts")));
        Optional.ofNullable(System.getenv("WINDIR")).ifPresent(windows -> folders.add(Path.of(windows, "Fonts")));
        Optional.ofNullable(System.getenv("LOCALAPPDATA"))
                .ifPresent(local -> folders.add(Path.of(local, "Microsoft", "Windows", "Fonts")));
        return folders;
    }

    /** Files of fonts that should have Japanese characters, the best first. */
    static List<Path> japanese(List<Path> folders) {
        return folders.stream()
                .filter(Files::isDirectory)
                .flatMap(folder -> in(folder).stream())
                .filter(file -> rank(file) < KNOWN.size())
                .sorted(Comparator.comparing(FontFolders::rank).thenComparing(Comparator.naturalOrder()))
                .distinct()
                .toList();
    }

    private static List<Path> in(Path folder) {
        try (var files = Files.walk(folder, DEPTH)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException | UncheckedIOException closed) {
            return List.of();
        }
    }

    private static int rank(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        int rank = 0;
        while (rank < KNOWN.size() && !KNOWN.get(rank).matcher(name).matches()) {
            rank++;
        }
        return rank;
    }
}
