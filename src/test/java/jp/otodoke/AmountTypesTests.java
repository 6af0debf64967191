package jp.otodoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Amounts are {@code Yen} in aggregates, use cases and events; plain numbers stand where an amount comes in or goes out:
 * pages and API ({@code web}, {@code api}), rows that a query fills for a list ({@code sql}), partners' files, and the demo.
 */
@UnitTest
class AmountTypesTests {
    private static final Path SOURCES = Path.of("src/main/java/jp/otodoke");
    private static final Pattern BOUNDARY = Pattern.compile(
            ".*/(web|api|sql|bulk|demo)/.*|.*/partners/(bank|convenience|shop)/.*|.*/shared/Yen\\.java|.*/package-info\\.java");
    private static final Pattern PLAIN_AMOUNT = Pattern.compile("\\b[lL]ong\\s+\\w*("
            + "([aA]mount|[cC]harged|[pP]aid|[aA]uthorised|[pP]rice|[fF]ee|[wW]orth|[yY]en|[eE]xcess|[rR]emaining|[oO]wed"
            + "|[oO]verdue|[bB]ought|[gG]oods|[sS]hipping|[wW]rapping|[dD]iscount|[pP]oints|[tT]ax)\\b)");

    @Test
    void amountsAreYenInsideTheBoundary() {
        assertThat(inside()).hasSizeGreaterThan(500);
        assertThat(inside())
                .filteredOn(file -> PLAIN_AMOUNT.matcher(text(file)).find())
                .isEmpty();
    }

    @Test
    void plainAmountsAreFound() {
        assertThat(List.of("long amount", "@Nullable Long unitPrice,", "private long charged;", "long codTax() {"))
                .allMatch(code -> PLAIN_AMOUNT.matcher(code).find());
        assertThat(List.of("Yen amount", "long amounts", "long id", "int goods"))
                .noneMatch(code -> PLAIN_AMOUNT.matcher(code).find());
    }

    private static List<Path> inside() {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !BOUNDARY.matcher(file.toString()).matches())
                    .toList();
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
