package jp.otodoke.demo.data;

import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.partners.bank.FetchDebitRequest;
import jp.otodoke.partners.bank.Framing;
import jp.otodoke.partners.bank.TakeDebitResult;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.CollectClaims;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Dues of members that were debited twice, with every result code, and mandates in every state. Nothing that may be debited is
 * left open: the next cycle collects only what somebody charges.
 */
@Component
@Profile("demo")
class DemoDebits {
    private static final int MEMBERS = 8;
    private static final int REPLACED = 1;
    /** A result code for each member. */
    private static final String FIRST_RESULT = "0012348E";

    private static final long DUES = 1_310;
    /** So that what is not collected is demanded. */
    private static final int DUE_DAYS_AGO = 5;

    private final MoneyPeople people;
    private final RegisterMandate registerMandate;
    private final ChargeReceivable charge;
    private final CollectClaims collect;
    private final FetchDebitRequest request;
    private final TakeDebitResult result;
    private final BusinessClock clock;

    DemoDebits(
            MoneyPeople people,
            RegisterMandate registerMandate,
            ChargeReceivable charge,
            CollectClaims collect,
            FetchDebitRequest request,
            TakeDebitResult result,
            BusinessClock clock) {
        this.people = people;
        this.registerMandate = registerMandate;
        this.charge = charge;
        this.collect = collect;
        this.request = request;
        this.result = result;
        this.clock = clock;
    }

    void write() {
        var members = people.take(0, MEMBERS);
        members.forEach(member -> registerMandate.register(account(member, "0005", "001"), DemoMoney.ACCOUNTING));
        for (int i = 0; i < MEMBERS; i++) {
            charge.charge(new NewReceivable(
                    members.get(i).number(),
                    ReceivableKind.DUE,
                    Yen.of(DUES + 110L * i),
                    10,
                    clock.today().minusDays(DUE_DAYS_AGO)));
        }
        debit(FIRST_RESULT);
        // Of those without funds, and those whose debit we had stopped ourselves.
        debit("00");
        registerMandate.register(account(members.get(REPLACED), "0009", "015"), DemoMoney.ACCOUNTING);
    }

    private void debit(String codes) {
        long cycle = collect.collect(clock.today(), DemoMoney.ACCOUNTING);
        var answer = DebitAnswer.to(request.fetch(cycle, Framing.NONE), codes);
        result.take(cycle, "KEKKA_" + cycle + ".txt", FileContent.of(answer));
    }

    /** An account that nobody has, in the name of the customer. */
    private static NewMandate account(CustomerSummary customer, String bank, String branch) {
        return new NewMandate(
                customer.number().value(),
                bank,
                branch,
                "1",
                customer.number().value().substring(1),
                MoneyPeople.kana(customer));
    }
}
