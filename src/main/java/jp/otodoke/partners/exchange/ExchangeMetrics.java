package jp.otodoke.partners.exchange;

import java.util.List;
import jp.otodoke.platform.metrics.MetricReading;
import jp.otodoke.platform.metrics.MetricSource;
import org.springframework.stereotype.Component;

/** What waits to be sent to partners, what is in quarantine, and when each partner was last heard from. */
@Component
class ExchangeMetrics implements MetricSource {
    private static final String WAITING =
            """
            (select partner, created_at from outbox_message where state = 'WAITING' and next_attempt_at <= :now
             union all
             select partner, created_at from partner_message where state = 'READY') waiting
            group by partner""";

    private final Partners partners;

    ExchangeMetrics(Partners partners) {
        this.partners = partners;
    }

    @Override
    public List<MetricReading> figures() {
        return List.of(
                new MetricReading(
                        "otodoke.outbox.waiting",
                        "What is to be sent and could go now, by partner",
                        "select partner, count(*) as value from " + WAITING),
                new MetricReading(
                        "otodoke.outbox.oldest.seconds",
                        "Age of what has waited longest to be sent, by partner",
                        """
                        select partner, extract(epoch from cast(:now as timestamptz) - min(created_at)) as value from """
                                + " " + WAITING),
                new MetricReading(
                        "otodoke.quarantine.open",
                        "Records of partners' files that were put aside, by partner",
                        """
                        select m.partner, count(*) as value from quarantined_record r
                          join partner_message m on m.id = r.message_id where r.state = 'OPEN' group by m.partner"""),
                new MetricReading(
                        "otodoke.partner.silence.seconds",
                        "Time since the last message from or to a partner",
                        """
                        select p.partner, extract(epoch from cast(:now as timestamptz) - last.created_at) as value
                          from unnest(string_to_array('%s', ',')) p (partner)
                          join lateral (select created_at from partner_message m where m.partner = p.partner
                                         order by id desc limit 1) last on true"""
                                .formatted(String.join(",", partners.codes()))));
    }
}
