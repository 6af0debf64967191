package jp.otodoke.payments;

import java.util.List;
import jp.otodoke.platform.metrics.MetricReading;
import jp.otodoke.platform.metrics.MetricSource;
import org.springframework.stereotype.Component;

/** Metrics: unmatched deposits, open receivables and unanswered card calls. */
@Component
class PaymentMetrics implements MetricSource {
    @Override
    public List<MetricReading> figures() {
        return List.of(
                new MetricReading(
                        "otodoke.deposits.open",
                        "Deposits that are not matched yet, by state",
                        """
                        select state, count(*) as value from deposit where state in ('UNMATCHED', 'PROPOSED')
                         group by state"""),
                new MetricReading(
                        "otodoke.deposits.open.yen",
                        "What is left of deposits that are not matched yet",
                        """
                        select coalesce(sum(remaining), 0) as value from deposit
                         where state in ('UNMATCHED', 'PROPOSED')"""),
                new MetricReading(
                        "otodoke.claims.open",
                        "Claims that wait for their money, by method",
                        """
                        select method, count(*) as value from receivable
                         where status in ('PENDING', 'PARTLY_PAID') and charged > paid group by method"""),
                new MetricReading(
                        "otodoke.claims.overdue",
                        "Claims beyond their due day, by method",
                        """
                        select method, count(*) as value from receivable
                         where status in ('PENDING', 'PARTLY_PAID') and charged > paid
                           and due_by < cast(:today as timestamptz)::date
                         group by method"""));
    }
}
