package jp.otodoke.demo.simulators;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.Arrays;

/** Writes a CSV file row by row, in the format of the partners. */
final class CsvLines {
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);

    CsvLines(String header) {
        csv.writeRecord(header.split(","));
    }

    void add(Object... values) {
        csv.writeRecord(Arrays.stream(values).map(String::valueOf).toArray(String[]::new));
    }

    String text() {
        return text.toString();
    }
}
