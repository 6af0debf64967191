package jp.otodoke.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Text;
import jp.otodoke.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a CSV file with a header, in UTF-8 (with or without a mark) or CP932, whichever it is. */
@Component
class CsvFile {
    private static final Charset CP932 = Charset.forName("windows-31j");

    private final Messages messages;

    CsvFile(Messages messages) {
        this.messages = messages;
    }

    /** The records, and those lines that have another number of fields than the header. */
    record Content(List<Row> rows, List<RowProblem> problems) {}

    /** @throws InvalidInput where the file can't be read as a whole */
    Content read(byte[] bytes, List<String> columns) {
        try {
            var records = CsvReader.builder()
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(decode(bytes))
                    .iterator();
            if (!records.hasNext()) {
                throw refused("empty", "");
            }
            return rows(header(records.next(), columns), records);
        } catch (CsvParseException broken) {
            throw refused("unreadable", String.valueOf(broken.getMessage()));
        }
    }

    private Content rows(List<String> header, Iterator<CsvRecord> records) {
        var rows = new ArrayList<Row>();
        var problems = new ArrayList<RowProblem>();
        while (records.hasNext()) {
            var row = records.next();
            if (row.getFieldCount() == header.size()) {
                rows.add(row(header, row));
            } else {
                problems.add(messages.row(row.getStartingLineNumber(), "", "columns"));
            }
        }
        return new Content(rows, problems);
    }

    private static Row row(List<String> header, CsvRecord row) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), row.getField(i));
        }
        return new Row(row.getStartingLineNumber(), fields);
    }

    private List<String> header(CsvRecord first, List<String> columns) {
        var header = first.getFields().stream()
                .map(name -> Text.clean(name).toLowerCase(Locale.ROOT))
                .toList();
        var missing = columns.stream().filter(name -> !header.contains(name)).toList();
        if (!missing.isEmpty()) {
            throw refused("header", String.join(", ", missing));
        }
        return header;
    }

    private String decode(byte[] bytes) {
        var text = strictly(bytes, StandardCharsets.UTF_8);
        if (text == null) {
            text = strictly(bytes, CP932);
        }
        if (text == null || text.indexOf('\0') >= 0) {
            throw refused("encoding", "");
        }
        // An open quotation mark would swallow every row behind it.
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw refused("quote", "");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException another) {
            return null;
        }
    }

    private InvalidInput refused(String code, String detail) {
        return new InvalidInput("file", code, Words.of("import.file." + code, detail));
    }
}
