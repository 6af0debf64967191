package jp.otodoke.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.io.UnsupportedEncodingException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.otodoke.EngineJobs;
import jp.otodoke.OtodokeTest;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.desk.order.LoadOrderView;
import jp.otodoke.fulfilment.ChangeRequests;
import jp.otodoke.inbox.ClaimTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.OrderStatus;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.Recipient;
import jp.otodoke.orders.ShopPayment;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** What is wrong with an order is mended from its task, and the task ends by that. */
@OtodokeTest
class CorrectOrderFromTaskTests {
    private static final Address HOME = new Address("1000001", "東京都", "千代田区", "千代田1-1", "");
    private static final Address AT_ODDS = new Address("1000001", "大阪府", "大阪市北区", "梅田1-1", "");

    @Autowired
    Given given;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    ChangeRequests changes;

    @Autowired
    EngineJobs jobs;

    @Autowired
    LoadOrderView orders;

    @Autowired
    Tasks tasks;

    @Autowired
    ClaimTask claim;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String sku = "X-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void goods() {
        given.product(ProductMother.tea().coded(sku).uncounted());
    }

    @Test
    void anAddressIsShownWithItsPostalCodesAreaAndCorrectingItContinuesTheOrder() {
        var order = place(AT_ODDS, "");
        var task = task(order, "review-order");

        assertThat(get("/inbox/" + task.id(), Role.OPERATOR))
                .bodyText()
                .contains("東京都千代田区千代田", "大阪府大阪市北区梅田1-1", "〒530-0001", "/orders/" + order + "/edit?task=" + task.id())
                .doesNotContain("??");
        assertThat(get("/orders/" + order + "/edit?task=" + task.id(), Role.OPERATOR))
                .bodyText()
                .contains("直して進める", "530-0001", "name=\"task\" value=\"" + task.id() + "\"");

        assertThat(mend(order, task, Map.of("postalCode", "530-0001")))
                .hasRedirectedUrl("/inbox/" + task.id() + "/next?list=")
                .flash()
                .containsKey("done");
        jobs.run(order);

        assertThat(orders.content(order).status()).isEqualTo(OrderStatus.READY);
        assertThat(tasks.about(OrderSubject.of(order))).isEmpty();
        assertThat(get("/inbox/" + task.id(), Role.OPERATOR)).bodyText().contains("直して進める", "operator");
        assertThat(get("/orders/" + order, Role.OPERATOR)).bodyText().contains("受注確認: 直して進める");
    }

    @Test
    void onlyNewReviewReasonsOfTheChangedOrderAreRaised() {
        var order = place(AT_ODDS, "のし希望");

        var corrected = new Address(AT_ODDS.postalCode(), AT_ODDS.prefecture(), AT_ODDS.city(), "梅田2-2", "");
        mend(order, task(order, "review-order"), Map.of("line1", corrected.line1(), "asTyped", corrected.addressKey()));
        jobs.run(order);

        assertThat(task(order, "review-order").reason().japanese())
                .startsWith("住所が郵便番号")
                .doesNotContain("備考");
    }

    @Test
    void theSecondDestinationIsCorrectedAsTheFirstIs() {
        var order = place(
                List.of(
                        new NewOrder.Destination(null, null, null),
                        new NewOrder.Destination(new Recipient("贈り先", "", "", AT_ODDS), null, null)),
                List.of(
                        new NewOrder.Line(Sku.of(sku), 1, null, null, 0),
                        new NewOrder.Line(Sku.of(sku), 1, null, null, 1)),
                HOME,
                "");
        var task = task(order, "review-order");

        assertThat(get("/inbox/" + task.id(), Role.OPERATOR)).bodyText().contains("&amp;to=2");
        mend(order, task, Map.of("to", "2", "postalCode", "5300001"));
        jobs.run(order);

        assertThat(orders.content(order).destinations())
                .extracting(d -> d.address().postalCode())
                .containsExactly("1000001", "5300001");
        assertThat(tasks.about(OrderSubject.of(order))).isEmpty();
    }

    @Test
    void aRepeatedOrderIsShownBesideTheEarlierOneWithTheDifferences() {
        var first = place(HOME, "");
        var customer = jdbc.sql("select customer_number from orders where order_number = ?")
                .param(first.value())
                .query(String.class)
                .single();
        var repeated = place(
                new NewOrder.Known(CustomerNumber.of(customer)),
                List.of(new NewOrder.Destination(new Recipient("別の方", "", "", HOME), null, null)),
                List.of(new NewOrder.Line(Sku.of(sku), 1, null, null, 0)),
                "");

        assertThat(get("/inbox/" + task(repeated, "review-order").id(), Role.OPERATOR))
                .bodyText()
                .contains("似ている受注と比べる", "/orders/" + first, "/orders/" + repeated, "別の方", "違い", "両方の受注を出荷します")
                .doesNotContain("??");
    }

    /** What people wrote is for those who may see what concerns a person. */
    @Test
    void noteAndRemarkAreMaskedForThoseWhoMayNotSeeThem() {
        var order = place(HOME, "留守の時は隣の田中さんへ");
        var task = task(order, "review-order").id();

        assertThat(get("/inbox/" + task, Role.OPERATOR)).bodyText().contains("隣の田中さん");
        for (var path : List.of("/inbox/" + task, "/inbox?group=all&q=" + order, "/orders/" + order)) {
            assertThat(get(path, Role.SHIPPING))
                    .as(path)
                    .hasStatusOk()
                    .bodyText()
                    .contains("備考があります")
                    .doesNotContain("隣の田中さん");
        }
    }

    @Test
    void anOrderThatIsHeldIsChangedAndReleasedInOneGo() {
        var order = place(HOME, "");
        changes.hold(order, "お客様の返事待ち", "operator");
        var task = task(order, "order-on-hold");

        mend(order, task, Map.of("quantity", "3"));
        jobs.run(order);

        assertThat(orders.content(order).status()).isEqualTo(OrderStatus.READY);
        assertThat(orders.content(order).lines()).extracting(l -> l.quantity()).containsExactly(3);
        assertThat(tasks.about(OrderSubject.of(order))).isEmpty();
    }

    @Test
    void nothingIsChangedWhereAColleagueHasTheTask() {
        var order = place(AT_ODDS, "");
        var task = task(order, "review-order");
        claim.claim(task.id(), "somebody");

        assertThat(mend(order, task, Map.of("quantity", "7")))
                .hasRedirectedUrl("/inbox/" + task.id() + "?list=")
                .flash()
                .containsKey("refused");
        assertThat(orders.content(order).lines()).extracting(l -> l.quantity()).containsExactly(1);
    }

    @Test
    void withoutAChangeTheTaskStays() {
        var order = place(AT_ODDS, "");
        var task = task(order, "review-order");

        assertThat(mend(order, task, Map.of())).bodyText().contains("まだ何も変えていません");
        assertThat(task(order, "review-order").id()).isEqualTo(task.id());
    }

    @Test
    void whoMayNotChangeOrdersIsOfferedNoWayToDoSo() {
        var order = place(AT_ODDS, "");
        var task = task(order, "review-order").id();

        assertThat(get("/inbox/" + task, Role.ACCOUNTING)).bodyText().doesNotContain("/edit?task=");
        assertThat(get("/orders/" + order + "/edit?task=" + task, Role.ACCOUNTING))
                .hasStatus(403);
    }

    private OpenTask task(OrderNumber order, String type) {
        return tasks.about(OrderSubject.of(order)).stream()
                .filter(t -> t.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private OrderNumber place(Address home, String note) {
        return place(
                List.of(new NewOrder.Destination(null, null, null)),
                List.of(new NewOrder.Line(Sku.of(sku), 1, null, null, 0)),
                home,
                note);
    }

    private OrderNumber place(
            List<NewOrder.Destination> destinations, List<NewOrder.Line> lines, Address home, String note) {
        var person = new NewCustomer("直し " + UUID.randomUUID(), "ナオシ", "03-1234-5678", null, null, null, home, null);
        return place(new NewOrder.Person(person), destinations, lines, note);
    }

    private OrderNumber place(
            NewOrder.Buyer buyer, List<NewOrder.Destination> destinations, List<NewOrder.Line> lines, String note) {
        var number = placeOrder
                .place(
                        new NewOrder(
                                "PHONE",
                                null,
                                null,
                                null,
                                buyer,
                                destinations,
                                lines,
                                new NewOrder.Payment(PaymentMethod.CASH_ON_DELIVERY, null, ShopPayment.NONE),
                                null,
                                note,
                                null,
                                null),
                        Preparation.LATER)
                .orderNumber();
        jobs.run(number);
        return number;
    }

    /** Sends the form as it was opened from the task, but for what is given. */
    private MvcTestResult mend(OrderNumber order, OpenTask task, Map<String, String> typed) {
        var destination = Integer.parseInt(typed.getOrDefault("to", "1"));
        var content = orders.content(order);
        var to = content.destinations().get(destination - 1);
        var form = new HashMap<>(Map.of(
                "task", String.valueOf(task.id()),
                "seen", seen(order, destination),
                "name", to.name(),
                "kana", to.kana(),
                "phone", to.phone(),
                "postalCode", to.address().postalCode(),
                "prefecture", to.address().prefecture(),
                "city", to.address().city(),
                "line1", to.address().line1(),
                "method", "CASH_ON_DELIVERY"));
        form.put("to", String.valueOf(destination));
        form.put("quantity", "1");
        form.putAll(typed);
        var quantity = form.remove("quantity");
        var request = mvc.post()
                .uri("/orders/" + order + "/edit")
                .param("lang", "ja")
                .with(user("operator").authorities(authorities(Role.OPERATOR)))
                .with(csrf());
        content.lines().forEach(l -> request.param("sku", l.sku().value())
                .param("quantity", quantity)
                .param("destination", String.valueOf(l.destination())));
        form.forEach(request::param);
        return request.exchange();
    }

    private String seen(OrderNumber order, int destination) {
        try {
            var page = get("/orders/" + order + "/edit?to=" + destination, Role.OPERATOR)
                    .getResponse()
                    .getContentAsString();
            var found = Pattern.compile("name=\"seen\" value=\"(\\w+)\"").matcher(page);
            return found.find() ? found.group(1) : "";
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(String path, Role role) {
        return mvc.get()
                .uri(path)
                .param("lang", "ja")
                .with(user("operator").authorities(authorities(role)))
                .exchange();
    }

    private static List<GrantedAuthority> authorities(Role role) {
        return AuthorityUtils.createAuthorityList(Stream.concat(
                        Stream.of("ROLE_" + role.name()),
                        role.permissions().stream().map(Enum::name))
                .toArray(String[]::new));
    }
}
