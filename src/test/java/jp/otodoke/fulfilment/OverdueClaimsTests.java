package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.platform.metrics.MetricSource;
import jp.otodoke.shared.BusinessClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Money that is waited for is money that somebody owes. */
@ModuleTest
class OverdueClaimsTests {
    private final Walk walk;
    private final List<MetricSource> figures;

    @Autowired
    OverdueClaimsTests(AutowireCapableBeanFactory beans, List<MetricSource> figures) {
        this.walk = beans.createBean(Walk.class);
        this.figures = figures;
    }

    @Test
    void aCancelledOrderIsNoClaimAnyMore() {
        walk.morning();
        var order = walk.place(OrderMother.of(walk.article(10), 2).by(PaymentMethod.BANK_TRANSFER));
        walk.testClock.advance(Duration.ofDays(8));
        long overdue = transfers("otodoke.claims.overdue");
        long open = transfers("otodoke.claims.open");

        walk.cancel(order);

        assertThat(walk.payment(order).charged().amount()).isZero();
        assertThat(transfers("otodoke.claims.overdue")).isEqualTo(overdue - 1);
        assertThat(transfers("otodoke.claims.open")).isEqualTo(open - 1);
    }

    private long transfers(String name) {
        var sql = figures.stream()
                .flatMap(f -> f.figures().stream())
                .filter(f -> f.name().equals(name))
                .map(f -> f.sql())
                .collect(Collectors.joining());
        var today = walk.clock.today().atStartOfDay(BusinessClock.TOKYO).toInstant();
        return walk
                .jdbc
                .sql(sql)
                .param("today", Timestamp.from(today))
                .query((row, n) -> row.getString("method").equals("BANK_TRANSFER") ? row.getLong("value") : 0L)
                .list()
                .stream()
                .mapToLong(v -> v)
                .sum();
    }
}
