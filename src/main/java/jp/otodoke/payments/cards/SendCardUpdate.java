package jp.otodoke.payments.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.payments.CardToCheck;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardUpdateFiles.Writer;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the request file of an update, once: it is the same from then on, whoever asks for it. */
@Component
class SendCardUpdate {
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final AuditTrail audit;
    private final BusinessClock clock;

    SendCardUpdate(JdbcClient jdbc, Secrets secrets, AuditTrail audit, BusinessClock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public byte[] fetch(long id, Writer writer) {
        var file = file(id, writer);
        audit.record("card-update-fetched", String.valueOf(id), "");
        return file;
    }

    @Transactional(readOnly = true)
    public List<Long> waiting() {
        return jdbc.sql("select id from card_update where delivered_at is null order by id")
                .query(Long.class)
                .list();
    }

    @Transactional
    public void write(long id, Writer writer) {
        file(id, writer);
    }

    @Transactional
    public void place(long id, Consumer<byte[]> folder) {
        jdbc.sql(
                        """
                        select month, request_file from card_update
                         where id = :id and delivered_at is null and request_file is not null for update skip locked
                        """)
                .param("id", id)
                .query(SendCardUpdate::row)
                .optional()
                .ifPresent(row -> {
                    folder.accept(frozen(String.valueOf(row.file())));
                    jdbc.sql("update card_update set delivered_at = :now where id = :id")
                            .param("now", Timestamp.from(clock.instant()))
                            .param("id", id)
                            .update();
                    audit.record("card-update-placed", String.valueOf(id), "");
                });
    }

    private byte[] file(long id, Writer writer) {
        var row = jdbc.sql("select month, request_file from card_update where id = :id for update")
                .param("id", id)
                .query(SendCardUpdate::row)
                .optional()
                .orElseThrow(() -> Refusal.notFound("card-updates.not-found", id));
        if (row.file() != null) {
            return frozen(row.file());
        }
        var file = writer.write(id, row.month(), cards(id));
        jdbc.sql("update card_update set state = 'SENT', request_file = :file, sent_at = :now where id = :id")
                .param("file", secrets.encrypt(Base64.getEncoder().encodeToString(file)))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        return file;
    }

    private byte[] frozen(String file) {
        return Base64.getDecoder().decode(secrets.decrypt(file));
    }

    private List<CardToCheck> cards(long id) {
        return jdbc.sql(
                        """
                        select c.id, k.token, k.last4, k.expires from card_update_card c join kept_card k on k.id = c.card_id
                         where c.update_id = :id order by c.id
                        """)
                .param("id", id)
                .query((row, n) -> new CardToCheck(
                        row.getLong("id"),
                        new CardToken(secrets.decrypt(row.getString("token"))),
                        row.getString("last4"),
                        row.getDate("expires") == null
                                ? null
                                : YearMonth.from(row.getDate("expires").toLocalDate())))
                .list();
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(YearMonth.from(row.getDate("month").toLocalDate()), row.getString("request_file"));
    }

    private record Row(YearMonth month, @Nullable String file) {}
}
