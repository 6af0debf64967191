package jp.otodoke.platform.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.BusinessClock;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook that is streamed while it is written; when a sheet is full, the next one continues. */
final class ExcelSheet implements Sheet {
    /** A sheet has 1,048,576 lines; this leaves a round number of rows on each. */
    private static final int FULL = 1_000_000;

    private static final int AT_ONCE = 500;
    private static final int WIDTH = 18;

    private final Workbook book;
    private final String name;
    private final List<String> headings;
    private Worksheet sheet;
    private int sheets;
    private int line;

    ExcelSheet(OutputStream out, String name, List<String> headings) {
        this.book = new Workbook(out, "Otodoke", "1.0");
        this.name = name;
        this.headings = headings;
        this.sheet = next();
    }

    private Worksheet next() {
        sheets++;
        line = 0;
        var next = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        next.freezePane(0, 1);
        for (int c = 0; c < headings.size(); c++) {
            next.width(c, WIDTH);
            next.inlineString(0, c, headings.get(c));
            next.style(0, c).bold().set();
        }
        return next;
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        if (line == FULL) {
            sheet.finish();
            sheet = next();
        }
        line++;
        for (int c = 0; c < cells.size(); c++) {
            put(c, cells.get(c));
        }
        if (line % AT_ONCE == 0) {
            sheet.flush();
        }
    }

    /** Inline strings: a table of shared strings would grow with the file. */
    private void put(int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(line, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(line, column, day);
            sheet.style(line, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Instant moment) {
            sheet.value(line, column, LocalDateTime.ofInstant(moment, BusinessClock.TOKYO));
            sheet.style(line, column).format("yyyy-mm-dd hh:mm").set();
        } else {
            sheet.inlineString(line, column, Objects.toString(cell, ""));
        }
    }

    @Override
    public void close() throws IOException {
        book.close();
    }
}
