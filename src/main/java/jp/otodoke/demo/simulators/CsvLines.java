package jp.otodoke.demo.simulators;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A CSV file being written, row by row, as our partners write them: CRLF, quotes where needed. */
final class CsvLines {
    private final StringBuilder text = new StringBuilder();

    CsvLines(String header) {
        text.append(header).append("\r\n");
    }

    void add(Object... values) {
        text.append(Arrays.stream(values).map(CsvLines::field).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String field(Object value) {
        String plain = String.valueOf(value);
        return plain.matches("[^\",\r\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }

    String text() {
        return text.toString();
    }
}
