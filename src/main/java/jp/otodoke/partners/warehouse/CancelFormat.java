package jp.otodoke.partners.warehouse;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.OutgoingFile;
import jp.otodoke.partners.exchange.OutgoingFormat;
import jp.otodoke.platform.csv.Cp932Csv;

/** Requests to cancel instructions. */
class CancelFormat implements OutgoingFormat {
    static final List<String> HEADER = List.of("ship_no", "request_id", "reason");
    private static final int REQUESTS_PER_FILE = 200;

    private final String partner;

    CancelFormat(String partner) {
        this.partner = partner;
    }

    @Override
    public String partner() {
        return partner;
    }

    @Override
    public String type() {
        return WarehouseExchange.CANCEL;
    }

    @Override
    public int batchSize() {
        return REQUESTS_PER_FILE;
    }

    @Override
    public OutgoingFile build(List<OutboxRow> rows) {
        var csv = new Cp932Csv(HEADER);
        var references = new HashSet<String>();
        for (var row : rows) {
            var shipment = Objects.requireNonNull(row.reference());
            references.add(shipment);
            csv.row(
                    shipment,
                    List.of(shipment, row.value(WarehouseExchange.REQUEST), row.value(WarehouseExchange.REASON)));
        }
        return new OutgoingFile(csv.bytes(), rows.size(), references, csv.notes());
    }
}
