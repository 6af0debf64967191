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

    byte[] frame(byte[] records, DebitAgency agency) {
        var end = agency.encode(lineEnd.getBytes(ZenginRecord.KANA));
        var file = new ByteArrayOutputStream();
        for (int at = 0; at < records.length; at += DebitLayout.LENGTH) {
            file.write(records, at, DebitLayout.LENGTH);
            file.writeBytes(end);
        }
        return file.toByteArray();
    }
}
