package jp.otodoke.partners.carrier;

import java.util.List;
import java.util.Set;
import jp.otodoke.fulfilment.RecordTracking;
import jp.otodoke.fulfilment.TrackingEvent;
import jp.otodoke.partners.exchange.FileFormat;
import jp.otodoke.partners.exchange.FileRecord;
import jp.otodoke.partners.exchange.Outcome;
import jp.otodoke.partners.exchange.csv.CsvFormat;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.partners.exchange.csv.RowReader;
import jp.otodoke.platform.files.FileContent;

/** Tracking events of parcels. */
class TrackingFormat implements FileFormat<TrackingEvent> {
    private static final List<String> HEADER = List.of("tracking_no", "event", "event_at", "office");

    /** An event is little work, and a day has hundreds of thousands. */
    private static final int CHUNK = 500;

    private final RecordTracking recordTracking;

    TrackingFormat(RecordTracking recordTracking) {
        this.recordTracking = recordTracking;
    }

    @Override
    public String partner() {
        return CarrierPartner.CODE;
    }

    @Override
    public String type() {
        return "TRACKING";
    }

    @Override
    public boolean named(String fileName) {
        return fileName.matches("TRACKING_[^/\\\\]*\\.(?i:csv)");
    }

    @Override
    public List<FileRecord<TrackingEvent>> read(String fileName, FileContent content) {
        return CsvFormat.rowByRow(PartnerCsv.read(content, HEADER), Set.of("tracking_no"), TrackingFormat::event);
    }

    private static TrackingEvent event(RowReader row) {
        var kind = row.oneOf("event", TrackingEvent.Kind.class);
        // Without a readable event the row has a problem, and the value is never used.
        return new TrackingEvent(
                row.trackingNumber("tracking_no"),
                kind == null ? TrackingEvent.Kind.IN_TRANSIT : kind,
                row.instant("event_at"),
                row.text("office"));
    }

    @Override
    public int chunk() {
        return CHUNK;
    }

    @Override
    public Outcome take(Source source, List<FileRecord<TrackingEvent>> records) {
        recordTracking.record(records.stream().map(FileRecord::get).toList());
        return Outcome.created(records.size());
    }
}
