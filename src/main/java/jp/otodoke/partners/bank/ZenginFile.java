package jp.otodoke.partners.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a deposit file as a whole: for each account a header, data records and a trailer whose totals must agree,
 * then one end record. A file that doesn't add up is refused before anything is booked.
 */
final class ZenginFile {
    private static final RecordField BUSINESS_TYPE = new RecordField("種別コード", 2, 2);
    private static final RecordField CHAR_CODE = new RecordField("コード区分", 4, 1);
    private static final String ORDER = "order";

    private final ZenginLayout layout;
    private final LocalDate today;
    private final List<ZenginRecord> data = new ArrayList<>();
    private final List<BankRow> rows = new ArrayList<>();
    private final List<ZenginProblem> rejected = new ArrayList<>();
    private final List<ZenginProblem> problems = new ArrayList<>();
    private String account = "";
    private int accounts;
    private char previous = '0';

    private ZenginFile(ZenginLayout layout, LocalDate today) {
        this.layout = layout;
        this.today = today;
    }

    /** @param rejected unusable rows of a file that otherwise adds up */
    record Content(List<BankRow> rows, List<ZenginProblem> rejected, List<ZenginRecord> records) {
        String raw(int record) {
            return records.get(record - 1).text(RecordField.RECORD);
        }
    }

    static Content read(ZenginLayout layout, byte[] bytes, LocalDate today) {
        var file = new ZenginFile(layout, today);
        var records = ZenginRecords.of(bytes);
        records.forEach(file::take);
        if (file.previous != '9') {
            var last = records.get(records.size() - 1);
            throw new ZenginRefused(last.number(), RecordField.RECORD_TYPE, "required", "no-end");
        }
        if (!file.problems.isEmpty()) {
            throw new ZenginRefused(file.problems);
        }
        return new Content(file.rows, file.rejected, records);
    }

    private void take(ZenginRecord record) {
        switch (record.type()) {
            case '1' -> header(record);
            case '2' -> data(record);
            case '8' -> trailer(record);
            case '9' -> end(record);
            default ->
                throw new ZenginRefused(
                        record.number(),
                        RecordField.RECORD_TYPE,
                        "invalid",
                        "unknown-record",
                        String.valueOf(record.type()));
        }
        previous = record.type();
    }

    private void header(ZenginRecord record) {
        after(record, "08");
        if (!record.text(BUSINESS_TYPE).equals(layout.businessType())) {
            throw new ZenginRefused(
                    record.number(),
                    BUSINESS_TYPE,
                    "invalid",
                    "business-type",
                    record.text(BUSINESS_TYPE),
                    layout.businessType());
        }
        if (record.text(CHAR_CODE).equals("1")) {
            throw new ZenginRefused(record.number(), CHAR_CODE, "encoding", "ebcdic");
        }
        account = layout.account(record);
        accounts++;
        data.clear();
    }

    private void data(ZenginRecord record) {
        after(record, "12");
        data.add(record);
        try {
            layout.row(record, account, today).ifPresent(rows::add);
        } catch (ZenginRefused e) {
            rejected.addAll(e.problems());
        }
    }

    /** If the amount of a row can't be read, the totals can't be compared. */
    private void trailer(ZenginRecord record) {
        after(record, "12");
        try {
            problems.addAll(layout.trailerProblems(record, data));
        } catch (ZenginRefused e) {
            problems.addAll(e.problems());
        }
    }

    private void end(ZenginRecord record) {
        after(record, "8");
        problems.addAll(layout.endProblems(record, record.number(), accounts));
    }

    private void after(ZenginRecord record, String allowed) {
        if (allowed.indexOf(previous) < 0) {
            throw new ZenginRefused(
                    record.number(), RecordField.RECORD_TYPE, ORDER, "record-order", String.valueOf(record.type()));
        }
    }
}
