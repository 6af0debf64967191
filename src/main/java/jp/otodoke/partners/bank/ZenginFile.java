package jp.otodoke.partners.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.files.FileContent;

/**
 * Reads a deposit file as a whole: for each account a header, data records and a trailer whose totals must agree,
 * then one end record. A file that doesn't add up is refused before anything is booked.
 */
final class ZenginFile {
    private static final RecordField BUSINESS_TYPE = new RecordField("種別コード", 2, 2);
    private static final RecordField CHAR_CODE = new RecordField("コード区分", 4, 1);
    private static final String ORDER = "order";

    private final ZenginLayout layout;
    private final ZenginContent found;
    private final List<ZenginProblem> problems = new ArrayList<>();
    private AccountTotals totals;
    private List<ZenginProblem> unreadable = List.of();
    private char previous = '0';

    private ZenginFile(ZenginLayout layout, FileContent content, LocalDate today) {
        this.layout = layout;
        this.found = new ZenginContent(layout, content, today);
        this.totals = layout.totals();
    }

    /** What is found is read again from the content, which stays open. */
    static ZenginContent read(ZenginLayout layout, FileContent content, LocalDate today) {
        ForeignEncoding.refuse(content);
        var file = new ZenginFile(layout, content, today);
        var reader = new ZenginReader(content, ZenginRecord.LENGTH);
        int last = 0;
        for (var record = reader.next(); record != null; record = reader.next()) {
            file.take(record, reader.position());
            last = record.number();
        }
        if (file.previous != '9') {
            throw new ZenginRefused(last, RecordField.RECORD_TYPE, "required", "no-end");
        }
        if (!file.problems.isEmpty()) {
            throw new ZenginRefused(file.problems);
        }
        return file.found;
    }

    private void take(ZenginRecord record, long position) {
        switch (record.type()) {
            case '1' -> header(record);
            case '2' -> data(record, position);
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
        found.account(layout.account(record));
        totals = layout.totals();
        unreadable = List.of();
    }

    private void data(ZenginRecord record, long position) {
        after(record, "12");
        if (unreadable.isEmpty()) {
            try {
                totals.add(record);
            } catch (ZenginRefused e) {
                unreadable = e.problems();
            }
        }
        found.add(record, position);
    }

    /** If the amount of a row can't be read, the totals can't be compared. */
    private void trailer(ZenginRecord record) {
        after(record, "12");
        try {
            problems.addAll(unreadable.isEmpty() ? totals.problems(record) : unreadable);
        } catch (ZenginRefused e) {
            problems.addAll(e.problems());
        }
    }

    private void end(ZenginRecord record) {
        after(record, "8");
        problems.addAll(layout.endProblems(record, record.number(), found.accounts()));
    }

    private void after(ZenginRecord record, String allowed) {
        if (allowed.indexOf(previous) < 0) {
            throw new ZenginRefused(
                    record.number(), RecordField.RECORD_TYPE, ORDER, "record-order", String.valueOf(record.type()));
        }
    }
}
