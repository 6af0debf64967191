package jp.otodoke.partners.bank;

import java.io.ByteArrayOutputStream;

/** Whether the records of a file stand on lines of their own. */
public enum Framing {
    CRLF("\r\n"),
    NONE("");

    private final String lineEnd;

    Framing(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    /** What stands on lines already stays as it is. */
    byte[] frame(byte[] records, DebitAgency agency) {
        if (agency.linesOnly()) {
            return records;
        }
        var end = agency.encode(lineEnd.getBytes(ZenginRecord.KANA));
        var file = new ByteArrayOutputStream();
        for (int at = 0; at < records.length; at += DebitLayout.LENGTH) {
            file.write(records, at, DebitLayout.LENGTH);
            file.writeBytes(end);
        }
        return file.toByteArray();
    }
}
