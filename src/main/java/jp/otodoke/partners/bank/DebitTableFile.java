package jp.otodoke.partners.bank;

import static jp.otodoke.partners.bank.DebitLayout.AMOUNT;
import static jp.otodoke.partners.bank.DebitLayout.DEBIT_DATE;
import static jp.otodoke.partners.bank.DebitLayout.RECORD;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.payments.DebitInstruction;
import jp.otodoke.platform.csv.CsvRecord;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/** Writes and reads tables of debits in the form of an agency. */
final class DebitTableFile {
    private static final int DAY_DIGITS = 8;
    private static final int LONGEST_AMOUNT = 10;

    private final DebitTable table;
    private final DebitAgency agency;
    private final @Nullable ZenginRecord request;
    private final List<DebitRow> rows = new ArrayList<>();
    private final List<ZenginProblem> problems = new ArrayList<>();
    private boolean unreadable;

    private DebitTableFile(DebitTable table, DebitAgency agency, @Nullable ZenginRecord request) {
        this.table = table;
        this.agency = agency;
        this.request = request;
    }

    static byte[] write(
            DebitTable table,
            DebitAgency agency,
            String consignorCode,
            LocalDate day,
            List<DebitInstruction> instructions) {
        var lines = new ArrayList<String>();
        if (!table.headings().isEmpty()) {
            lines.add(table.headings());
        }
        instructions.forEach(instruction -> lines.add(String.join(
                ",",
                table.columns().stream()
                        .map(column ->
                                column.write(agency.claimKey(consignorCode, instruction.claim()), day, instruction))
                        .toList())));
        if (table.totals()) {
            lines.add("%d,%d,0,0,0,0"
                    .formatted(
                            instructions.size(),
                            Yen.sum(instructions, DebitInstruction::amount).amount()));
        }
        return DebitLines.bytes(lines, agency.charset());
    }

    /**
     * @param request the header that was sent; null if requests have none
     * @throws ZenginRefused if the file has not the structure of one
     */
    static DebitResultFile.Content read(
            byte[] bytes, DebitTable table, DebitAgency agency, @Nullable ZenginRecord request) {
        var lines = DebitLines.of(bytes, agency.charset());
        return new DebitTableFile(table, agency, request).content(lines);
    }

    private DebitResultFile.Content content(List<CsvRecord> lines) {
        int from = table.headings().isEmpty() ? 0 : 1;
        int to = lines.size() - (table.totals() ? 1 : 0);
        if (from == 1 && !String.join(",", lines.get(0).cells()).equals(table.headings())) {
            throw new ZenginRefused(1, RECORD, "invalid", "headings");
        }
        if (from > to) {
            throw new ZenginRefused(1, RECORD, "required", "empty");
        }
        lines.subList(from, to).forEach(this::row);
        if (table.totals() && !unreadable) {
            problems.addAll(DebitTotals.problems(DebitLines.totals(lines.get(to)), rows));
        }
        return new DebitResultFile.Content(rows, lines.get(lines.size() - 1).line(), problems);
    }

    private void row(CsvRecord line) {
        if (line.cells().size() != table.columns().size()) {
            throw new ZenginRefused(
                    line.line(),
                    RECORD,
                    "length",
                    "columns",
                    String.valueOf(line.cells().size()),
                    String.valueOf(table.columns().size()));
        }
        var day = cell(line, DebitColumn.DEBIT_DATE);
        if (request != null && !day.isEmpty() && !sameDay(day, request.text(DEBIT_DATE))) {
            problems.add(ZenginProblem.of(
                    line.line(), DEBIT_DATE, "mismatch", "not-as-sent", day, request.text(DEBIT_DATE)));
        }
        var amount = cell(line, DebitColumn.AMOUNT);
        if (!amount.matches("[0-9]{1," + LONGEST_AMOUNT + "}")) {
            unreadable = true;
            problems.add(ZenginProblem.of(line.line(), AMOUNT, "invalid", "not-a-number", amount));
            return;
        }
        var code = cell(line, DebitColumn.RESULT_CODE);
        rows.add(new DebitRow(line.line(), key(line), Long.parseLong(amount), code, agency.outcome(code)));
    }

    /** Spreadsheets drop leading zeros. */
    private String key(CsvRecord line) {
        var key = cell(line, DebitColumn.CUSTOMER_NUMBER);
        return key.matches("[0-9]+") ? DebitAgency.filled(key) : key;
    }

    private static boolean sameDay(String day, String sent) {
        return day.length() == DAY_DIGITS && day.endsWith(sent);
    }

    private String cell(CsvRecord line, DebitColumn column) {
        int place = table.columns().indexOf(column);
        return place < 0 ? "" : line.cells().get(place).strip();
    }
}
