package jp.otodoke.partners.bank;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.files.FileContent;

/** All records of a short file. */
final class ZenginRecords {
    private ZenginRecords() {}

    /** @param length of each record in bytes */
    static List<ZenginRecord> of(byte[] file, int length) {
        var reader = new ZenginReader(FileContent.of(file), length);
        List<ZenginRecord> records = new ArrayList<>();
        for (var record = reader.next(); record != null; record = reader.next()) {
            records.add(record);
        }
        return records;
    }
}
