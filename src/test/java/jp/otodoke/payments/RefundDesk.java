package jp.otodoke.payments;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.List;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.payments.RefundEntry.Status;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Accounting, played by a test through the API: two people, as a refund above the limit takes them. */
class RefundDesk {
    static final String ACCOUNT =
            """
            {"bankCode": "0001", "branchCode": "002", "accountType": "1", "accountNumber": "%s", "holderKana": "ヤマダ ハナコ"}""";

    static final String RYOKO = "ryoko";
    static final String TADASHI = "tadashi";

    final PaymentDesk desk;
    private final FindPaymentEntries entries;
    private final TransferFiles files;
    private final CollectTransfers collect;
    private final HandOverTransferFile handOver;
    private final MockMvcTester mvc;

    RefundDesk(
            AutowireCapableBeanFactory beans,
            FindPaymentEntries entries,
            TransferFiles files,
            CollectTransfers collect,
            HandOverTransferFile handOver,
            MockMvcTester mvc) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.entries = entries;
        this.files = files;
        this.collect = collect;
        this.handOver = handOver;
        this.mvc = mvc;
    }

    /** So many teas at 3,000 yen, paid by transfer and cancelled. */
    OrderNumber overpaid(int teas) {
        var order = desk.secured(OrderMother.of(ProductMother.tea(), teas).paidByTransfer());
        desk.transfer(order, desk.payment(order).charged().amount());
        desk.cancel(order);
        return order;
    }

    MvcTestResult ask(OrderNumber order, long amount, String route) {
        return ask(order, amount, route, null);
    }

    MvcTestResult ask(OrderNumber order, long amount, String route, @Nullable String account) {
        return exchange(
                RYOKO,
                HttpMethod.POST,
                "/refunds",
                "{\"orderNumber\": \"%s\", \"amount\": %d, \"route\": \"%s\", \"reason\": \"二重入金\"%s}"
                        .formatted(order, amount, route, account == null ? "" : ", \"account\": " + account));
    }

    MvcTestResult approve(String by, long refund) {
        return exchange(by, HttpMethod.POST, "/refunds/" + refund + "/approve", "");
    }

    MvcTestResult post(String by, String path, String body) {
        return exchange(by, HttpMethod.POST, path, body);
    }

    MvcTestResult get(String path) {
        return exchange(RYOKO, HttpMethod.GET, path, "");
    }

    /** State, sum and route of each, as the order tells. */
    List<String> refunds(OrderNumber order) {
        return entries.refunds(order).stream()
                .map(entry -> entry.status() + " " + entry.amount().amount() + " " + entry.route())
                .toList();
    }

    long onlyRefund(OrderNumber order, Status status) {
        return entries.refunds(order).stream()
                .filter(entry -> entry.status() == status)
                .map(RefundEntry::id)
                .reduce((one, other) -> {
                    throw new IllegalStateException("Two refunds " + status);
                })
                .orElseThrow();
    }

    long overpaid(OrderNumber order) {
        return desk.payment(order).excess().amount();
    }

    /** What other tests have left waiting goes to the bank. */
    void nothingWaits() {
        if (files.waitingInAll().count() > 0) {
            handOver.fetch(collect.collect(null, RYOKO).id(), TransferFraming.NONE, RYOKO);
        }
    }

    static long id(MvcTestResult answer) {
        return JsonPath.<Number>read(body(answer), "$.id").longValue();
    }

    static <T> T read(MvcTestResult answer, String path) {
        return JsonPath.read(body(answer), path);
    }

    static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult exchange(String by, HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user(by).authorities(AuthorityUtils.createAuthorityList(
                        "VIEW", "PERSONAL_VIEW", "WORK_TASKS", "MONEY_VIEW", "MONEY_EDIT")))
                .exchange();
    }
}
