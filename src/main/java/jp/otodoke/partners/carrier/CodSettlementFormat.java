package jp.otodoke.partners.carrier;

import java.util.List;
import java.util.Set;
import jp.otodoke.fulfilment.CodSettlement;
import jp.otodoke.fulfilment.RecordCodSettlement;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.partners.exchange.csv.CsvFormat;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.partners.exchange.csv.RowReader;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.Yen;

/** What the carrier has collected on delivery, parcel by parcel, in its folder or uploaded. */
class CodSettlementFormat implements FileFormat<CodSettlement> {
    private static final List<String> HEADER = List.of("carrier", "tracking_no", "result", "amount", "fee", "paid_on");

    private final RecordCodSettlement recordCodSettlement;

    CodSettlementFormat(RecordCodSettlement recordCodSettlement) {
        this.recordCodSettlement = recordCodSettlement;
    }

    @Override
    public String partner() {
        return CarrierPartner.CODE;
    }

    @Override
    public String type() {
        return "COD";
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ACCOUNTING;
    }

    @Override
    public boolean named(String fileName) {
        return fileName.matches("COD_[^/\\\\]*\\.(?i:csv)");
    }

    @Override
    public List<FileRecord<CodSettlement>> read(String fileName, FileContent content) {
        return CsvFormat.rowByRow(
                PartnerCsv.read(content, HEADER), Set.of("tracking_no"), CodSettlementFormat::settlement);
    }

    private static CodSettlement settlement(RowReader row) {
        var result = row.oneOf("result", CodSettlement.Result.class);
        // Without a readable result the row has a problem, and the value is never used.
        return new CodSettlement(
                row.text("carrier"),
                row.trackingNumber("tracking_no"),
                result == null ? CodSettlement.Result.LOST : result,
                result == CodSettlement.Result.PAID ? Yen.of(row.integer("amount", 0)) : Yen.ZERO,
                row.text("fee").isBlank() ? Yen.ZERO : Yen.of(row.integer("fee", 0)),
                row.date("paid_on"));
    }

    @Override
    public Outcome take(Source source, List<FileRecord<CodSettlement>> records) {
        var created =
                recordCodSettlement.record(records.stream().map(FileRecord::get).toList());
        return Outcome.created(created).plus(Outcome.existing(records.size() - created));
    }
}
