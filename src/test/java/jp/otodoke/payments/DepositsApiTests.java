package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Deposits as another program sees and matches them. */
@ModuleTest
class DepositsApiTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final PaymentDesk desk;
    private final MockMvcTester mvc;
    private final Deposits deposits;

    @Autowired
    DepositsApiTests(AutowireCapableBeanFactory beans, MockMvcTester mvc, Deposits deposits) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.mvc = mvc;
        this.deposits = deposits;
    }

    @Test
    void aDepositIsShownWithWhatIsLeftOfIt() {
        assertThat(send(HttpMethod.GET, "/" + deposit(7000), ""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.amount", amount -> assertThat(amount).isEqualTo(7000))
                .hasPathSatisfying("$.remaining", left -> assertThat(left).isEqualTo(7000))
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("UNMATCHED"))
                .hasPathSatisfying("$.postingDate", day -> assertThat(day).isEqualTo("2026-11-26"));
    }

    @Test
    void confirmingSaysWhatIsLeftAndWhereItWent() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        assertThat(confirm(deposit(7000), order, 6550))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.remaining", left -> assertThat(left).isEqualTo(450))
                .hasPathSatisfying("$.allocations[0].orderNumber", number -> assertThat(number)
                        .isEqualTo(order.value()));
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void moreThanIsThereIsRefusedByName() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());

        assertThat(confirm(deposit(1000), order, 1001))
                .hasStatus(422)
                .bodyText()
                .contains("allocations", "too-much");
        assertThat(send(HttpMethod.POST, "/" + deposit(1000) + "/confirm", "{\"allocations\": []}"))
                .hasStatus(422);
    }

    @Test
    void anUnknownDepositIsNotFound() {
        assertThat(send(HttpMethod.GET, "/0", "")).hasStatus(404);
        assertThat(confirm(0, OrderNumber.of("A99999999"), 1)).hasStatus(404);
    }

    @Test
    void matchingAllSaysHowManyWereMatched() {
        assertThat(send(HttpMethod.POST, "/match", ""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.matched", matched -> assertThat(matched).isInstanceOf(Integer.class));
    }

    @Test
    void whatADepositPaysIsUndone() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var deposit = deposit(7000);
        confirm(deposit, order, 6550);

        assertThat(send(HttpMethod.POST, "/" + deposit + "/undo", ""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.remaining", left -> assertThat(left).isEqualTo(7000))
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("UNMATCHED"))
                .hasPathSatisfying(
                        "$.allocations", none -> assertThat(none).asArray().isEmpty());
        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PENDING);
        assertThat(send(HttpMethod.POST, "/0/undo", "")).hasStatus(404);
    }

    @Test
    void aDepositThatIsMatchedCompletelyOrTakenBackIsNotConfirmed() {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        var matched = deposit(6550);
        assertThat(confirm(matched, order, 6550)).hasStatusOk();

        assertThat(confirm(matched, order, 6550)).hasStatus(409);

        var payer = CustomerMother.unmistakable("取消", CustomerMother.TOKYO, false);
        var reported = PaymentMother.transferBy("トリケシ " + payer.kana(), 6550, DAY);
        desk.given.deposit(reported);
        var reversed = deposits.list(null, "id,desc", 0, 1).get(0).id();
        desk.given.deposit(PaymentMother.reversalOf(reported));
        assertThat(confirm(reversed, order, 6550)).hasStatus(409);
    }

    @Test
    void everyMistakeInWhatADepositPaysIsToldAtItsPlace() {
        var answer = send(
                HttpMethod.POST,
                "/" + deposit(1000) + "/confirm",
                """
                {"allocations": [{"orderNumber": "A99999999", "amount": 1}, {"receivable": "F99999999", "amount": 1},
                                 {"orderNumber": "A99999999", "amount": 0}, {"amount": 1}, {"receivable": "B99999999", "amount": 1}]}""");

        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly(
                        "allocations[0].orderNumber",
                        "allocations[1].receivable",
                        "allocations[2].amount",
                        "allocations[3].orderNumber",
                        "allocations[4].receivable");
    }

    @Test
    void aRunOverAllIsUndoneByItsBatch() throws UnsupportedEncodingException {
        var order = desk.secured(OrderMother.twoTeas().paidByTransfer());
        desk.given.deposit(PaymentMother.transferBy(order + " ヤリナオシ", 6550, DAY));
        send(HttpMethod.POST, "/" + deposits.list(null, "id,desc", 0, 1).get(0).id() + "/undo", "");
        deposit(7000);

        var batch = JsonPath.<Object>read(
                send(HttpMethod.POST, "/match", "").getResponse().getContentAsString(), "$.batch");

        assertThat(batch).isNotNull();
        assertThat(exchange(HttpMethod.POST, "/api/v1/deposit-batches/" + batch + "/undo", ""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.undone", undone -> assertThat(undone).isInstanceOf(Integer.class));
        assertThat(exchange(HttpMethod.POST, "/api/v1/deposit-batches/0/undo", ""))
                .hasStatus(404);
    }

    private long deposit(long amount) {
        desk.given.deposit(PaymentMother.transferBy("エーピーアイ ノ フリコミ", amount, DAY));
        return deposits.list(null, "id,desc", 0, 1).get(0).id();
    }

    private MvcTestResult confirm(long deposit, OrderNumber order, long amount) {
        return send(
                HttpMethod.POST,
                "/" + deposit + "/confirm",
                "{\"allocations\": [{\"orderNumber\": \"%s\", \"amount\": %d}]}".formatted(order, amount));
    }

    private MvcTestResult send(HttpMethod method, String path, String body) {
        return exchange(method, "/api/v1/deposits" + path, body);
    }

    private MvcTestResult exchange(HttpMethod method, String uri, String body) {
        return mvc.method(method)
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("program")
                        .authorities(AuthorityUtils.createAuthorityList(
                                "VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "MONEY_EDIT")))
                .exchange();
    }
}
