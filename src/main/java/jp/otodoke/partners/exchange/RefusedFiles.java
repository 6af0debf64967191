package jp.otodoke.partners.exchange;

import java.util.Optional;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Files that were refused as a whole: what is stored of them is read again, or another file takes their place. */
@Component
class RefusedFiles {
    private final JdbcClient jdbc;
    private final FileFormats formats;
    private final MessageContents contents;
    private final Inbox inbox;

    RefusedFiles(JdbcClient jdbc, FileFormats formats, MessageContents contents, Inbox inbox) {
        this.jdbc = jdbc;
        this.formats = formats;
        this.contents = contents;
        this.inbox = inbox;
    }

    static String taskKey(long message) {
        return RefusedFileTask.TYPE + ":" + message;
    }

    /**
     * Reads it again, such as after its format became known. Its records are booked after the commit by whichever node
     * looks for such files first.
     *
     * @throws Refusal if it still can't be taken (conflict)
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void readAgain(long id) {
        var file = lock(id);
        if (!file.state().equals("REFUSED")) {
            throw Refusal.conflict("partners.refused.over", file.fileName());
        }
        var format = format(file)
                .orElseThrow(
                        () -> stillRefused(file, BilingualText.of("partners.refused.unknown-type", file.fileName())));
        if (format.namesAreUnique() && nameTaken(file)) {
            throw stillRefused(file, BilingualText.of("partners.refused.name-taken", file.fileName()));
        }
        jdbc.sql(
                        """
                        update partner_message set state = 'RECEIVED', type = :type, record_count = :records, attempts = 0,
                               worker = null, error = null, processed_at = null
                         where id = :id""")
                .param("type", format.type())
                .param("records", records(format, file))
                .param("id", id)
                .update();
        replaced(file.partner(), file.fileName());
    }

    private <T> int records(FileFormat<T> format, Stored file) {
        try (var content = contents.of(file.id())) {
            return FileReading.read(format, file.fileName(), content).size();
        } catch (FileRefused e) {
            throw stillRefused(file, e.reason());
        }
    }

    private static Refusal stillRefused(Stored file, BilingualText reason) {
        return Refusal.conflict("partners.refused.still", file.fileName(), reason);
    }

    /** A file of this name was taken: earlier ones that were refused need nobody any more. */
    void replaced(String partner, String fileName) {
        inbox.close(jdbc
                .sql(
                        """
                                select id from partner_message
                                 where direction = 'IN' and partner = :partner and file_name = :name and state = 'REFUSED'""")
                .param("partner", partner)
                .param("name", fileName)
                .query(Long.class)
                .list()
                .stream()
                .map(RefusedFiles::taskKey)
                .toList());
    }

    private Optional<FileFormat<?>> format(Stored file) {
        return file.uploaded()
                ? formats.ofType(file.partner(), file.type())
                : formats.named(file.partner(), file.fileName());
    }

    private boolean nameTaken(Stored file) {
        return jdbc.sql(
                        """
                        select exists (select 1 from partner_message
                         where direction = 'IN' and partner = :partner and file_name = :name
                           and sha256 <> :sha256 and state <> 'REFUSED')""")
                .param("partner", file.partner())
                .param("name", file.fileName())
                .param("sha256", file.sha256())
                .query(Boolean.class)
                .single();
    }

    private Stored lock(long id) {
        return jdbc.sql(
                        """
                        select id, partner, type, file_name, sha256, uploaded, state from partner_message
                         where id = :id for no key update""")
                .param("id", id)
                .query(Stored.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("partners.message.not-found", id));
    }

    private record Stored(
            long id, String partner, String type, String fileName, String sha256, boolean uploaded, String state) {}
}
