package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A partner is one bean of its own module: the exchange, the SFTP server of the demo and the platform know none. */
@UnitTest
class PartnerNamesTests {
    private static final Path SOURCES = Path.of("src/main/java/jp/otodoke");
    private static final Pattern PARTNER =
            Pattern.compile("Partner\\s*\\.by(?:Sftp|Call)\\(\\s*(?:[A-Za-z]+\\.)?([A-Z_]+)");

    @Test
    void standNowhereInTheCore() {
        var codes = codes();
        var name = Pattern.compile("[\"'](?:%s)(?:[\"'/-]|\\.in|\\.out)|OTODOKE_(?:%s)_"
                .formatted(String.join("|", codes), String.join("|", codes).toUpperCase(Locale.ROOT)));

        assertThat(codes).contains("warehouse", "carrier", "shop", "bank", "agency", "card", "mail");
        assertThat(List.of("partners/exchange", "demo/sftp", "platform"))
                .flatExtracting(folder -> java(SOURCES.resolve(folder)))
                .filteredOn(file -> !file.endsWith("package-info.java"))
                .filteredOn(file -> name.matcher(text(file)).find())
                .isEmpty();
    }

    /** The constants that the beans of partners are named by. */
    private static Set<String> codes() {
        return java(SOURCES.resolve("partners")).stream()
                .flatMap(file -> PARTNER.matcher(text(file))
                        .results()
                        .map(found -> constant(Objects.requireNonNull(file.getParent()), found.group(1))))
                .collect(Collectors.toSet());
    }

    private static String constant(Path module, String name) {
        var definition = Pattern.compile("String " + name + " = \"([a-z-]+)\"");
        return java(module).stream()
                .flatMap(file -> definition.matcher(text(file)).results())
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> java(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
