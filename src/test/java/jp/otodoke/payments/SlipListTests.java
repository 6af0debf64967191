package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.SlipList.State;
import jp.otodoke.payments.SlipNotice.Kind;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What the list of slips says has become of each. */
@ModuleTest
class SlipListTests {
    private final PaymentDesk desk;
    private final SlipList list;
    private final PaymentSlips slips;
    private final PrintSlips print;
    private final ReissueSlip reissue;
    private final RecordSlipNotices record;
    private final BusinessClock clock;

    @Autowired
    SlipListTests(
            AutowireCapableBeanFactory beans,
            SlipList list,
            PaymentSlips slips,
            PrintSlips print,
            ReissueSlip reissue,
            RecordSlipNotices record,
            BusinessClock clock) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.list = list;
        this.slips = slips;
        this.print = print;
        this.reissue = reissue;
        this.record = record;
        this.clock = clock;
    }

    @Test
    void aNewSlipIsToBePrintedAndThenPaid() {
        var before = list.toPrint();
        var order = asked();
        assertThat(states(order)).containsExactly(State.TO_PRINT);
        assertThat(list.toPrint()).isEqualTo(before + 1);

        print.printed(List.of(slip(order).number()));

        assertThat(states(order)).containsExactly(State.OPEN);
        assertThat(list.toPrint()).isEqualTo(before);
    }

    @Test
    void aSlipIsReplacedByAnother() {
        var order = asked();
        reissue.reissue(order);

        assertThat(states(order)).containsExactlyInAnyOrder(State.REPLACED, State.TO_PRINT);
    }

    @Test
    void aPaidSlipIsProvisionalUntilItIsConfirmed() {
        var order = asked();
        report(order, Kind.PRELIMINARY);
        assertThat(states(order)).containsExactly(State.PROVISIONAL);

        report(order, Kind.FINAL);

        assertThat(states(order)).containsExactly(State.PAID);
        assertThat(list.totals(new SlipList.Filter(State.PAID, order.value())))
                .isEqualTo(new SlipList.Totals(1, Yen.of(6550), Yen.of(6550)));
    }

    @Test
    void aSlipTakenBackIsToBePaidAgain() {
        var order = asked();
        report(order, Kind.PRELIMINARY);
        report(order, Kind.WITHDRAWN);

        assertThat(states(order)).containsExactly(State.TO_PRINT);
    }

    @Test
    void nobodyNeedsTheSlipOfACancelledOrder() {
        var order = asked();
        desk.cancel(order);

        assertThat(states(order)).containsExactly(State.NEEDLESS);
    }

    @Test
    void noStoreTakesASlipWhoseDayHasPassed() {
        var order = asked();
        desk.clock.advance(Duration.ofDays(11));

        assertThat(states(order)).containsExactly(State.EXPIRED);
    }

    private OrderNumber asked() {
        return desk.secured(OrderMother.twoTeas().by(PaymentMethod.CONVENIENCE_STORE));
    }

    private PaymentSlip slip(OrderNumber order) {
        return slips.current(ReceivableNumber.of(order)).orElseThrow();
    }

    private void report(OrderNumber order, Kind kind) {
        record.record(
                "dsk.csv",
                List.of(new SlipNotice(
                        kind,
                        slip(order).number(),
                        clock.today().atStartOfDay(BusinessClock.TOKYO).toInstant(),
                        Yen.of(6550),
                        "ローソン",
                        null,
                        2)));
    }

    private List<State> states(OrderNumber order) {
        return list.list(new SlipList.Filter(null, order.value()), null, 0, 10).stream()
                .map(SlipList.Row::state)
                .toList();
    }
}
