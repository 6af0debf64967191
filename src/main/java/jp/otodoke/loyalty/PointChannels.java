package jp.otodoke.loyalty;

import java.util.List;
import java.util.Locale;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Channels whose orders earn no points, such as a shop that grants its own. */
@Component
public class PointChannels {
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    PointChannels(JdbcClient jdbc, AuditTrail audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<String> withoutPoints() {
        return jdbc.sql("select channel from point_channel where not earns order by channel")
                .query(String.class)
                .list();
    }

    @Transactional
    public void earns(String channel, boolean earns) {
        var code = TextNormalizer.clean(channel).toUpperCase(Locale.ROOT);
        if (code.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into point_channel (channel, earns) values (:channel, :earns)
                        on conflict (channel) do update set earns = :earns
                        """)
                .param("channel", code)
                .param("earns", earns)
                .update();
        audit.record("point-channel-changed", code, String.valueOf(earns));
    }
}
