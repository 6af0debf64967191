package jp.otodoke.partners.exchange;

import java.util.List;
import java.util.Set;
import jp.otodoke.partners.exchange.csv.CsvFormat;
import jp.otodoke.partners.exchange.csv.PartnerCsv;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small type of file for tests of the intake itself: booked values stand in a table. */
class PairsFormat implements FileFormat<PairsFormat.Pair> {
    static final String PARTNER = "pairs";
    static final String HEADER = "key,value\r\n";

    private final JdbcClient jdbc;

    /** When set, the booking of this key stops as if the machine had died there. */
    static volatile String dyingAt = "";

    /** When set, files whose names begin so are refused. */
    static volatile String refusedName = "";

    /** When set, keys that begin so are unknown. */
    static volatile String unknownKey = "";

    /** When set, somebody else is in the way of this key once. */
    static volatile String conflictAt = "";

    /** Of how many records the last set was. */
    static volatile int lastSet;

    /** As it is outside of a test. */
    static void reset() {
        conflictAt = "";
        dyingAt = "";
        refusedName = "";
        unknownKey = "";
    }

    PairsFormat(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String partner() {
        return PARTNER;
    }

    @Override
    public String type() {
        return "PAIRS";
    }

    @Override
    public boolean named(String fileName) {
        return fileName.startsWith("PAIRS_");
    }

    @Override
    public List<FileRecord<Pair>> read(String fileName, FileContent content) {
        if (begins(fileName, refusedName)) {
            throw new FileRefused("not-yet", BilingualText.asWritten("この書式はまだ読めません。"));
        }
        return CsvFormat.rowByRow(
                fileName.startsWith("PAIRS_END")
                        ? PartnerCsv.readWithEnd(content, List.of("key", "value"))
                        : PartnerCsv.read(content, List.of("key", "value")),
                Set.of("key"),
                row -> new Pair(row.code("key"), row.quantity("value")));
    }

    @Override
    public Outcome take(Source source, List<FileRecord<Pair>> records) {
        var outcome = Outcome.NONE;
        lastSet = records.size();
        for (var record : records) {
            var pair = record.get();
            if (pair.key().equals(conflictAt)) {
                conflictAt = "";
                throw new CannotAcquireLockException("deadlock");
            }
            if (pair.key().equals(dyingAt)) {
                throw new OutOfMemoryError("as if the machine had died");
            }
            if (pair.key().startsWith("refused") || begins(pair.key(), unknownKey)) {
                throw new InvalidInput("key", "unknown", BilingualText.asWritten("このキーはありません。"));
            }
            if (pair.key().startsWith("broken")) {
                throw new IllegalStateException("a fault of ours");
            }
            boolean fresh = jdbc.sql(
                                    """
                                    insert into test_pair (key, value)
                                    select :key, :value where not exists (select 1 from test_pair where key = :key)""")
                            .param("key", pair.key())
                            .param("value", pair.value())
                            .update()
                    == 1;
            outcome = outcome.plus(fresh ? Outcome.created(1) : Outcome.existing(1));
        }
        return outcome;
    }

    private static boolean begins(String text, String with) {
        return !with.isEmpty() && text.startsWith(with);
    }

    record Pair(String key, int value) {}
}
