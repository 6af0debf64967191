package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Who buys on account pays statements to one virtual account. */
@ModuleTest
@TestPropertySource(properties = {"otodoke.virtual-accounts.branch=902", "otodoke.virtual-accounts.bank=見本銀行"})
class StatementAccountTests {
    private final PaymentDesk desk;
    private final AccountDesk account;
    private final FindVirtualAccount accounts;
    private final MatchStatements matchStatements;
    private final CloseAccounts closeAccounts;
    private final Deposits deposits;
    private final TestClock clock;
    private final JdbcClient jdbc;

    @Autowired
    StatementAccountTests(
            AutowireCapableBeanFactory beans,
            FindVirtualAccount accounts,
            MatchStatements matchStatements,
            CloseAccounts closeAccounts,
            Deposits deposits,
            TestClock clock,
            JdbcClient jdbc) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.account = beans.createBean(AccountDesk.class);
        this.accounts = accounts;
        this.matchStatements = matchStatements;
        this.closeAccounts = closeAccounts;
        this.deposits = deposits;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void inNovember() {
        clock.set("2026-11-10T10:00:00+09:00");
    }

    @AfterEach
    void booksBalance() {
        clock.set("2027-02-26T10:00:00+09:00");
        desk.booksBalance();
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void theFirstStatementGivesTheCustomerAnAccountAndTheNextOnesKeepIt() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 1);
        assertThat(accounts.ofDebtor(firm)).isEmpty();

        account.close(firm, desk.business.today());

        var own = accounts.ofDebtor(firm).orElseThrow();
        assertThat(own).matches("902\\d{7}");
        clock.set("2026-12-01T10:00:00+09:00");
        account.shipped(firm, 1);
        account.close(firm, desk.business.today());
        assertThat(accounts.ofDebtor(firm)).contains(own);
    }

    @Test
    void eachCustomerAndEachClaimHasAnother() {
        var one = account.firm(1_000_000);
        var other = account.firm(1_000_000);
        account.shipped(one, 1);
        account.shipped(other, 1);
        account.close(one, desk.business.today());
        account.close(other, desk.business.today());
        desk.secured(OrderMother.twoTeas().paidByTransfer());

        assertThat(accounts.ofDebtor(one)).isNotEqualTo(accounts.ofDebtor(other));
        assertThat(jdbc.sql("select count(*) - count(distinct number) from virtual_account_use where until is null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aTransferToItPaysTheStatementWhateverTheName() {
        var firm = account.firm(1_000_000);
        var order = account.shipped(firm, 1);
        var statement = account.close(firm, desk.business.today()).statement();

        received(firm, "マツタク ベツノ ヒト", statement.total().amount());
        matchStatements.match();

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
        assertThat(account.statement(statement.number()).state()).isEqualTo(Statement.State.PAID);
    }

    @Test
    void itPaysNoClaimOfSomebodyOfTheSameNameAndAmount() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 2);
        account.close(firm, desk.business.today());
        var namesake = desk.secured(OrderMother.twoTeas()
                .paidByTransfer()
                .from(desk.given.customer(CustomerMother.unmistakable("ドウメイ", CustomerMother.TOKYO, true))));
        var name = jdbc.sql("select buyer_kana from orders_order_view where order_number = :order")
                .param("order", namesake.value())
                .query(String.class)
                .single();

        received(firm, name, 6_550);

        assertThat(desk.status(namesake)).isEqualTo(PaymentStatus.PENDING);
        assertThat(deposits.list(null, "id,desc", 0, 1).get(0).state()).isNotEqualTo(Deposit.State.MATCHED);
    }

    @Test
    void aPreviewGivesNoAccount() {
        var firm = account.firm(1_000_000);
        account.shipped(firm, 1);

        closeAccounts.preview(desk.business.today(), firm);

        assertThat(accounts.ofDebtor(firm)).isEmpty();
    }

    private void received(CustomerNumber firm, String remitter, long amount) {
        desk.given.deposit(new NewDeposit(
                UUID.randomUUID().toString(),
                desk.business.today(),
                Yen.of(amount),
                remitter,
                accounts.ofDebtor(firm).orElseThrow(),
                1,
                false,
                null,
                "9999-1-1-1234567"));
    }
}
