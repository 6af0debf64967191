package jp.otodoke.partners.shop;

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
import jp.otodoke.OtodokeTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Corrupt;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.staff.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What could not be taken from a shop's file is mended in its task and taken, as if the file had said so. */
@OtodokeTest
class CorrectRejectedOrderTests {
    @Autowired
    private Given given;

    @Autowired
    private Corrupt corrupt;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ImportOrders importOrders;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private final String number = "M-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void aMorningWithTwoProducts() {
        clock.set("2026-11-26T06:00:00+09:00");
        given.product(ProductMother.tea().coded("HF-001"));
        given.product(ProductMother.tea().coded("HF-002"));
    }

    @Test
    void theRowIsAFormWithThePlaceAtFaultMarked() {
        var task = rejected(ShopFiles.generic()
                .row("order_no=" + number, "sku=GONE-9", "postal_code=12")
                .utf8());

        assertThat(get(task, Role.OPERATOR))
                .bodyText()
                .contains("直して取り込む", ">postal_code</label>", "value=\"GONE-9\"", "aria-invalid=\"true\"", "空の列も表示する")
                .doesNotContain("??");
    }

    @Test
    void anOrderOfAnyFormatIsShownInWordsAndItsProductIsChosenFromTheCatalogue() {
        var generic = rejected(
                ShopFiles.generic().row("order_no=" + number, "sku=GONE-9").utf8());

        assertThat(get(generic, Role.OPERATOR))
                .bodyText()
                .contains(">商品コード</span>", "data-pick-product=\"/orders/new/products\"")
                .doesNotContain("order_no=");
        assertThat(mvc.get()
                        .uri("/inbox?type=row-rejected&group=all&q=" + number)
                        .with(as(Role.OPERATOR))
                        .exchange())
                .bodyText()
                .contains("汎用CSVの注文 " + number);
    }

    @Test
    void aCorrectedRowBecomesAnOrderAndTheTaskEnds() {
        var file = ShopFiles.generic().row("order_no=" + number, "sku=GONE-9").utf8();
        var task = rejected(file);

        assertThat(correct(task, Map.of("sku", "HF-002"), Role.OPERATOR))
                .hasRedirectedUrl("/inbox/" + task + "/next?list=")
                .flash()
                .containsKey("done");

        var order = order();
        assertThat(jdbc.sql("select sku from order_line where order_number = ?")
                        .param(order)
                        .query(String.class)
                        .list())
                .containsExactly("HF-002");
        assertThat(get(task, Role.OPERATOR)).bodyText().contains("直して取り込む", order);
        assertThat(jdbc.sql(
                                "select who || ' ' || detail from audit_entry where action = 'row-corrected' and subject = ?")
                        .param(order)
                        .query(String.class)
                        .list())
                .containsExactly("operator orders.csv: sku");
        assertThat(happened(order)).contains("MENDED");
    }

    @Test
    void aCorrectedRowIsReadyAsItIsPlaced() {
        given.stock("HF-002", 100);
        var task = rejected(
                ShopFiles.generic().row("order_no=" + number, "sku=GONE-9").utf8());

        correct(task, Map.of("sku", "HF-002"), Role.OPERATOR);

        assertThat(happened(order())).contains("MENDED", "READY");
    }

    @Test
    void noCorrectedRowIsLostByAFailingStep() {
        var refused = given.product(ProductMother.tea(), 100);
        corrupt.allocationOfRefused(refused);
        try {
            var task = rejected(
                    ShopFiles.generic().row("order_no=" + number, "sku=GONE-9").utf8());

            assertThat(correct(task, Map.of("sku", refused), Role.OPERATOR))
                    .hasRedirectedUrl("/inbox/" + task + "/next?list=");

            assertThat(happened(order())).contains("MENDED").doesNotContain("READY");
            assertThat(get(task, Role.OPERATOR)).bodyText().contains(order());
        } finally {
            corrupt.allocationsAccepted();
        }
    }

    /** The same order again makes one: as the shop wrote it, and as it was mended. */
    @Test
    void theFileComingAgainChangesNothing() {
        var wrong = ShopFiles.generic().row("order_no=" + number, "sku=GONE-9").utf8();
        correct(rejected(wrong), Map.of("sku", "HF-002"), Role.OPERATOR);

        var again = ImportReport.of(importOrders.take("generic", "orders.csv", FileContent.of(wrong)));
        var right = ImportReport.of(importOrders.take(
                "generic",
                "orders.csv",
                FileContent.of(ShopFiles.generic()
                        .row("order_no=" + number, "sku=HF-002")
                        .utf8())));

        assertThat(List.of(again, right)).allSatisfy(report -> assertThat(report)
                .extracting("created", "existing", "rejected")
                .containsExactly(0, 1, 0));
        assertThat(open("row-rejected")).isZero();
        assertThat(open("order-changed-at-shop")).isZero();
        assertThat(jdbc.sql("select count(*) from orders where channel_order_id = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatIsStillWrongIsSaidWithItsPlaceAndNothingTypedIsLost() {
        var task = rejected(
                ShopFiles.generic().row("order_no=" + number, "sku=GONE-9").utf8());

        assertThat(correct(task, Map.of("sku", "GONE-8", "city", "港区"), Role.OPERATOR))
                .hasStatusOk()
                .bodyText()
                .contains("2行目: 商品コード「GONE-8」は登録されていません", "value=\"GONE-8\"", "value=\"港区\"");
        assertThat(open("row-rejected")).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from orders where channel_order_id = ?")
                        .param(number)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** What is the same on all rows of an order is mended once. */
    @Test
    void ofSeveralRowsWhatTheyShareStandsOnce() {
        var task = rejected(ShopFiles.generic()
                .row("order_no=" + number, "postal_code=12", "sku=HF-001")
                .row("order_no=" + number, "postal_code=12", "sku=HF-002")
                .utf8());

        assertThat(correct(task, Map.of("postal_code", "1000001"), Role.OPERATOR))
                .hasStatus3xxRedirection();

        assertThat(jdbc.sql("select sku from order_line where order_number = ? order by 1")
                        .param(order())
                        .query(String.class)
                        .list())
                .containsExactly("HF-001", "HF-002");
    }

    @Test
    void aNumberThatIsTakenAlreadyIsSaid() {
        ImportReport.of(importOrders.take(
                "generic",
                "orders.csv",
                FileContent.of(ShopFiles.generic().row("order_no=" + number).utf8())));
        var other = "N" + number;
        var task = rejected(
                ShopFiles.generic().row("order_no=" + other, "sku=GONE-9").utf8(), other);

        assertThat(correct(task, Map.of("order_no", number, "sku", "HF-001"), Role.OPERATOR))
                .bodyText()
                .contains("受注 " + order() + " として取込済み");
    }

    @Test
    void whoMayNotImportOrTakeOrdersIsNotOfferedIt() {
        var task = rejected(
                ShopFiles.generic().row("order_no=" + number, "sku=GONE-9").utf8());

        for (var role : List.of(Role.SHIPPING, Role.MARKETING, Role.ADMIN)) {
            assertThat(get(task, role)).as(role.name()).hasStatusOk().bodyText().doesNotContain("id=\"row\"", "見本 花子");
        }
        assertThat(correct(task, Map.of("sku", "HF-002"), Role.ACCOUNTING)).hasStatus(403);
        assertThat(open("row-rejected")).isEqualTo(1);
    }

    private long rejected(byte[] file) {
        return rejected(file, number);
    }

    private long rejected(byte[] file, String order) {
        var report = ImportReport.of(importOrders.take("generic", "orders.csv", FileContent.of(file)));
        assertThat(report.rejected()).isEqualTo(1);
        return jdbc.sql("select id from task where type = 'row-rejected' and state = 'OPEN' and key like :key")
                .param("key", "row-rejected:GENERIC:" + order + ":%")
                .query(Long.class)
                .single();
    }

    private long open(String type) {
        return jdbc.sql("select count(*) from task where type = :type and state = 'OPEN' and reason like :number")
                .param("type", type)
                .param("number", "%" + number + "%")
                .query(Long.class)
                .single();
    }

    private String order() {
        return jdbc.sql("select order_number from orders where channel_order_id = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private List<String> happened(String order) {
        return jdbc.sql("select event from order_event where order_number = ?")
                .param(order)
                .query(String.class)
                .list();
    }

    /** Sends what the form holds, but for what is typed into the fields of these columns. */
    private MvcTestResult correct(long task, Map<String, String> typed, Role role) {
        var request = mvc.post()
                .uri("/inbox/" + task + "/form")
                .param("lang", "ja")
                .with(as(role))
                .with(csrf());
        fields(task).forEach((name, column) -> {
            if (typed.containsKey(column)) {
                request.param(name, typed.get(column));
            }
        });
        return request.exchange();
    }

    /** The form's fields by name, with their columns. */
    private Map<String, String> fields(long task) {
        try {
            var page = get(task, Role.OPERATOR).getResponse().getContentAsString();
            var found = Pattern.compile("<label for=\"((?:all|line)-[\\d-]+)\">(.*?)</label>")
                    .matcher(page);
            var fields = new HashMap<String, String>();
            while (found.find()) {
                fields.put(found.group(1), found.group(2));
            }
            return fields;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(long task, Role role) {
        return mvc.get()
                .uri("/inbox/" + task)
                .param("lang", "ja")
                .with(as(role))
                .exchange();
    }

    private static UserRequestPostProcessor as(Role role) {
        return user("operator")
                .authorities(AuthorityUtils.createAuthorityList(Stream.concat(
                                Stream.of("ROLE_" + role.name()),
                                role.permissions().stream().map(Enum::name))
                        .toArray(String[]::new)));
    }
}
