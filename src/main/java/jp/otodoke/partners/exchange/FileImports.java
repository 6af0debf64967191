package jp.otodoke.partners.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Files that came in, and their progress. */
@Component
public class FileImports {
    private final JdbcClient jdbc;
    private final IntakeProgress progress;

    FileImports(JdbcClient jdbc, IntakeProgress progress) {
        this.jdbc = jdbc;
        this.progress = progress;
    }

    /** @throws Refusal if there is none */
    @Transactional(readOnly = true)
    public FileImport get(long id) {
        return jdbc.sql(
                        """
                        select id, type, file_name, state, record_count, next_record, created_count, existing_count,
                               updated_count, rejected_count, created_at, processed_at
                          from partner_message where id = :id and direction = 'IN'""")
                .param("id", id)
                .query((row, number) -> fileImport(row, errors(id)))
                .optional()
                .orElseThrow(() -> Refusal.notFound("partners.import.not-found", String.valueOf(id)));
    }

    /** @throws Refusal if there is none of these types */
    @Transactional(readOnly = true)
    public FileImport get(long id, Collection<String> types) {
        var found = get(id);
        if (!types.contains(found.type())) {
            throw Refusal.notFound("partners.import.not-found", String.valueOf(id));
        }
        return found;
    }

    /** What is booked stays booked; the rest of the file is skipped. */
    @Transactional
    public void stop(long id) {
        if (!get(id).running() || !progress.stop(id)) {
            throw Refusal.conflict("partners.import.not-running", String.valueOf(id));
        }
    }

    private List<FileImport.Error> errors(long id) {
        return jdbc.sql(
                        """
                        select line, position, field, code, message, message_en, record from partner_message_mistake
                         where message_id = :id order by id""")
                .param("id", id)
                .query((row, number) -> new FileImport.Error(
                        row.getInt("line"),
                        row.getInt("position"),
                        row.getString("field"),
                        row.getString("code"),
                        new BilingualText(row.getString("message"), row.getString("message_en")),
                        row.getString("record")))
                .list();
    }

    private static FileImport fileImport(ResultSet row, List<FileImport.Error> errors) throws SQLException {
        Timestamp finished = row.getTimestamp("processed_at");
        return new FileImport(
                row.getLong("id"),
                row.getString("type"),
                row.getString("file_name"),
                state(row.getString("state")),
                row.getInt("record_count"),
                row.getInt("next_record"),
                row.getInt("created_count"),
                row.getInt("existing_count"),
                row.getInt("updated_count"),
                row.getInt("rejected_count"),
                row.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                errors);
    }

    private static FileImport.State state(String stored) {
        return stored.equals("RECEIVED") ? FileImport.State.RUNNING : FileImport.State.valueOf(stored);
    }
}
