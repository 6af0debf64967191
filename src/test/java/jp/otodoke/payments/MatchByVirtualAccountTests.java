package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.payments.DepositProposals.Reason;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;

/** バーチャル口座: claims with account numbers of their own. */
@ModuleTest
@TestPropertySource(properties = {"otodoke.virtual-accounts.branch=902", "otodoke.virtual-accounts.bank=見本銀行"})
class MatchByVirtualAccountTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final long TOTAL = 6550;

    private final PaymentDesk desk;
    private final FindPaymentEntries entries;
    private final FindVirtualAccount accounts;
    private final Deposits deposits;
    private final DepositProposals proposals;
    private final ChargeReceivable charge;
    private final RegisterCustomer registerCustomer;

    @Autowired
    MatchByVirtualAccountTests(
            AutowireCapableBeanFactory beans,
            FindPaymentEntries entries,
            FindVirtualAccount accounts,
            Deposits deposits,
            DepositProposals proposals,
            ChargeReceivable charge,
            RegisterCustomer registerCustomer) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.entries = entries;
        this.accounts = accounts;
        this.deposits = deposits;
        this.proposals = proposals;
        this.charge = charge;
        this.registerCustomer = registerCustomer;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void eachOrderByTransferHasAnAccountOfItsOwn() {
        var one = account(order());
        var other = account(order());

        assertThat(one).matches("902\\d{7}").isNotEqualTo(other);
    }

    @Test
    void whoeverPaysToItPaysTheOrder() {
        var order = order();
        var account = account(order);

        received("マツタク ベツノ ヒト", TOTAL, "9999-902-1-" + account.substring(3), null);

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(newest().rule()).isEqualTo(Reason.VIRTUAL_ACCOUNT);
        assertThat(entries.payments(order)).allMatch(entry -> entry.virtualAccount() == null);
    }

    @Test
    void banksThatTellItAsTheCodeOfTheRemitterAreUnderstoodToo() {
        var order = order();

        received("マツタク ベツノ ヒト", TOTAL, "9999-1-1-1234567", account(order));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void anotherAmountIsProposed() {
        var order = order();

        received("マツタク ベツノ ヒト", 5_000, "9999-1-1-1234567", account(order));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(proposals.of(newest().id()).orElseThrow().receivable()).isEqualTo(ReceivableNumber.of(order));
    }

    @Test
    void theNumberOfAnotherOrderContradictsIt() {
        var order = order();
        var other = order();

        received(other.value(), TOTAL, "9999-1-1-1234567", account(order));

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.status(other)).isEqualTo(PaymentStatus.PENDING);
        assertThat(desk.tasks(other)).contains("deposit-unmatched");
    }

    @Test
    void whatIsOwedWithoutAnOrderHasOneToo() {
        var customer = registerCustomer.register(CustomerMother.unmistakable("口座", CustomerMother.TOKYO, false));
        var due = charge.charge(
                new NewReceivable(customer, ReceivableKind.DUE, Yen.of(3_300), 10, LocalDate.of(2026, 12, 31)));

        assertThat(accounts.of(due))
                .hasValueSatisfying(account -> assertThat(account).startsWith("902"));
    }

    private OrderNumber order() {
        return desk.secured(OrderMother.twoTeas().paidByTransfer());
    }

    private String account(OrderNumber order) {
        return entries.payments(order).stream()
                .map(PaymentEntry::virtualAccount)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private void received(String remitter, long amount, String account, @Nullable String code) {
        desk.given.deposit(new NewDeposit(
                UUID.randomUUID().toString(), DAY, Yen.of(amount), remitter, code, 1, false, null, account));
    }

    private Deposit newest() {
        return deposits.list(null, "id,desc", 0, 1).get(0);
    }
}
