package jp.otodoke.desk.orderentry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.UnitTest;
import jp.otodoke.desk.orderentry.OrderDays.Reason;
import jp.otodoke.fulfilment.DeliveryDay;
import org.junit.jupiter.api.Test;

@UnitTest
class OrderDaysTests {
    private static final LocalDate FIRST = LocalDate.parse("2026-12-01");

    @Test
    void aRunOfDaysIsNamedToItsEnd() {
        assertThat(new OrderDays().reasons(days(28, 28)))
                .containsExactly(new Reason(FIRST, FIRST.plusDays(27), DeliveryDay.Why.STOCK));
    }

    @Test
    void runsThatBeginAfterTwoWeeksAreNotNamed() {
        assertThat(new OrderDays().reasons(days(20, 2)))
                .containsExactly(new Reason(FIRST, FIRST.plusDays(1), DeliveryDay.Why.STOCK));
        assertThat(new OrderDays()
                        .reasons(IntStream.range(0, 28)
                                .mapToObj(n -> day(n, n == 20))
                                .toList()))
                .isEmpty();
    }

    private static List<DeliveryDay> days(int all, int closed) {
        return IntStream.range(0, all).mapToObj(n -> day(n, n < closed)).toList();
    }

    private static DeliveryDay day(int ahead, boolean closed) {
        return new DeliveryDay(FIRST.plusDays(ahead), List.of(), closed ? DeliveryDay.Why.STOCK : null);
    }
}
