package jp.otodoke.partners.warehouse;

import java.util.List;
import java.util.Set;
import jp.otodoke.fulfilment.CancelAnswer;
import jp.otodoke.fulfilment.CancelResult;
import jp.otodoke.fulfilment.RecordCancelAnswers;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.partners.exchange.csv.CsvFormat;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.partners.exchange.csv.RowReader;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.ShipmentNumber;

/** The warehouse's answers to cancellation requests. */
class CancelResultFormat implements FileFormat<CancelAnswer> {
    private static final List<String> HEADER = List.of("request_id", "ship_no", "result");

    private final String partner;
    private final OwnShipments ownShipments;
    private final RecordCancelAnswers recordCancelAnswers;

    CancelResultFormat(String partner, OwnShipments ownShipments, RecordCancelAnswers recordCancelAnswers) {
        this.partner = partner;
        this.ownShipments = ownShipments;
        this.recordCancelAnswers = recordCancelAnswers;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public String type() {
        return "CANCELRESULT";
    }

    @Override
    public boolean named(String fileName) {
        return WarehouseExchange.named(type(), fileName);
    }

    @Override
    public List<FileRecord<CancelAnswer>> read(String fileName, FileContent content) {
        return CsvFormat.rowByRow(PartnerCsv.read(content, HEADER), Set.of("ship_no"), CancelResultFormat::answer);
    }

    private static CancelAnswer answer(RowReader row) {
        var result = row.oneOf("result", CancelResult.class);
        // Without a readable result the row has a problem, and the value is never used.
        return new CancelAnswer(
                row.code("request_id"),
                row.code("ship_no", ShipmentNumber::of),
                result == null ? CancelResult.NOT_FOUND : result);
    }

    @Override
    public Outcome take(Source source, List<FileRecord<CancelAnswer>> records) {
        var answers = records.stream().map(FileRecord::get).toList();
        ownShipments.require(
                partner, answers.stream().map(CancelAnswer::shipmentNumber).toList());
        recordCancelAnswers.record(answers);
        return Outcome.created(records.size());
    }
}
