package jp.otodoke.partners.warehouse;

import java.util.List;
import jp.otodoke.fulfilment.Instructions;
import jp.otodoke.fulfilment.RecordAcknowledgements;
import jp.otodoke.fulfilment.RecordCancelAnswers;
import jp.otodoke.fulfilment.RecordShipResults;
import jp.otodoke.inventory.RecordStockSnapshot;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.OutgoingFormat;
import jp.otodoke.partners.exchange.SentFiles;
import org.springframework.stereotype.Component;

/** The files of a warehouse, the same for each. */
@Component
class WarehouseFormats {
    private final RecordAcknowledgements recordAcknowledgements;
    private final RecordCancelAnswers recordCancelAnswers;
    private final RecordShipResults recordShipResults;
    private final RecordStockSnapshot recordStockSnapshot;
    private final OwnShipments ownShipments;
    private final SentFiles sentFiles;
    private final Instructions instructions;

    WarehouseFormats(
            RecordAcknowledgements recordAcknowledgements,
            RecordCancelAnswers recordCancelAnswers,
            RecordShipResults recordShipResults,
            RecordStockSnapshot recordStockSnapshot,
            OwnShipments ownShipments,
            SentFiles sentFiles,
            Instructions instructions) {
        this.recordAcknowledgements = recordAcknowledgements;
        this.recordCancelAnswers = recordCancelAnswers;
        this.recordShipResults = recordShipResults;
        this.recordStockSnapshot = recordStockSnapshot;
        this.ownShipments = ownShipments;
        this.sentFiles = sentFiles;
        this.instructions = instructions;
    }

    List<FileFormat<?>> incoming(String partner, Warehouse warehouse) {
        return List.of(
                new AckFormat(partner, ownShipments, recordAcknowledgements, sentFiles),
                new CancelResultFormat(partner, ownShipments, recordCancelAnswers),
                new ShipResultFormat(partner, ownShipments, recordShipResults),
                new StockFormat(partner, warehouse, recordStockSnapshot));
    }

    List<OutgoingFormat> outgoing(String partner) {
        return List.of(new ShipFormat(partner, instructions), new CancelFormat(partner));
    }
}
