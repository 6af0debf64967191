package jp.otodoke.payments.paper.banks;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import jp.otodoke.payments.BankCode;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.csv.UnreadableCsv;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files of bank codes that were uploaded: each is compared with the table before anything is imported. */
@Component
public class BankCodeUploads {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    BankCodeUploads(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A file as it is kept until it is imported. */
    record Stored(String fileName, BankCodeScope scope, String content) {}

    /**
     * Keeps the file; the ones that nobody has imported go.
     *
     * @return its id
     * @throws InvalidInput with what is wrong, each with its line and column
     */
    @Transactional
    public long keep(String fileName, byte[] bytes, BankCodeScope scope, String by) {
        var differences = differences(BankCodeFile.read(bytes), scope);
        jdbc.sql("delete from bank_code_upload where imported_at is null").update();
        return jdbc.sql(
                        """
                        insert into bank_code_upload (file_name, scope, content, added, changed, removed, uploaded_at, uploaded_by)
                        values (:name, :scope, :content, :added, :changed, :removed, :now, :by) returning id
                        """)
                .param("name", fileName)
                .param("scope", scope.name())
                .param("content", text(bytes))
                .param("added", differences.added().size())
                .param("changed", differences.changed().size())
                .param("removed", differences.removed().size())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
    }

    private static String text(byte[] bytes) {
        try {
            return CharacterSets.decode(bytes, CharacterSets.UTF8_OR_CP932);
        } catch (UnreadableCsv none) {
            throw new InvalidInput("file", "encoding", BilingualText.of("bank-codes.problem.unreadable", "1", "file"));
        }
    }

    /** What it would change now. */
    @Transactional(readOnly = true)
    public BankCodeDifferences preview(long id) {
        var stored = stored(id, "");
        return differences(BankCodeFile.read(stored.content().getBytes(StandardCharsets.UTF_8)), stored.scope());
    }

    BankCodeDifferences differences(List<BankCode> file, BankCodeScope scope) {
        return BankCodeDifferences.between(table(), file, scope);
    }

    Stored locked(long id) {
        return stored(id, " for update");
    }

    private Stored stored(long id, String lock) {
        var content = jdbc.sql("select file_name, scope, content from bank_code_upload where id = :id" + lock)
                .param("id", id)
                .query((row, n) -> new Stored(
                        row.getString("file_name"),
                        BankCodeScope.valueOf(row.getString("scope")),
                        row.getString("content") == null ? "" : row.getString("content")))
                .optional()
                .orElseThrow(() -> Refusal.notFound("bank-codes.upload-not-found", id));
        if (content.content().isEmpty()) {
            throw Refusal.conflict("bank-codes.imported-already", id);
        }
        return content;
    }

    private List<BankCode> table() {
        return jdbc.sql("select bank_code, branch_code, name, kana from bank_code")
                .query((row, n) -> new BankCode(
                        row.getString("bank_code"),
                        row.getString("branch_code"),
                        row.getString("name"),
                        row.getString("kana")))
                .list();
    }
}
