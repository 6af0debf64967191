package jp.otodoke.documents;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.List;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Documents as another program sees and issues them. */
@ModuleTest
class DocumentsApiTests {
    private static final String[] CLERK = {"VIEW", "MONEY_VIEW", "PERSONAL_VIEW"};
    private static final String[] ADMIN = {"VIEW", "MONEY_VIEW"};

    private final DocumentDesk desk;
    private final MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DocumentsApiTests(AutowireCapableBeanFactory beans, MockMvcTester mvc) {
        this.desk = beans.createBean(DocumentDesk.class);
        this.mvc = mvc;
    }

    @BeforeEach
    void font() {
        JapaneseFont.required();
    }

    @Test
    void theDocumentsOfAnOrderAreListedWithWhatItHasByItself() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER).family("書類"));

        var answer = get("/orders/" + order + "/documents?sort=kind");

        assertThat(answer).hasStatusOk();
        assertThat(read(answer, "$.items[*].kind").toString()).isEqualTo("[\"DELIVERY_NOTE\",\"INVOICE\"]");
        assertThat(read(answer, "$.page.total").toString()).isEqualTo("2");
        assertThat(read(answer, "$.items[1].amount").toString()).isEqualTo("6530");
        assertThat(read(answer, "$.items[1].date").toString()).isEqualTo("2026-11-26");
        assertThat(read(answer, "$.items[1].partner").toString()).startsWith("書類");
        assertThat(read(answer, "$.items[1].number").toString()).startsWith("IV");
        assertThat(read(get("/orders/" + order + "/documents"), "$.page.total").toString())
                .as("asking again issues nothing")
                .isEqualTo("2");
    }

    @Test
    void aDocumentIsItsPdfTheSameEachTime() throws UnsupportedEncodingException {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER));
        var id = read(post("/orders/" + order + "/documents", "{\"kind\": \"INVOICE\"}"), "$.id");

        var first = get("/documents/" + id);

        assertThat(first).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        var bytes = first.getResponse().getContentAsByteArray();
        assertThat(DocumentDesk.text(bytes)).contains("442円", "50円");
        assertThat(get("/documents/" + id).getResponse().getContentAsByteArray())
                .isEqualTo(bytes);
        assertThat(get("/documents/" + id + "?format=html"))
                .hasStatusOk()
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .contains("登録番号 T7123456789012");
        assertThat(get("/documents/" + id + "?format=doc")).hasStatus(422);
    }

    @Test
    void issuingAnswersWhereTheDocumentIs() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER));

        var answer = post("/orders/" + order + "/documents", "{\"kind\": \"RECEIPT\", \"addressee\": \"山田商事\"}");

        assertThat(answer).hasStatus(201);
        assertThat(answer.getResponse().getHeader("Location")).endsWith("/api/v1/documents/" + read(answer, "$.id"));
        assertThat(read(answer, "$.partner").toString()).isEqualTo("山田商事");
        assertThat(read(answer, "$.reissue").toString()).isEqualTo("false");
    }

    @Test
    void whatIsNotAllowedIsAConflictThatSaysWhy() {
        var order = desk.shipped(desk.food(2990, 2).by(CASH_ON_DELIVERY));

        assertThat(post("/orders/" + order + "/documents", "{\"kind\": \"RECEIPT\"}"))
                .hasStatus(409)
                .bodyText()
                .contains("代金引換");
        assertThat(post("/receivables/" + order + "/documents", "{\"kind\": \"REMINDER\"}"))
                .hasStatus(409);
    }

    @Test
    void whatIsWrongNamesItsField() {
        var order = desk.shipped(desk.food(2990, 2).by(CASH_ON_DELIVERY));

        assertThat(post("/orders/" + order + "/documents", "{\"kind\": \"LETTER\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("\"kind\"", "unknown");
        assertThat(post("/orders/" + order + "/documents", "{}")).hasStatus(422);
        assertThat(post("/documents", "{\"kind\": \"STATEMENT\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("customer", "from", "to");
        assertThat(post("/receivables/" + order + "/documents", "{\"kind\": \"INVOICE\"}"))
                .hasStatus(422);
        assertThat(get("/documents?amount=viel")).hasStatus(422);
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(get("/orders/A99999999/documents")).hasStatus(404);
        assertThat(post("/orders/A99999999/documents", "{\"kind\": \"INVOICE\"}"))
                .hasStatus(404);
        assertThat(get("/documents/999999999")).hasStatus(404);
        assertThat(get("/documents/abc")).hasStatus(404);
        assertThat(get("/documents/batches/999999999")).hasStatus(404);
        assertThat(post("/receivables/F99999999/documents", "{\"kind\": \"REMINDER\"}"))
                .hasStatus(404);
        assertThat(
                        post(
                                "/documents",
                                "{\"kind\":\"STATEMENT\",\"customer\":\"C99999999\",\"from\":\"2026-11-01\",\"to\":\"2026-11-30\"}"))
                .hasStatus(404);
    }

    @Test
    void documentsAreFoundByDateAmountAndPartner() {
        var order = desk.shipped(desk.food(4321, 1).by(BANK_TRANSFER).family("条件"));
        post("/orders/" + order + "/documents", "{\"kind\": \"INVOICE\"}");

        var found = get("/documents?from=2026-11-26&to=2026-11-26&amount=4871&partner=条件");

        assertThat(found).hasStatusOk();
        assertThat(read(found, "$.items[*].orderNumbers[0]").toString()).isEqualTo("[\"" + order + "\"]");
        assertThat(read(get("/documents?amount=4800-4900&partner=条件"), "$.page.total")
                        .toString())
                .isEqualTo("1");
        assertThat(read(get("/documents?to=2026-11-25&partner=条件"), "$.page.total")
                        .toString())
                .isEqualTo("0");
    }

    @Test
    void whoMayNotSeeNamesGetsTheListMaskedAndNoDocument() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER).family("秘密"));
        var id = read(post("/orders/" + order + "/documents", "{\"kind\": \"INVOICE\"}"), "$.id");

        var list = send(ADMIN, HttpMethod.GET, "/documents?order=" + order, "");

        assertThat(list).hasStatusOk();
        assertThat(read(list, "$.items[0].partner").toString()).isEqualTo("秘●●●");
        assertThat(send(ADMIN, HttpMethod.GET, "/documents/" + id, "")).hasStatus(403);
        assertThat(send(ADMIN, HttpMethod.POST, "/orders/" + order + "/documents", "{\"kind\": \"INVOICE\"}"))
                .hasStatus(403);
        assertThat(send(new String[] {"VIEW"}, HttpMethod.GET, "/documents", ""))
                .hasStatus(403);
    }

    @Test
    void whoSawADocumentIsInTheAuditTrail() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER));
        var answer = post("/orders/" + order + "/documents", "{\"kind\": \"INVOICE\"}");

        get("/documents/" + read(answer, "$.id"));

        assertThat(jdbc.sql(
                                "select action || ' ' || who from audit_entry where subject = :number or detail like :detail order by id")
                        .param("number", read(answer, "$.number"))
                        .param("detail", read(answer, "$.number") + " %")
                        .query(String.class)
                        .list())
                .containsExactly("document-issued clerk", "document-opened clerk");
    }

    @Test
    void aSearchByCustomerOrOrderFindsWhatIsDueAndWasNeverLookedAt() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER).family("初見"));
        var customer = desk.order(order).customerNumber();
        assertThat(read(get("/documents?order=A00000000"), "$.page.total").toString())
                .isEqualTo("0");

        var found = get("/documents?partner=" + customer + "&sort=kind");

        assertThat(read(found, "$.items[*].kind").toString()).isEqualTo("[\"DELIVERY_NOTE\",\"INVOICE\"]");
        assertThat(read(get("/documents?partner=" + customer), "$.page.total").toString())
                .as("asking again issues nothing")
                .isEqualTo("2");
        var other = desk.shipped(desk.food(2990, 1).by(BANK_TRANSFER));
        assertThat(read(get("/documents?order=" + other), "$.page.total").toString())
                .isEqualTo("2");
    }

    @Test
    void aBatchIsBegunAndWatched() {
        desk.testClock.set("2027-04-05T10:00:00+09:00");
        var order = desk.shipped(desk.food(1000, 1).by(CASH_ON_DELIVERY));
        var day = desk.given.shipments(order).get(0).shipDate();

        var begun = post("/documents/batches", "{\"kind\": \"INVOICE\", \"day\": \"" + day + "\"}");

        assertThat(begun).hasStatus(202);
        assertThat(List.of(read(begun, "$.state"), read(begun, "$.total").toString()))
                .containsExactly("RUNNING", "1");
        var batch = "/documents/batches/" + read(begun, "$.id");
        assertThat(post(batch + "/stop", "")).hasStatusOk();
        assertThat(read(get(batch), "$.state").toString()).isEqualTo("STOPPED");
        assertThat(post(batch + "/stop", "")).hasStatus(409);
    }

    private MvcTestResult get(String path) {
        return send(CLERK, HttpMethod.GET, path, "");
    }

    private MvcTestResult post(String path, String body) {
        return send(CLERK, HttpMethod.POST, path, body);
    }

    private MvcTestResult send(String[] permissions, HttpMethod method, String path, String body) {
        return mvc.method(method)
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("clerk").authorities(AuthorityUtils.createAuthorityList(permissions)))
                .exchange();
    }

    private static Object read(MvcTestResult answer, String path) {
        try {
            return JsonPath.read(answer.getResponse().getContentAsString(), path);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
