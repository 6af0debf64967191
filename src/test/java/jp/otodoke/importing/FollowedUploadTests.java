package jp.otodoke.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.otodoke.OtodokeTest;
import jp.otodoke.mothers.Elapsed;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A large upload whose sender does not wait is followed at the place that the answer names. */
@OtodokeTest
@WithMockUser(
        username = "hanako",
        authorities = {
            "ROLE_MANAGER",
            "VIEW",
            "IMPORTS",
            "PRODUCTS_EDIT",
            "STOCK_EDIT",
            "CUSTOMERS_EDIT",
            "OPERATIONS",
            "MONEY_VIEW",
            "MONEY_EDIT"
        })
class FollowedUploadTests {
    private static final String HEADER = "sku,name,kind,tax_class,unit_price,stock_keeping,initial_stock\n";

    private final MockMvcTester web;
    private final Elapsed elapsed;

    @Autowired
    FollowedUploadTests(MockMvcTester web, Elapsed elapsed) {
        this.web = web;
        this.elapsed = elapsed;
    }

    @Test
    void anAsynchronousUploadIsAnsweredWithItsLocation() {
        var rows = IntStream.range(0, 120)
                .mapToObj(i -> "FU-" + i + ",a,GOODS,STANDARD,100,true,5\n")
                .collect(Collectors.joining());

        var accepted =
                upload("/api/v1/imports/products", "followed.csv", HEADER + rows + "FU-X,a,WHAT,STANDARD,1,true,1\n");

        assertThat(accepted).hasStatus(202).hasHeader("Preference-Applied", "respond-async");
        var place = location(accepted);
        assertThat(place).matches("/api/v1/imports/\\d+");
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofMinutes(5))
                .untilAsserted(
                        () -> assertThat(web.get().uri(place))
                                .hasStatusOk()
                                .bodyJson()
                                .isLenientlyEqualTo(
                                        """
                        {"type": "PRODUCTS", "fileName": "followed.csv", "state": "DONE",
                         "progress": {"booked": 121, "records": 121}, "read": 121, "created": 120, "existing": 0,
                         "updated": 0, "rejected": 1, "errors": [{"line": 122, "field": "kind", "code": "invalid"}]}"""));
        assertThat(web.post().uri(place + "/stop")).hasStatus(409);
        assertThat(web.get().uri(place.replace("/api/v1", "")))
                .hasStatusOk()
                .bodyText()
                .contains("followed.csv", "kind")
                .doesNotContain("hx-trigger=\"every");
    }

    @Test
    void whatCannotBeReadIsRefusedAtOnceAllTheSame() {
        assertThat(upload("/api/v1/imports/products", "x.csv", "no,such,file\n"))
                .hasStatus(422);
    }

    @Test
    void anUnknownImportIs404() {
        assertThat(web.get().uri("/api/v1/imports/999999999")).hasStatus(404);
    }

    @Test
    void accountingFollowsItsDepositsBesideThem() {
        var file = "1010000000000000000000009999ﾅﾆﾓﾅｲ".getBytes(StandardCharsets.UTF_8);

        assertThat(web.post()
                        .multipart()
                        .uri("/api/v1/deposits/imports?format=zengin-01")
                        .file(new MockMultipartFile("file", "half.txt", "text/plain", file))
                        .header("Prefer", "respond-async"))
                .hasStatus(422);
        assertThat(web.get().uri("/api/v1/deposits/imports/999999999")).hasStatus(404);
    }

    @Test
    void aRunningImportShowsItsProgressAndIsStoppedOnThePage() {
        long id = elapsed.importOnAnotherNode("stopped.csv");

        assertThat(web.get().uri("/imports/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("every 1s", "/imports/" + id + "/stop");
        assertThat(web.post().uri("/imports/" + id + "/stop").with(csrf())).hasStatus3xxRedirection();

        assertThat(web.get().uri("/api/v1/imports/" + id))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"state\": \"STOPPED\", \"created\": 50, \"progress\": {\"booked\": 50, \"records\": 1200}}");
    }

    private MvcTestResult upload(String uri, String name, String content) {
        return web.post()
                .multipart()
                .uri(uri)
                .file(new MockMultipartFile("file", name, "text/csv", content.getBytes(StandardCharsets.UTF_8)))
                .header("Prefer", "respond-async")
                .exchange();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }
}
