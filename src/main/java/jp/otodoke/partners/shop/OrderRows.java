package jp.otodoke.partners.shop;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.TextNormalizer;

/** The checks on the rows of one order that all formats share. */
final class OrderRows {
    /** The code of a mistake that is not in the file: the shop's status of the order does not allow its import. */
    static final String CANCELLED = "cancelled";

    private OrderRows() {}

    /** Every row must have all cells: if one is missing or surplus, the others may be shifted. */
    static void hasAllCells(List<CsvRow> rows, List<Mistake> problems) {
        rows.stream()
                .filter(row -> !row.hasAllCells())
                .map(row -> Mistake.of(
                        row.line(),
                        row.header().nameAt(row.cells().size()),
                        Mistake.INVALID,
                        "row-width",
                        String.valueOf(row.header().width()),
                        String.valueOf(row.cells().size())))
                .forEach(problems::add);
    }

    /**
     * Order values that repeat must be the same on each row.
     *
     * @param blankAllowed whether later rows may omit them
     */
    static void agree(
            CsvRow head, List<CsvRow> rows, List<CsvColumn> columns, boolean blankAllowed, List<Mistake> problems) {
        for (var column : columns) {
            var expected = head.get(column);
            for (var row : rows) {
                var found = row.get(column);
                if (!found.equals(expected) && !(blankAllowed && found.isEmpty())) {
                    problems.add(Mistake.of(
                            row.line(),
                            row.header().nameOf(column),
                            Mistake.MISMATCH,
                            "differs",
                            found,
                            String.valueOf(head.line()),
                            expected));
                }
            }
        }
    }

    static String hash(List<CsvRow> rows, List<CsvColumn> columns, String... more) {
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
