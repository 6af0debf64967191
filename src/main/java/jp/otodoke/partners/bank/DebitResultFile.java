package jp.otodoke.partners.bank;

import static jp.otodoke.partners.bank.DebitLayout.*;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.files.FileContent;
import org.jspecify.annotations.Nullable;

/**
 * Reads a 口座振替 result as a whole: header, data records, a trailer whose totals agree with them, and the end. It must have the
 * header of the request that it answers.
 */
final class DebitResultFile {
    private static final String INVALID = "invalid";

    private final DebitAgency agency;
    private final @Nullable ZenginRecord request;
    private final List<DebitRow> rows = new ArrayList<>();
    private final List<ZenginProblem> problems = new ArrayList<>();
    private @Nullable ZenginRecord trailer;
    private boolean unreadable;
    private char previous = '0';

    private DebitResultFile(DebitAgency agency, @Nullable ZenginRecord request) {
        this.agency = agency;
        this.request = request;
    }

    /** @param trailer number of its record, where what is missing is told */
    record Content(List<DebitRow> rows, int trailer, List<ZenginProblem> problems) {}

    /**
     * @param request the header that was sent; null if requests have none
     * @throws ZenginRefused if the file has not the structure of one
     */
    static Content read(byte[] bytes, DebitAgency agency, @Nullable ZenginRecord request) {
        var table = agency.result();
        if (table != null) {
            return DebitTableFile.read(bytes, table, agency, request);
        }
        if (!agency.isEbcdic()) {
            ForeignEncoding.refuse(FileContent.of(bytes));
        }
        var file = new DebitResultFile(agency, request);
        var records = agency.records(bytes);
        records.forEach(file::take);
        return file.content(records.size());
    }

    private Content content(int records) {
        if (previous != '9' || trailer == null) {
            throw new ZenginRefused(records, RECORD_TYPE, "required", "no-end");
        }
        if (!unreadable) {
            problems.addAll(DebitTotals.problems(trailer, rows));
        }
        return new Content(rows, trailer.number(), problems);
    }

    private void take(ZenginRecord record) {
        switch (record.type()) {
            case '1' -> header(after(record, "0"));
            case '2' -> data(after(record, "12"));
            case '8' -> trailer = after(record, "12");
            case '9' -> after(record, "8");
            default ->
                throw new ZenginRefused(
                        record.number(), RECORD_TYPE, INVALID, "unknown-record", record.text(RECORD_TYPE));
        }
        previous = record.type();
    }

    private ZenginRecord after(ZenginRecord record, String allowed) {
        if (allowed.indexOf(previous) < 0) {
            throw new ZenginRefused(
                    record.number(), RECORD_TYPE, "order", "record-order", String.valueOf(record.type()));
        }
        return record;
    }

    private void header(ZenginRecord header) {
        if (!header.text(BUSINESS_TYPE).equals(BUSINESS)) {
            throw new ZenginRefused(
                    header.number(), BUSINESS_TYPE, INVALID, "business-type", header.text(BUSINESS_TYPE), BUSINESS);
        }
        if (!header.text(CODE_DIVISION).equals(agency.codeDivision())) {
            problems.add(ZenginProblem.of(
                    header.number(),
                    CODE_DIVISION,
                    "encoding",
                    header.text(CODE_DIVISION).equals("1") ? "ebcdic" : "code-division",
                    header.text(CODE_DIVISION)));
        }
        asSent(header, CONSIGNOR_CODE);
        asSent(header, DEBIT_DATE);
    }

    private void asSent(ZenginRecord header, RecordField field) {
        if (request != null && !header.text(field).equals(request.text(field))) {
            problems.add(ZenginProblem.of(
                    header.number(), field, "mismatch", "not-as-sent", header.text(field), request.text(field)));
        }
    }

    private void data(ZenginRecord record) {
        var code = record.text(RESULT_CODE);
        try {
            rows.add(new DebitRow(
                    record.number(), record.text(CUSTOMER_NUMBER), record.number(AMOUNT), code, agency.outcome(code)));
        } catch (ZenginRefused refused) {
            unreadable = true;
            problems.addAll(refused.problems());
        }
    }
}
