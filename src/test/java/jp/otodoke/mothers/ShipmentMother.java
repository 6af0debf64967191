package jp.otodoke.mothers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.fulfilment.Acknowledgement;
import jp.otodoke.fulfilment.ShipResult;
import jp.otodoke.fulfilment.ShipResult.ResultLine;
import jp.otodoke.fulfilment.ShipmentLine;
import jp.otodoke.fulfilment.TrackingEvent;
import jp.otodoke.shared.ShipmentNumber;

/** What warehouse and carrier report about a shipment. */
public final class ShipmentMother {
    private ShipmentMother() {}

    public static Acknowledgement accepted(ShipmentNumber shipment) {
        return new Acknowledgement(shipment, null, true, "", "住所不備");
    }

    public static Acknowledgement rejected(ShipmentNumber shipment) {
        return new Acknowledgement(shipment, null, false, "E1", "住所不備");
    }

    /** The parcel's number at the carrier. */
    public static String trackingNumber(ShipmentNumber shipment) {
        return "4" + shipment;
    }

    /** The first and last result of a shipment that was packed like this. */
    public static ShipResult shipped(ShipmentNumber shipment, List<ResultLine> lines, Instant at) {
        return result(shipment, "1", lines, true, at);
    }

    public static ShipResult result(
            ShipmentNumber shipment, String number, List<ResultLine> lines, boolean last, Instant at) {
        return new ShipResult(shipment, number, at, "YAMATO", trackingNumber(shipment), lines, last);
    }

    /** Of each line at most so many pieces leave. */
    public static List<ResultLine> atMost(int pieces, List<ShipmentLine> lines) {
        var left = new ArrayList<ResultLine>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            left.add(new ResultLine(i + 1, line.sku(), Math.min(pieces, line.quantity()), null, null));
        }
        return left;
    }

    public static TrackingEvent tracked(ShipmentNumber shipment, TrackingEvent.Kind kind, Instant at) {
        return new TrackingEvent(trackingNumber(shipment), kind, at, "東京");
    }
}
