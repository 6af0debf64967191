package jp.otodoke.partners.warehouse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.otodoke.fulfilment.Acknowledgement;
import jp.otodoke.fulfilment.RecordAcknowledgements;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.partners.exchange.SentFiles;
import jp.otodoke.partners.exchange.csv.CsvFormat;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.partners.exchange.csv.RowReader;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ShipmentNumber;
import org.jspecify.annotations.Nullable;

/** The warehouse's acknowledgements: of single instructions, or of a whole file. */
class AckFormat implements FileFormat<AckFormat.Ack> {
    private static final List<String> HEADER = List.of("file", "ship_no", "result", "code", "text");

    private final String partner;
    private final OwnShipments ownShipments;
    private final RecordAcknowledgements recordAcknowledgements;
    private final SentFiles sentFiles;

    AckFormat(
            String partner,
            OwnShipments ownShipments,
            RecordAcknowledgements recordAcknowledgements,
            SentFiles sentFiles) {
        this.partner = partner;
        this.ownShipments = ownShipments;
        this.recordAcknowledgements = recordAcknowledgements;
        this.sentFiles = sentFiles;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public String type() {
        return "ACK";
    }

    @Override
    public boolean named(String fileName) {
        return WarehouseExchange.named(type(), fileName);
    }

    @Override
    public List<FileRecord<Ack>> read(String fileName, FileContent content) {
        return CsvFormat.rowByRow(PartnerCsv.read(content, HEADER), Set.of("ship_no"), AckFormat::ack);
    }

    private static Ack ack(RowReader row) {
        var result = row.oneOf("result", Result.class);
        return new Ack(
                row.required("file"),
                row.optional("ship_no"),
                result == Result.ACCEPTED,
                row.text("code"),
                row.text("text"));
    }

    @Override
    public Outcome take(Source source, List<FileRecord<Ack>> records) {
        var answers = new ArrayList<Acknowledgement>();
        var files = new LinkedHashMap<String, Boolean>();
        var revisions = new HashMap<String, Map<String, String>>();
        for (var record : records) {
            var ack = record.get();
            var instructed = revisions.computeIfAbsent(ack.file(), this::revisions);
            var shipment = ack.shipment();
            if (shipment != null) {
                answers.add(ack.of(shipment, instructed.get(shipment)));
                files.putIfAbsent(ack.file(), true);
            } else {
                refuseUnknown(ack);
                instructed.forEach((number, revision) -> answers.add(ack.of(number, revision)));
                files.put(ack.file(), ack.accepted());
            }
        }
        ownShipments.require(
                partner, answers.stream().map(Acknowledgement::shipmentNumber).toList());
        recordAcknowledgements.record(answers);
        files.forEach((file, accepted) ->
                sentFiles.find(partner, file).ifPresent(sent -> sentFiles.acknowledge(sent, accepted)));
        return Outcome.created(records.size());
    }

    /** Which revision of which shipment the file has told the warehouse; none if it is no file of instructions. */
    private Map<String, String> revisions(String file) {
        return sentFiles
                .find(partner, file)
                .filter(sent -> sent.type().equals(WarehouseExchange.SHIP))
                .map(sent -> sentFiles.values(sent, WarehouseExchange.REVISION))
                .orElse(Map.of());
    }

    private void refuseUnknown(Ack ack) {
        if (sentFiles.find(partner, ack.file()).isEmpty()) {
            throw new InvalidInput("file", "unknown", BilingualText.of("warehouse.problem.unknown-file", ack.file()));
        }
    }

    /** One acknowledgement; without a shipment it applies to all instructions of the file. */
    record Ack(String file, @Nullable String shipment, boolean accepted, String code, String text) {
        Acknowledgement of(String number, @Nullable String revision) {
            return new Acknowledgement(
                    ShipmentNumber.of(number),
                    revision == null ? null : Integer.valueOf(revision),
                    accepted,
                    code,
                    text);
        }
    }

    private enum Result {
        ACCEPTED,
        REJECTED
    }
}
