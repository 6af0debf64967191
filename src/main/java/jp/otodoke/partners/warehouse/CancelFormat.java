package jp.otodoke.partners.warehouse;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import jp.otodoke.partners.OutboxRow;
import jp.otodoke.partners.OutgoingFile;
import jp.otodoke.partners.OutgoingFormat;
import jp.otodoke.shared.csv.Cp932Csv;
import org.springframework.stereotype.Component;

/** Requests to cancel instructions. */
@Component
class CancelFormat implements OutgoingFormat {
    static final List<String> HEADER = List.of("ship_no", "request_id", "reason");
    private static final int REQUESTS_PER_FILE = 200;

    @Override
    public String partner() {
        return Warehouse.PARTNER;
    }

    @Override
    public String type() {
        return Warehouse.CANCEL;
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
            csv.row(shipment, List.of(shipment, row.value(Warehouse.REQUEST), row.value(Warehouse.REASON)));
        }
        return new OutgoingFile(csv.bytes(), rows.size(), references, csv.notes());
    }
}
