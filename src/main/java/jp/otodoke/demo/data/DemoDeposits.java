package jp.otodoke.demo.data;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.Deposits;
import jp.otodoke.payments.MatchDeposits;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.ReadAllocations;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fees that are paid by transfer: most as they should be, some so that a person has to look. */
@Component
@Profile("demo")
class DemoDeposits {
    private static final String SOURCE = "FURIKOMI_DEMO.txt";
    private static final int TERM = 20;
    private static final int ALL = 500;
    private static final int BANK_FEE = 440;

    private final MoneyPeople people;
    private final ChargeReceivable charge;
    private final RecordDeposits record;
    private final Deposits deposits;
    private final MatchDeposits matching;
    private final ReadAllocations allocations;
    private final BusinessClock clock;

    DemoDeposits(
            MoneyPeople people,
            ChargeReceivable charge,
            RecordDeposits record,
            Deposits deposits,
            MatchDeposits matching,
            ReadAllocations allocations,
            BusinessClock clock) {
        this.people = people;
        this.charge = charge;
        this.record = record;
        this.deposits = deposits;
        this.matching = matching;
        this.allocations = allocations;
        this.clock = clock;
    }

    void write() {
        var payers = people.take(20, 11);
        var file = new ArrayList<NewDeposit>();
        for (int i = 0; i < 6; i++) {
            file.add(deposit(file.size(), fee(payers.get(i), 4_317 + 1_103L * i), kana(payers.get(i))));
        }
        // One letter is wrong, or the last one is missing.
        file.add(deposit(
                file.size(),
                fee(payers.get(6), 7_291),
                "ン" + kana(payers.get(6)).substring(1)));
        file.add(deposit(file.size(), fee(payers.get(7), 9_467), cut(kana(payers.get(7)))));
        // The bank's fee is missing, and two fees were paid at once.
        file.add(deposit(file.size(), fee(payers.get(8), 13_721) - BANK_FEE, kana(payers.get(8))));
        file.add(deposit(file.size(), fee(payers.get(9), 3_863) + fee(payers.get(9), 5_939), kana(payers.get(9))));
        file.add(deposit(file.size(), fee(payers.get(10), 21_613) / 2, kana(payers.get(10))));
        file.add(deposit(file.size(), 6_173, "カ)ミナトブツサン"));
        file.add(deposit(file.size(), 15_259, "ヨシオカ キヨミ"));
        record.record(SOURCE, file);
    }

    /** A deposit that a person matched. */
    void confirm(String reference, ReceivableNumber paid, Yen amount, String remitter) {
        record.record(SOURCE, List.of(deposit(reference, 1, amount.amount(), remitter)));
        long id = deposits.list(null, "-id", 0, ALL).stream()
                .filter(one -> one.open()
                        && one.amount().equals(amount)
                        && one.source().equals(SOURCE))
                .map(Deposit::id)
                .findFirst()
                .orElseThrow();
        var asked = new ReadAllocations.Asked(null, paid, amount, Yen.ZERO);
        matching.confirm(id, allocations.read(id, List.of(asked)), DemoMoney.ACCOUNTING);
    }

    private long fee(CustomerSummary customer, long amount) {
        charge.charge(new NewReceivable(
                customer.number(),
                ReceivableKind.FEE,
                Yen.of(amount),
                10,
                clock.today().plusDays(TERM)));
        return amount;
    }

    private NewDeposit deposit(int record, long amount, String remitter) {
        return deposit("DEMO-FEE-" + record, record + 1, amount, remitter);
    }

    private NewDeposit deposit(String reference, int record, long amount, String remitter) {
        return new NewDeposit(reference, clock.today(), Yen.of(amount), remitter, null, record, false);
    }

    private static String kana(CustomerSummary customer) {
        return MoneyPeople.kana(customer);
    }

    private static String cut(String name) {
        return name.substring(0, name.length() - 1);
    }
}
