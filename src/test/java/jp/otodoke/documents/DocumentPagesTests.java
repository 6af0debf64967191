package jp.otodoke.documents;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.time.LocalDate;
import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The pages of documents. */
@OtodokeTest
class DocumentPagesTests {
    private final DocumentDesk desk;
    private final MockMvcTester mvc;

    @Autowired
    RunDocumentBatches run;

    @Autowired
    FindDocuments documents;

    @Autowired
    DocumentPagesTests(AutowireCapableBeanFactory beans, MockMvcTester mvc) {
        this.desk = beans.createBean(DocumentDesk.class);
        this.mvc = mvc;
    }

    @BeforeEach
    void font() {
        JapaneseFont.required();
    }

    @Test
    void anOrderLeadsToItsDocumentsWhichArePrintedAndFoundAgain() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER).family("画面"));
        assertThat(get("/orders/" + order)).hasStatusOk().bodyText().contains("/orders/" + order + "/documents");

        var page = get("/orders/" + order + "/documents");
        assertThat(page)
                .hasStatusOk()
                .bodyText()
                .contains("納品書", "適格請求書", "領収書を発行する")
                .doesNotContain("??");

        assertThat(post("/orders/" + order + "/documents", "kind", "RECEIPT")).hasStatus3xxRedirection();
        var receipt = documents.list(DocumentFilter.of(order), "-id", 0, 1).get(0);
        assertThat(receipt.kind()).isEqualTo(DocumentKind.RECEIPT);
        assertThat(get("/documents?amount=6530&partner=画面"))
                .hasStatusOk()
                .bodyText()
                .contains(receipt.number(), "領収書", "export.csv")
                .doesNotContain("??");
        assertThat(get("/documents/" + receipt.id() + "/print"))
                .hasStatusOk()
                .bodyText()
                .contains("領収書", "<style>");
        assertThat(get("/documents/" + receipt.id() + "/pdf")).hasStatusOk().hasContentType("application/pdf");
        assertThat(get("/documents/export.csv?order=" + order)).hasStatusOk();
    }

    @Test
    void aRefusalIsShownOnThePage() {
        var order = desk.shipped(desk.food(2990, 2).by(CASH_ON_DELIVERY));

        var answer = post("/orders/" + order + "/documents", "kind", "RECEIPT");

        assertThat(answer).hasStatus3xxRedirection();
        assertThat(String.valueOf(answer.getMvcResult().getFlashMap().get("refused")))
                .contains("代金引換");
    }

    @Test
    void batchesAreBegunWatchedAndPrinted() {
        desk.testClock.set("2027-05-10T10:00:00+09:00");
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER));
        LocalDate day = desk.given.shipments(order).get(0).shipDate();
        assertThat(get("/documents/batches"))
                .hasStatusOk()
                .bodyText()
                .contains("まとめて発行")
                .doesNotContain("??");

        assertThat(post("/documents/batches", "kind", "DELIVERY_NOTE", "day", day.toString()))
                .hasStatus3xxRedirection();
        assertThat(get("/documents/batches")).bodyText().contains("発行中", "止める", "every 2s");
        run.run();

        assertThat(get("/documents/batches")).bodyText().contains("完了", "/pdf").doesNotContain("発行中");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(clerk()).exchange();
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post().uri(path).with(clerk()).with(csrf());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }

    private static RequestPostProcessor clerk() {
        return user("clerk")
                .authorities(AuthorityUtils.createAuthorityList(
                        "VIEW", "PERSONAL_VIEW", "MONEY_VIEW", "ORDERS_EDIT", "WORK_TASKS"));
    }
}
