package jp.otodoke.partners.exchange.csv;

import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.partners.exchange.FileRefused;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.CsvDialect;
import jp.otodoke.platform.csv.CsvDialect.Controls;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.CsvTable;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.platform.csv.UnreadableCsv.Reason;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;

/**
 * A partner's CSV file, checked as a whole: character set, header, every row as wide as the header, nothing
 * truncated.
 */
public final class PartnerCsv {
    private static final String END = "END";
    private static final CsvDialect DIALECT =
            new CsvDialect(CharacterSets.CP932_ONLY, StrayQuotes.TEXT, Controls.NONE, true, false);
    private static final CsvDialect UNENDED =
            new CsvDialect(CharacterSets.CP932_ONLY, StrayQuotes.TEXT, Controls.NONE, false, false);

    private PartnerCsv() {}

    /** The rows below the header. */
    public static List<CsvRow> read(FileContent content, List<String> header) {
        var widths = new RowWidths();
        var rows = rows(content, header, DIALECT, widths::check);
        widths.refuseWrong();
        return rows;
    }

    /**
     * As {@link #read}, for a file whose last row may have no line break.
     *
     * @param first sees each row once, of whatever width, before anything else is done with any
     */
    public static List<CsvRow> readUnended(FileContent content, List<String> header, Consumer<CsvRow> first) {
        return rows(content, header, UNENDED, first);
    }

    /**
     * As {@link #read}, for a file whose last row is {@code END} and the number of rows between the header and it.
     */
    public static List<CsvRow> readWithEnd(FileContent content, List<String> header) {
        var widths = new RowWidths();
        var rows = rows(content, header, DIALECT, widths::check);
        var end = rows.isEmpty() ? null : rows.get(rows.size() - 1);
        if (end == null || !isEnd(end.cells())) {
            widths.refuseWrong();
            throw FileRefused.incomplete("no-end", BilingualText.of("partners.refused.no-end"));
        }
        widths.refuseWrongBefore(end);
        checkCount(end, rows.size() - 1);
        return rows.subList(0, rows.size() - 1);
    }

    private static void checkCount(CsvRow end, int rows) {
        var stated = end.cells().get(1).strip();
        if (!stated.equals(Integer.toString(rows))) {
            throw new FileRefused("wrong-total", BilingualText.of("partners.refused.wrong-count", stated, rows));
        }
        if (end.cells().stream().skip(2).anyMatch(c -> !c.isBlank())) {
            throw new FileRefused("wrong-end", BilingualText.of("partners.refused.wrong-end"));
        }
    }

    private static List<CsvRow> rows(
            FileContent content, List<String> header, CsvDialect dialect, Consumer<CsvRow> first) {
        if (content.size() == 0) {
            throw FileRefused.incomplete("empty", BilingualText.of("partners.refused.empty"));
        }
        try {
            var table = CsvTable.open(content, dialect);
            var rows = table.rows(first);
            if (!table.header().names().equals(header)) {
                throw wrongHeader(header);
            }
            return rows;
        } catch (UnreadableCsv unreadable) {
            throw unreadable.reason() == Reason.EMPTY ? wrongHeader(header) : refused(unreadable);
        }
    }

    private static FileRefused wrongHeader(List<String> header) {
        return new FileRefused(
                "wrong-header", BilingualText.of("partners.refused.wrong-header", String.join(",", header)));
    }

    private static FileRefused refused(UnreadableCsv unreadable) {
        return switch (unreadable.reason()) {
            case CUT_OFF -> FileRefused.incomplete("cut-off", BilingualText.of("partners.refused.no-line-end"));
            case IS_UTF8 -> new FileRefused("wrong-encoding", BilingualText.of("partners.refused.utf-8"));
            case CONTROL_CHARACTER ->
                new FileRefused(
                        "wrong-encoding", BilingualText.of("partners.refused.control-character", unreadable.detail()));
            case ENCODING -> new FileRefused("wrong-encoding", BilingualText.of("partners.refused.not-cp932"));
            case LONG_CELL ->
                new FileRefused("not-csv", BilingualText.of("partners.refused.long-cell", unreadable.line()));
            case LONG_RECORD ->
                new FileRefused("not-csv", BilingualText.of("partners.refused.long-record", unreadable.line()));
            case TOO_MANY_ROWS ->
                new FileRefused(
                        "too-many-rows", BilingualText.of("partners.refused.too-many-rows", unreadable.detail()));
            case EMPTY, UNPAIRED_QUOTES, STRAY_QUOTE, OPEN_QUOTE ->
                new FileRefused("not-csv", BilingualText.of("partners.refused.not-csv", unreadable.detail()));
        };
    }

    private static boolean isEnd(List<String> cells) {
        return cells.size() >= 2 && cells.get(0).strip().equals(END);
    }
}
