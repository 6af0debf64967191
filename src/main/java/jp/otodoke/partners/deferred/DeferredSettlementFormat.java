package jp.otodoke.partners.deferred;

import java.util.List;
import java.util.Set;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.partners.exchange.csv.CsvFormat;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.partners.exchange.csv.RowReader;
import jp.otodoke.payments.DeferredSettlement;
import jp.otodoke.payments.RecordDeferredSettlement;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.platform.files.LargeList;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;

/** 立替払い明細: what the provider has paid out, transaction by transaction, as it is uploaded. */
class DeferredSettlementFormat implements FileFormat<DeferredSettlement> {
    private static final List<String> HEADER = List.of("transaction_id", "order_no", "amount", "fee", "paid_on");
    private static final Set<String> NAMES = Set.of("transaction_id", "order_no");
    private static final FieldPositions POSITIONS = new FieldPositions(HEADER);

    private final RecordDeferredSettlement recordSettlement;

    DeferredSettlementFormat(RecordDeferredSettlement recordSettlement) {
        this.recordSettlement = recordSettlement;
    }

    @Override
    public String partner() {
        return DeferredQueue.PARTNER;
    }

    @Override
    public String type() {
        return "DEFERRED_SETTLEMENT";
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public boolean named(String fileName) {
        return fileName.matches("DEFERRED_[^/\\\\]*\\.(?i:csv)");
    }

    @Override
    public List<FileRecord<DeferredSettlement>> read(String fileName, FileContent content) {
        return LargeList.of(PartnerCsv.read(content, HEADER), (place, row) -> record(row));
    }

    private static FileRecord<DeferredSettlement> record(CsvRow row) {
        var reader = new RowReader(row);
        var settlement = settlement(reader);
        var references = CsvFormat.references(row, NAMES);
        return reader.mistakes().isEmpty()
                ? FileRecord.good(row.line(), row.raw(), settlement, references)
                : FileRecord.bad(row.line(), row.raw(), POSITIONS.in(row.raw(), reader.mistakes()), references);
    }

    private static DeferredSettlement settlement(RowReader row) {
        return new DeferredSettlement(
                row.code("transaction_id"),
                row.code("order_no", OrderNumber::of),
                Yen.of(row.signed("amount")),
                Yen.of(row.integer("fee", 0)),
                row.requiredDate("paid_on"));
    }

    @Override
    public Outcome take(Source source, List<FileRecord<DeferredSettlement>> records) {
        var created =
                recordSettlement.record(records.stream().map(FileRecord::get).toList());
        return Outcome.created(created).plus(Outcome.existing(records.size() - created));
    }

    @Override
    public List<Mistake> explain(FileRecord<DeferredSettlement> record, List<FieldProblem> problems) {
        return POSITIONS.in(record.raw(), FileFormat.super.explain(record, problems));
    }
}
