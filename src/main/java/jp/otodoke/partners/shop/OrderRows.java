package jp.otodoke.partners.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.otodoke.shared.TextNormalizer;

/** What all formats ask of the rows of one order. */
final class OrderRows {
    private OrderRows() {}

    /** Every row must have all cells: where one is missing or too many, the others may have moved. */
    static void wholeWidth(List<Row> rows, List<Problem> problems) {
        rows.stream()
                .filter(row -> !row.wholeWidth())
                .map(row -> Problem.of(
                        row.line(),
                        row.sheet().nameAt(row.cells().length),
                        Problem.INVALID,
                        "row-width",
                        String.valueOf(row.sheet().width()),
                        String.valueOf(row.cells().length)))
                .forEach(problems::add);
    }

    /**
     * Order values that repeat must be the same on each row.
     *
     * @param blankAllowed whether later rows may leave them out
     */
    static void agree(Row head, List<Row> rows, List<Column> columns, boolean blankAllowed, List<Problem> problems) {
        for (var column : columns) {
            var expected = head.get(column);
            for (var row : rows) {
                var found = row.get(column);
                if (!found.equals(expected) && !(blankAllowed && found.isEmpty())) {
                    problems.add(Problem.of(
                            row.line(),
                            row.sheet().nameOf(column),
                            Problem.MISMATCH,
                            "differs",
                            found,
                            String.valueOf(head.line()),
                            expected));
                }
            }
        }
    }

    static String hash(List<Row> rows, List<Column> columns, String... more) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var row : rows) {
                for (var column : columns) {
                    digest.update((TextNormalizer.plain(row.get(column)) + "\u001f").getBytes(StandardCharsets.UTF_8));
                }
                digest.update((byte) 0x1e);
            }
            digest.update(String.join("\u001f", more).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}
