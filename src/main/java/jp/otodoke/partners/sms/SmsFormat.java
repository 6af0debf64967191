package jp.otodoke.partners.sms;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import jp.otodoke.partners.exchange.OutboxRow;
import jp.otodoke.partners.exchange.OutgoingFile;
import jp.otodoke.partners.exchange.OutgoingFormat;
import jp.otodoke.platform.csv.Cp932Csv;

/** Short messages to be sent, one a row. */
class SmsFormat implements OutgoingFormat {
    static final String TYPE = "SMS";
    static final String PHONE = "phone";
    static final String TEXT = "text";
    static final List<String> HEADER = List.of("message_id", "phone", "text");
    private static final int MESSAGES_PER_FILE = 500;

    @Override
    public String partner() {
        return SmsPartner.CODE;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public int batchSize() {
        return MESSAGES_PER_FILE;
    }

    @Override
    public OutgoingFile build(List<OutboxRow> rows) {
        var csv = new Cp932Csv(HEADER);
        var references = new HashSet<String>();
        for (var row : rows) {
            references.add(Objects.requireNonNull(row.reference()));
            csv.row(row.key(), List.of(row.key(), row.value(PHONE), row.value(TEXT)));
        }
        return new OutgoingFile(csv.bytes(), rows.size(), references, csv.notes());
    }
}
