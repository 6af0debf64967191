package jp.otodoke.partners.bank;

import jp.otodoke.platform.files.FileContent;

/** Recognises a 全銀 file that somebody has sent as EBCDIC or UTF-8, which its records can't tell by themselves. */
final class ForeignEncoding {
    private static final int ONE_IN_EBCDIC = 0xF1;
    private static final int PART = 64 * 1024;

    private final FileContent content;
    private int record = 1;
    private int position;
    private int expected;

    /** 0 until there is a character of three bytes, as each kana has in UTF-8; in JIS kana are single bytes below E0. */
    private int kanaRecord;

    private int kanaPosition;

    private ForeignEncoding(FileContent content) {
        this.content = content;
    }

    /** @throws ZenginRefused if it is neither JIS nor plain ASCII */
    static void refuse(FileContent content) {
        var first = content.read(0, 1);
        if (first.length > 0 && (first[0] & 0xFF) == ONE_IN_EBCDIC) {
            throw new ZenginRefused(1, RecordField.RECORD_TYPE, "encoding", "ebcdic");
        }
        new ForeignEncoding(content).refuseUtf8();
    }

    /** What is no UTF-8 shows it within its first names, so that little is read of it. */
    private void refuseUtf8() {
        for (long from = 0; from < content.size(); from += PART) {
            for (byte one : content.read(from, PART)) {
                if (!continues(one & 0xFF)) {
                    return;
                }
            }
        }
        if (expected == 0 && kanaRecord > 0) {
            throw new ZenginRefused(
                    kanaRecord, new RecordField(RecordField.RECORD.name(), kanaPosition, 1), "encoding", "utf-8");
        }
    }

    private boolean continues(int one) {
        position++;
        if (expected > 0) {
            expected--;
            return one >= 0x80 && one < 0xC0;
        }
        if (one == '\n') {
            record++;
            position = 0;
        }
        if (one >= 0xE0 && kanaRecord == 0) {
            kanaRecord = record;
            kanaPosition = position;
        }
        expected = one < 0x80 ? 0 : one < 0xE0 ? 1 : one < 0xF0 ? 2 : 3;
        return one < 0x80 || one >= 0xC2 && one < 0xF5;
    }
}
