package jp.otodoke.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.OtodokeWebTest;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.orders.sql.OrderSearch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@OtodokeWebTest
class ErrorAnswersTests {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;

    @Autowired
    ErrorAnswersTests(@LocalServerPort int port) {
        this.root = "http://127.0.0.1:" + port;
    }

    @Test
    void asksForAToken() throws Exception {
        var answer =
                send(HttpRequest.newBuilder(URI.create(root + "/api/v1/orders")).build());

        isProblem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void saysWhatIsNotJson() throws Exception {
        isProblem(send(api("/customers").POST(BodyPublishers.ofString("{")).build()), 400);
    }

    @Test
    void namesTheFieldOfAWrongType() throws Exception {
        var answer = send(api("/orders")
                .POST(BodyPublishers.ofString("{\"lines\": [{\"sku\": \"A\", \"quantity\": \"viele\"}]}"))
                .build());

        isProblem(answer, 400);
        assertThat(answer.body()).contains("lines[0].quantity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "2.0", "\"2\"", "true", "99999999999"})
    void takesAQuantityAsAWholeNumberOrNotAtAll(String quantity) throws Exception {
        var answer = send(api("/orders")
                .POST(BodyPublishers.ofString("{\"lines\": [{\"sku\": \"A\", \"quantity\": " + quantity + "}]}"))
                .build());

        isProblem(answer, 400);
        assertThat(answer.body()).contains("lines[0].quantity");
    }

    @ParameterizedTest
    @CsvSource({
        "/tasks/bulk, '{\"ids\": [null], \"decision\": \"DONE\"}'",
        "/tasks/bulk, '{\"ids\": [\" \"], \"decision\": \"DONE\"}'",
        "/tasks/bulk, '{\"ids\": [1], \"decision\": \"DONE\", \"parameters\": {\"to\": null}}'",
        "/deposits/1/confirm, '{\"allocations\": [null]}'"
    })
    void refusesNothingAmongTheElementsOfAList(String path, String body) throws Exception {
        isProblem(send(api(path).POST(BodyPublishers.ofString(body)).build()), 400);
    }

    @Test
    void aDocumentOfVeryManyPartsIsRefusedBeforeItIsHeld() throws Exception {
        var answer = send(api("/orders")
                .POST(BodyPublishers.ofString("{\"lines\": [" + "{},".repeat(1_000_000) + "{}]}"))
                .build());

        isProblem(answer, 400);
    }

    @Test
    void ofManyMistakesTheFirstAreTold() throws Exception {
        var answer = send(api("/orders")
                .POST(BodyPublishers.ofString("{\"lines\": [" + "{},".repeat(20_000) + "{}]}"))
                .build());

        isProblem(answer, 422);
        assertThat(answer.body().length()).isLessThan(1_000_000);
    }

    @Test
    void readsLittleOfAStranger() throws Exception {
        var notification = HttpRequest.newBuilder(URI.create(root + "/api/v1/webhooks/card"))
                .header("Content-Type", "application/json");
        var large = new byte[1024 * 1024 + 1];

        isProblem(
                send(notification.copy().POST(BodyPublishers.ofByteArray(large)).build()), 413);
        isProblem(
                send(notification
                        .copy()
                        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(large)))
                        .build()),
                413);
    }

    /** Nothing reads such a form, not even before it is known who sends it. */
    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
    void readsNoFormThatNothingTakes(String method) throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(root + "/api/v1/orders/A00000001"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, BodyPublishers.ofString("a=%zz"))
                .build());

        isProblem(answer, 401);
    }

    /** Of two NULs, no Base64 at all, longer than any. */
    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "%00", "QUFB"})
    void aCookieThatCannotNameASessionIsNone(String value) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(root + "/login"))
                .header("Cookie", "OTODOKE=" + value.repeat(1_000))
                .build();

        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data, x",
        "multipart/form-data; boundary=, x",
        "multipart/form-data; boundary=x, '--x\r\nContent-Disposition: form-data; name=\"file\"'"
    })
    void anUnreadableFormWithAKeyIsRefusedAsOneWithout(String type, String body) throws Exception {
        for (var path : List.of("/imports/orders", "/imports/products", "/deposits/imports")) {
            var answer = send(api(path)
                    .setHeader("Content-Type", type)
                    .header("Idempotency-Key", "unreadable " + type + path + body.length())
                    .POST(BodyPublishers.ofString(body))
                    .build());

            assertThat(answer.statusCode()).as(path).isBetween(400, 422);
        }
    }

    @Test
    void refusesAmountsAndDaysThatNobodyMeant() throws Exception {
        var answer = send(api("/orders")
                .POST(BodyPublishers.ofString("{\"delivery\": {\"date\": \"9999-12-31\"},"
                        + " \"lines\": [{\"sku\": \"A\", \"quantity\": 1, \"unitPrice\": 9223372036854775807}]}"))
                .build());

        isProblem(answer, 422);
        assertThat(answer.body()).contains("delivery.date", "lines[0].unitPrice");
    }

    @Test
    void refusesACharacterThatNoDatabaseKeeps() throws Exception {
        isProblem(
                send(api("/orders")
                        .POST(BodyPublishers.ofString("{\"note\": \"a\\u0000b\"}"))
                        .build()),
                400);
        isProblem(send(api("/orders?q=%00").GET().build()), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "customers", "products", "tasks", "deposits", "incidents", "partners/messages"})
    void sortsOnlyByWhatAListHas(String list) throws Exception {
        var answer = send(api("/" + list + "?sort=nothing").GET().build());

        isProblem(answer, 422);
        assertThat(answer.body()).contains("\"sort\"");
    }

    @ParameterizedTest
    @CsvSource({
        "orders, orderedAt",
        "orders, channelOrderId",
        "customers, birthDate",
        "products, unitPrice",
        "products, taxClass",
        "tasks, dueAt",
        "deposits, amount",
        "deposits, remitterKana",
        "incidents, businessKey",
        "incidents, failedStep",
        "partners/messages, createdAt",
        "partners/messages, state",
        "partners/messages, size"
    })
    void sortsEitherWay(String list, String field) throws Exception {
        for (var sort : List.of(field, "-" + field, field + ",desc", field + ",asc")) {
            assertThat(send(api("/" + list + "?sort=" + sort).GET().build()).statusCode())
                    .as(sort)
                    .isEqualTo(200);
        }
    }

    @Test
    void takesABlankFilterForNone() throws Exception {
        assertThat(new OrderSearch.Filter(null, "", " ", null, null, null))
                .isEqualTo(new OrderSearch.Filter(null, null, null, null, null, null));
        assertThat(new Tasks.Filter(null, "", "", null)).isEqualTo(new Tasks.Filter(null, null, null, null));
        assertThat(send(api("/tasks?group=&assignee=&q=").GET().build()).body())
                .isEqualTo(send(api("/tasks").GET().build()).body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders?from=-999999999-01-01",
                "/orders?to=%2B999999999-12-31",
                "/orders?to=9999-12-31",
                "/shipments?day=%2B999999999-12-31",
                "/audit?from=0001-01-01",
                "/stock/of-product",
                "/inbox/live?task=x",
                "/processes/nothing/diagram.bpmn"
            })
    void aPageHasNoFaultForWhatNobodyCanMean(String page) throws Exception {
        signIn();

        assertThat(send(HttpRequest.newBuilder(URI.create(root + page)).build()).statusCode())
                .isLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders",
                "/customers",
                "/products",
                "/stock/differences",
                "/incidents",
                "/partners/messages",
                "/watchdog",
                "/audit"
            })
    void aPageBeforeTheFirstOrBehindTheLastIsShownAllTheSame(String list) throws Exception {
        signIn();

        for (var page : List.of("-1", "2147483647")) {
            assertThat(send(HttpRequest.newBuilder(URI.create(root + list + "?page=" + page))
                                    .build())
                            .statusCode())
                    .as(page)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/orders?status.x=1",
                "/orders/export.csv?status%5B%5D=1&status%5B0%5D.x=2&status.y=3",
                "/inbox?cause%5B%5D=1&cause%5B0%5D.x=2&cause.y=3",
                "/audit?from.year=1",
                "/processes/order-to-door?step=ship&q.x=1"
            })
    void aParameterInsideAFilterIsIgnoredAsAnUnknownOneIs(String page) throws Exception {
        signIn();

        assertThat(send(HttpRequest.newBuilder(URI.create(root + page)).build()).statusCode())
                .isLessThan(500);
    }

    @ParameterizedTest
    @CsvSource({
        "lines[1000].sku=A, 400",
        "lines[x].sku=A, 400",
        "lines[-1].sku=A, 400",
        "lines[=A, 400",
        "lines[0].sku=%E2%80%AE%EF%BB%BF, 200",
        "class.module=1, 200"
    })
    void aFormHasNoFaultForAParameterThatNoPageSends(String parameter, int status) throws Exception {
        var form = signIn();

        assertThat(send(HttpRequest.newBuilder(URI.create(root + "/orders/new/check"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(parameter + "&_csrf=" + form))
                                .build())
                        .statusCode())
                .isEqualTo(status);
    }

    @Test
    void refusesAFormThatIsNotMultipart() throws Exception {
        var form = signIn();

        assertThat(send(HttpRequest.newBuilder(URI.create(root + "/orders/import"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("format=generic&_csrf=" + form))
                                .build())
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/webhooks/card, multipart/form-data",
        "/api/v1/webhooks/card, multipart/form-data; boundary=a",
        "/api/v1/waves, multipart/form-data",
        "/api/v1/imports/products, multipart/form-data",
        "/api/v1/imports/orders, multipart/form-data; boundary=a"
    })
    void refusesABodyThatIsNoMultipartFormAlthoughItSaysSo(String path, String type) throws Exception {
        var answer = send(HttpRequest.newBuilder(URI.create(root + path))
                .header("Authorization", "Bearer demo-token")
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString("--a\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nfoo"))
                .build());

        assertThat(answer.statusCode()).isBetween(400, 499);
    }

    @Test
    void refusesAnOrderOfTheYearOneAndADeliveryOf1900() throws Exception {
        var answer = send(api("/orders")
                .POST(BodyPublishers.ofString(
                        "{\"orderedAt\": \"0001-01-01T00:00:00Z\", \"delivery\": {\"date\": \"1900-01-01\"},"
                                + " \"lines\": []}"))
                .build());

        isProblem(answer, 422);
        assertThat(answer.body()).contains("\"orderedAt\"", "\"delivery.date\"");
    }

    @Test
    void refusesATextThatNoFieldHolds() throws Exception {
        isProblem(
                send(api("/orders")
                        .POST(BodyPublishers.ofString("{\"note\": \"" + "a".repeat(10_000_000) + "\"}"))
                        .build()),
                400);
    }

    @Test
    void knowsNoSuchAddress() throws Exception {
        isProblem(send(api("/nothing-here").GET().build()), 404);
    }

    @Test
    void knowsNoSuchOrder() throws Exception {
        isProblem(send(api("/orders/A99999999").GET().build()), 404);
    }

    @Test
    void namesTheMethodsThereAre() throws Exception {
        var answer = send(api("/customers").DELETE().build());

        isProblem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).isPresent();
    }

    @Test
    void refusesABodyOfAnotherType() throws Exception {
        isProblem(
                send(api("/customers")
                        .setHeader("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("name"))
                        .build()),
                415);
    }

    @Test
    void cannotAnswerInEveryType() throws Exception {
        isProblem(send(api("/customers").header("Accept", "image/png").GET().build()), 406);
    }

    @Test
    void showsAPageForPeopleInTheirLanguage() throws Exception {
        signIn();

        var page = send(HttpRequest.newBuilder(URI.create(root + "/orders/A99999999"))
                .header("Accept", "text/html")
                .build());
        var english = send(HttpRequest.newBuilder(URI.create(root + "/no/such/page?lang=en"))
                .header("Accept", "text/html")
                .build());

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("見つかりませんでした").contains("<nav");
        assertThat(english.statusCode()).isEqualTo(404);
        assertThat(english.body()).contains("Not found");
    }

    /** @return the token that forms carry */
    private String signIn() throws Exception {
        var form = send(HttpRequest.newBuilder(URI.create(root + "/login")).build());
        var csrf = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        assertThat(csrf.find()).isTrue();
        var answer = send(HttpRequest.newBuilder(URI.create(root + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=manager&password=demo&_csrf=" + csrf.group(1)))
                .build());
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
        var page = send(HttpRequest.newBuilder(URI.create(root + "/account")).build());
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static void isProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"status\":" + status).doesNotContain("Exception", "at jp.otodoke");
    }

    private HttpRequest.Builder api(String path) {
        return HttpRequest.newBuilder(URI.create(root + "/api/v1" + path))
                .header("Authorization", "Bearer demo-token")
                .header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
