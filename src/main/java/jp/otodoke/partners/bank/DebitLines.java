package jp.otodoke.partners.bank;

import static jp.otodoke.partners.bank.DebitLayout.LENGTH;
import static jp.otodoke.partners.bank.DebitLayout.RECORD;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.csv.CsvDialect.StrayQuotes;
import jp.otodoke.platform.csv.CsvRecord;
import jp.otodoke.platform.csv.CsvRecords;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.platform.files.FileContent;

/**
 * The records of 全銀 on lines of their own, their fields by commas. What is padding there is left out, and the blanks at a record's
 * end may be missing.
 */
final class DebitLines {
    private static final String LINE_END = "\r\n";

    private DebitLines() {}

    /**
     * @param records of 120 bytes, without line breaks
     * @param numberDigits how many digits of a 顧客番号 the agency takes
     */
    static byte[] write(byte[] records, int numberDigits) {
        var lines = new ByteArrayOutputStream();
        for (var record : ZenginRecords.of(records, LENGTH)) {
            var cells = DebitLayout.fields(record.type()).stream()
                    .map(field -> cell(record, field, numberDigits))
                    .toList();
            lines.writeBytes((String.join(",", cells) + LINE_END).getBytes(ZenginRecord.KANA));
        }
        return lines.toByteArray();
    }

    private static String cell(ZenginRecord record, RecordField field, int numberDigits) {
        if (field.equals(DebitLayout.CUSTOMER_NUMBER)) {
            return record.text(field).substring(field.length() - numberDigits);
        }
        return DebitLayout.AMOUNTS.contains(field) ? String.valueOf(record.number(field)) : record.text(field);
    }

    /** @throws ZenginRefused if they are no lines of that kind */
    static List<ZenginRecord> read(byte[] file, Charset charset) {
        var records = new ArrayList<ZenginRecord>();
        var problems = new ArrayList<ZenginProblem>();
        of(file, charset).forEach(line -> records.add(record(line, problems)));
        if (!problems.isEmpty()) {
            throw new ZenginRefused(problems);
        }
        return records;
    }

    private static ZenginRecord record(CsvRecord line, List<ZenginProblem> problems) {
        var type = line.cells().get(0).strip();
        var fields = DebitLayout.fields(type.length() == 1 ? type.charAt(0) : ' ');
        if (fields.isEmpty()) {
            throw new ZenginRefused(line.line(), RecordField.RECORD_TYPE, "invalid", "unknown-record", type);
        }
        if (line.cells().size() > fields.size()) {
            throw columns(line, fields.size());
        }
        var writer = new RecordWriter(LENGTH, type.charAt(0));
        for (int i = 1; i < line.cells().size(); i++) {
            put(writer, fields.get(i), line.cells().get(i).strip(), line.line(), problems);
        }
        return new ZenginRecord(line.line(), writer.bytes());
    }

    private static void put(
            RecordWriter writer, RecordField field, String text, int line, List<ZenginProblem> problems) {
        boolean number = DebitLayout.NUMBERS.contains(field);
        if (text.getBytes(ZenginRecord.KANA).length != text.length()) {
            problems.add(ZenginProblem.of(line, field, "invalid", "two-bytes", text));
        } else if (text.length() > field.length() || number && !text.matches("[0-9]*")) {
            problems.add(ZenginProblem.of(line, field, "invalid", number ? "not-a-number" : "too-long", text));
        } else if (number && !text.isEmpty()) {
            writer.number(field, text);
        } else {
            writer.text(field, text);
        }
    }

    /** @return a trailer of the totals in the six cells of a line */
    static ZenginRecord totals(CsvRecord line) {
        if (line.cells().size() != DebitLayout.TOTALS.size()) {
            throw columns(line, DebitLayout.TOTALS.size());
        }
        var writer = new RecordWriter(LENGTH, '8');
        var problems = new ArrayList<ZenginProblem>();
        for (int i = 0; i < DebitLayout.TOTALS.size(); i++) {
            put(writer, DebitLayout.TOTALS.get(i), line.cells().get(i).strip(), line.line(), problems);
        }
        if (!problems.isEmpty()) {
            throw new ZenginRefused(problems);
        }
        return new ZenginRecord(line.line(), writer.bytes());
    }

    static List<CsvRecord> of(byte[] file, Charset charset) {
        ForeignEncoding.refuse(FileContent.of(file));
        var lines = new ArrayList<CsvRecord>();
        try {
            new CsvRecords(new String(file, charset), StrayQuotes.REFUSED).forEachRemaining(lines::add);
        } catch (UnreadableCsv unreadable) {
            throw new ZenginRefused(unreadable.line(), RECORD, "invalid", "unreadable");
        }
        if (lines.isEmpty()) {
            throw new ZenginRefused(1, RECORD, "required", "empty");
        }
        return lines;
    }

    static byte[] bytes(List<String> lines, Charset charset) {
        return (String.join(LINE_END, lines) + LINE_END).getBytes(charset);
    }

    private static ZenginRefused columns(CsvRecord line, int expected) {
        return new ZenginRefused(
                line.line(),
                RECORD,
                "length",
                "columns",
                String.valueOf(line.cells().size()),
                String.valueOf(expected));
    }
}
