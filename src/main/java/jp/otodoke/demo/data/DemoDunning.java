package jp.otodoke.demo.data;

import java.util.List;
import jp.otodoke.dunning.DunningCases;
import jp.otodoke.dunning.OpenDunningCases;
import jp.otodoke.dunning.PromisePayment;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Invoices that nobody paid, of amounts to which the policy gives different calendars; the last customer has promised to pay. */
@Component
@Profile("demo")
class DemoDunning {
    private static final List<Long> AMOUNTS = List.of(870L, 58_310L, 23_190L);
    private static final int OVERDUE = 12;

    private final MoneyPeople people;
    private final ChargeReceivable charge;
    private final OpenDunningCases openCases;
    private final DunningCases cases;
    private final PromisePayment promise;
    private final BusinessClock clock;

    DemoDunning(
            MoneyPeople people,
            ChargeReceivable charge,
            OpenDunningCases openCases,
            DunningCases cases,
            PromisePayment promise,
            BusinessClock clock) {
        this.people = people;
        this.charge = charge;
        this.openCases = openCases;
        this.cases = cases;
        this.promise = promise;
        this.clock = clock;
    }

    void write() {
        var debtors = people.take(12, AMOUNTS.size());
        var last = "";
        for (int i = 0; i < AMOUNTS.size(); i++) {
            last = charge.charge(new NewReceivable(
                            debtors.get(i).number(),
                            ReceivableKind.INVOICE,
                            Yen.of(AMOUNTS.get(i)),
                            10,
                            clock.today().minusDays(OVERDUE)))
                    .value();
        }
        // Yesterday's, so that this morning's is still to come.
        openCases.open(clock.today().minusDays(1));
        var promised = new DunningCases.Filter(null, null, null, null, last, null);
        cases.list(promised, null, 0, 1)
                .forEach(one -> promise.promise(one.id(), clock.today().plusDays(10), DemoMoney.ACCOUNTING));
    }
}
