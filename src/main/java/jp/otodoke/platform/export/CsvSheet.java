package jp.otodoke.platform.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;

/** CSV in UTF-8, as a spreadsheet opens it with a double click. */
final class CsvSheet implements Sheet {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(BusinessClock.TOKYO);

    /**
     * First characters that a spreadsheet would take for a formula; Japanese ones accept the full-width signs as
     * well.
     */
    private static final Pattern FORMULA = Pattern.compile("[=+@\\-\\t\\r\\n＝+@-].*", Pattern.DOTALL);

    private final CsvWriter csv;

    CsvSheet(OutputStream out, List<String> headings) throws IOException {
        // Excel recognises UTF-8 only by a byte order mark.
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(headings);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(CsvSheet::text).toList());
    }

    static String text(@Nullable Object cell) {
        if (cell instanceof Number number) {
            return number.toString();
        }
        if (cell instanceof Instant moment) {
            return MOMENT.format(moment);
        }
        var text = Objects.toString(cell, "");
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
