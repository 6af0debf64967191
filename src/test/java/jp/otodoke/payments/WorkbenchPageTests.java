package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** 消込ワークベンチ: deposits and the claims of one of them side by side. */
@OtodokeTest
class WorkbenchPageTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final PaymentDesk desk;
    private final MockMvcTester mvc;
    private final Deposits deposits;
    private final OpenItems items;
    private final ChargeReceivable charge;
    private final RegisterCustomer registerCustomer;
    private final String kana = String.valueOf(
            CustomerMother.unmistakable("作業台", CustomerMother.TOKYO, false).kana());
    private final String name = "作業台 " + UUID.randomUUID();

    @Autowired
    WorkbenchPageTests(
            AutowireCapableBeanFactory beans,
            MockMvcTester mvc,
            Deposits deposits,
            OpenItems items,
            ChargeReceivable charge,
            RegisterCustomer registerCustomer) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.mvc = mvc;
        this.deposits = deposits;
        this.items = items;
        this.charge = charge;
        this.registerCustomer = registerCustomer;
    }

    /** No deposit is left behind for others. */
    @AfterEach
    void paidBack() {
        deposits.list(Deposit.State.UNMATCHED, null, 0, 100).forEach(d -> desk.payBackDeposit.payBack(d.id(), "T"));
        deposits.list(Deposit.State.PROPOSED, null, 0, 100).forEach(d -> desk.payBackDeposit.payBack(d.id(), "T"));
    }

    @Test
    void theListShowsTheClaimsOfTheChosenDeposit() {
        var due = due(customer(), 4_400);
        var deposit = received("シラナイ ヒト", 4_400);

        assertThat(get("/deposits?selected=" + deposit))
                .hasStatusOk()
                .bodyText()
                .contains(due.value(), name, "差額");
    }

    @Test
    void claimsAreFoundByNumberAmountAndName() {
        var due = due(customer(), 77_123);
        var deposit = received("シラナイ ヒト", 500);

        for (var typed : new String[] {due.value(), "77,123", name, kana.substring(0, 5)}) {
            assertThat(get("/deposits/" + deposit + "/claims?q=" + typed))
                    .as(typed)
                    .hasStatusOk()
                    .bodyText()
                    .contains(due.value());
        }
        assertThat(get("/deposits/" + deposit + "/claims?q=ソンナモノハナイ"))
                .bodyText()
                .doesNotContain(due.value());
    }

    @Test
    void whatIsChosenIsPaidInItsOrder() {
        var customer = customer();
        var one = due(customer, 3_000);
        var other = due(customer, 5_000);
        var deposit = received("シラナイ ヒト", 7_000);

        assertThat(match(deposit, "number=" + one, "number=" + other)).hasStatus3xxRedirection();

        assertThat(items.find(one).orElseThrow().status()).isEqualTo(PaymentStatus.PAID);
        assertThat(items.find(other).orElseThrow().paid()).isEqualTo(Yen.of(4_000));
        assertThat(deposits.find(deposit).orElseThrow().state()).isEqualTo(Deposit.State.MATCHED);
    }

    @Test
    void whatIsMissingIsTheBanksFeeIfThePersonSaysSo() {
        var due = due(customer(), 6_000);
        var deposit = received("シラナイ ヒト", 5_670);

        match(deposit, "number=" + due, "fee=true");

        assertThat(items.find(due).orElseThrow().status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void withoutAClaimNothingIsMatched() {
        var deposit = received("シラナイ ヒト", 5_671);

        assertThat(match(deposit)).hasStatus3xxRedirection();

        assertThat(deposits.find(deposit).orElseThrow().state()).isEqualTo(Deposit.State.UNMATCHED);
    }

    @Test
    void whatWasLearnedIsListedAndCanBeForgotten() {
        var customer = customer();
        var remitter = "ダイリ " + kana;
        var due = due(customer, 8_800);
        match(received(remitter, 8_800), "number=" + due);

        assertThat(get("/deposits/aliases")).hasStatusOk().bodyText().contains(remitter, name);
        mvc.post()
                .uri("/deposits/aliases/removal")
                .param("remitter", RemitterName.key(remitter))
                .param("customer", customer.value())
                .with(csrf())
                .with(accountant())
                .exchange();
        assertThat(get("/deposits/aliases")).bodyText().doesNotContain(remitter);
    }

    @Test
    void eachPageBeginsWhereTheOneBeforeEnds() {
        desk.given.deposit(IntStream.range(0, 12)
                .mapToObj(i -> PaymentMother.transferBy("シラナイ ヒト" + i % 5, 100 + i % 3, DAY.minusDays(i % 4)))
                .toArray(NewDeposit[]::new));

        for (var sort : new String[] {null, "id", "-amount", "amount", "remitterKana,desc", "postingDate", "state"}) {
            var all = deposits.list(Deposit.State.UNMATCHED, sort, 0, 1_000);
            var forwards = new ArrayList<Deposit>();
            for (var page = deposits.page(Deposit.State.UNMATCHED, sort, 0, 5);
                    !page.isEmpty();
                    page = deposits.page(
                            Deposit.State.UNMATCHED,
                            sort,
                            page.get(page.size() - 1).id(),
                            5)) {
                forwards.addAll(page);
            }
            assertThat(forwards).as(sort).isEqualTo(all);
            assertThat(deposits.page(Deposit.State.UNMATCHED, sort, -all.get(7).id(), 5))
                    .as(sort)
                    .isEqualTo(all.subList(2, 7));
        }
    }

    @Test
    void theListLeadsOnToTheNextPage() {
        desk.given.deposit(IntStream.range(0, 60)
                .mapToObj(i -> PaymentMother.transferBy("シラナイ ヒト", 9_000 + i, DAY))
                .toArray(NewDeposit[]::new));
        var last = deposits.list(Deposit.State.UNMATCHED, null, 49, 1).get(0);

        assertThat(get("/deposits")).hasStatusOk().bodyText().contains("page=" + last.id());
        assertThat(get("/deposits?page=" + last.id()))
                .hasStatusOk()
                .bodyText()
                .contains("¥9,000")
                .doesNotContain("¥9,059", "??");
    }

    @Test
    void anUnknownDepositIsNotFound() {
        assertThat(get("/deposits/0/claims")).hasStatus(404);
    }

    private CustomerNumber customer() {
        return registerCustomer.register(CustomerMother.called(name, kana, null));
    }

    private ReceivableNumber due(CustomerNumber customer, long amount) {
        return charge.charge(
                new NewReceivable(customer, ReceivableKind.DUE, Yen.of(amount), 10, LocalDate.of(2026, 12, 31)));
    }

    private long received(String remitter, long amount) {
        desk.given.deposit(PaymentMother.transferBy(remitter, amount, DAY));
        return deposits.list(null, "id,desc", 0, 1).get(0).id();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(accountant()).exchange();
    }

    /** @param fields name and value by an equals sign */
    private MvcTestResult match(long deposit, String... fields) {
        var request = mvc.post().uri("/deposits/" + deposit + "/allocations");
        for (var field : fields) {
            request = request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return request.with(csrf()).with(accountant()).exchange();
    }

    private static RequestPostProcessor accountant() {
        return user("accountant")
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT"));
    }
}
