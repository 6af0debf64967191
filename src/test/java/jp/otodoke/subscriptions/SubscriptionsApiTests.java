package jp.otodoke.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Subscriptions through the API, as the contract says. */
@OtodokeTest
class SubscriptionsApiTests {
    private final AutowireCapableBeanFactory beans;
    private final MockMvcTester mvc;
    private SubscriptionDesk desk;
    private CustomerNumber customer;

    @Autowired
    SubscriptionsApiTests(AutowireCapableBeanFactory beans, MockMvcTester mvc) {
        this.beans = beans;
        this.mvc = mvc;
    }

    @BeforeEach
    void begin() {
        desk = beans.createBean(SubscriptionDesk.class);
        desk.today("2026-11-26");
        customer = desk.customer();
    }

    @AfterEach
    void nothingIsLeftDue() {
        desk.today("2026-11-26");
        desk.stopAllOf(customer);
    }

    @Test
    void isStartedShownAndListed() throws UnsupportedEncodingException {
        var started = started();
        assertThat(started).hasStatus(201);
        assertThat(started)
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"state": "ACTIVE", "customer": "%s", "schedule": "毎月31日（ない月は末日まで）", "first": "2026-12-28",
                         "items": [{"sku": "%s", "quantity": 2}], "payment": {"method": "CASH_ON_DELIVERY"},
                         "delivery": {"timeSlot": "AM", "address": null}, "mediaCode": null}
                        """
                                .formatted(customer, desk.tea()))
                .hasPathSatisfying(
                        "$.turns.length()", turns -> assertThat(turns).isEqualTo(12))
                .hasPathSatisfying("$.turns[1].nominal", day -> assertThat(day).isEqualTo("2027-01-31"))
                .hasPathSatisfying(
                        "$.turns[1].state", state -> assertThat(state).isEqualTo("PLANNED"));
        var number = number(started);
        assertThat(started.getResponse().getHeader("Location")).isEqualTo("/api/v1/subscriptions/" + number);

        assertThat(get("?customer=" + customer))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.page.total", total -> assertThat(total).isEqualTo(1))
                .hasPathSatisfying(
                        "$.items[0].number", found -> assertThat(found).isEqualTo(number))
                .hasPathSatisfying(
                        "$.items[0].nextDelivery", day -> assertThat(day).isEqualTo("2026-12-28"));
        assertThat(get("?q=" + number + "&sort=-nextDelivery&sku=" + desk.tea() + "&dueUntil=2026-12-31"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.page.total", total -> assertThat(total).isEqualTo(1));
        assertThat(get("?sort=shoe")).hasStatus(422);
        assertThat(get("/S99999999")).hasStatus(404);
    }

    @Test
    void allMistakesOfAStartAreToldAtOnce() {
        assertThat(mvc.post()
                        .uri("/api/v1/subscriptions")
                        .with(csrf())
                        .with(clerk())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"customer": "NOBODY", "items": [{"sku": "NOTHING", "quantity": 1}], "rule": {"type": "DAYS", "days": 0},
                                 "payment": {"method": "BARTER"}, "course": "C-1"}
                                """)
                        .exchange())
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactlyInAnyOrder(
                        "rule.days", "first", "payment.method", "course", "customer", "items[0].sku");
    }

    @Test
    void theSameRequestIsDoneOnce() throws UnsupportedEncodingException {
        var key = UUID.randomUUID().toString();
        var first = started(key);
        var again = started(key);

        assertThat(again).hasStatus(201);
        assertThat(number(again)).isEqualTo(number(first));
    }

    @Test
    void changesHaveAScope() throws UnsupportedEncodingException {
        var number = number(started());

        assertThat(patch(
                        number,
                        """
                        {"scope": "THIS_TURN", "items": [{"sku": "%s", "quantity": 9}], "delivery": {"date": "2026-12-22"}}
                        """
                                .formatted(desk.tea())))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.turns[0].items[0].quantity", pieces -> assertThat(pieces)
                        .isEqualTo(9))
                .hasPathSatisfying("$.turns[1].items[0].quantity", pieces -> assertThat(pieces)
                        .isEqualTo(2))
                .hasPathSatisfying("$.turns[0].delivery", day -> assertThat(day).isEqualTo("2026-12-22"))
                .hasPathSatisfying("$.turns[1].delivery", day -> assertThat(day).isEqualTo("2027-01-31"));
        assertThat(
                        patch(
                                number,
                                """
                        {"scope": "FROM_NOW", "rule": {"type": "DAYS", "days": 14}, "payment": {"method": "BANK_TRANSFER"}}
                        """))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.payment.method", method -> assertThat(method).isEqualTo("BANK_TRANSFER"))
                .hasPathSatisfying("$.turns[1].nominal", day -> assertThat(day).isEqualTo("2027-01-11"));
        assertThat(
                        patch(
                                number,
                                """
                        {"scope": "FROM_NEXT", "delivery": {"address": {"postalCode": "530-0001", "prefecture": "大阪府", "city": "大阪市北区",
                         "line1": "梅田1-2-3"}, "timeSlot": ""}}
                        """))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.reservedChanges.length()", reserved -> assertThat(reserved)
                        .isEqualTo(4));
    }

    @Test
    void aChangeIsReservedForADay() throws UnsupportedEncodingException {
        var number = number(started());

        assertThat(patch(
                        number,
                        """
                        {"from": "2027-02-01", "items": [{"sku": "%s", "quantity": 4}]}
                        """
                                .formatted(desk.tea())))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.reservedChanges[0].fromDate", day -> assertThat(day).isEqualTo("2027-02-01"))
                .hasPathSatisfying("$.turns[1].items[0].quantity", pieces -> assertThat(pieces)
                        .isEqualTo(2))
                .hasPathSatisfying("$.turns[2].items[0].quantity", pieces -> assertThat(pieces)
                        .isEqualTo(4));
        assertThat(patch(number, "{\"from\": \"2026-11-26\", \"delivery\": {\"timeSlot\": \"AM\"}}"))
                .hasStatus(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|scope",
                "{'scope':'FROM_NOW'}|422|",
                "{'scope':'SOMETIME','items':[]}|422|scope",
                "{'scope':'FROM_NOW','items':[]}|422|items",
                "{'scope':'FROM_NOW','items':[{'sku':'NOTHING','quantity':1}]}|422|items[0].sku",
                "{'scope':'FROM_NOW','rule':{'type':'DAYS','days':0}}|422|rule.days",
                "{'scope':'THIS_TURN','delivery':{'date':'2026-02-30'}}|422|delivery.date",
                "{'scope':'THIS_TURN','delivery':{'date':'2026-11-26'}}|422|delivery.date",
                "{'scope':'THIS_TURN','delivery':{'timeSlot':'NOON'}}|422|delivery.timeSlot",
                "{'scope':'THIS_TURN','delivery':{'address':{'postalCode':'1'}}}|422|delivery.address.postalCode",
                "{'scope':'FROM_NOW','payment':{'method':'CREDIT_CARD'}}|422|payment.token",
                "{'scope':'FROM_NOW','payment':{'method':'BARTER'}}|422|payment.method",
                "{'scope':'THIS_TURN','rule':{'type':'DAYS','days':7}}|422|",
                "[]|400|"
            })
    void aChangeThatCannotBeMeantIsRefused(String body, int status, String place) throws UnsupportedEncodingException {
        var answer = patch(number(started()), body.replace('\'', '"'));

        assertThat(answer).hasStatus(status);
        if (place != null) {
            assertThat(answer).bodyJson().hasPathSatisfying("$.errors[0].field", field -> assertThat(field)
                    .isEqualTo(place));
        }
    }

    @Test
    void turnsAreSkippedPausedResumedAndStopped() throws UnsupportedEncodingException {
        var number = number(started());

        assertThat(post(number + "/skip", "{\"turns\": 1}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("ACTIVE"))
                .hasPathSatisfying(
                        "$.turns[0].state", state -> assertThat(state).isEqualTo("SKIPPED"))
                .hasPathSatisfying(
                        "$.turns[0].reason", reason -> assertThat(reason).isEqualTo("CUSTOMER"))
                .hasPathSatisfying("$.nextTurn", turn -> assertThat(turn).isEqualTo(2));
        assertThat(post(number + "/pause", "{\"turns\": 3}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("PAUSED"))
                .hasPathSatisfying("$.pausedTurns", turns -> assertThat(turns).isEqualTo(3))
                .hasPathSatisfying(
                        "$.turns[3].state", state -> assertThat(state).isEqualTo("PAUSED"))
                .hasPathSatisfying(
                        "$.turns[4].state", state -> assertThat(state).isEqualTo("PLANNED"));
        assertThat(post(number + "/skip", "{}")).hasStatus(409);
        assertThat(post(number + "/pause", "{}")).hasStatusOk();
        assertThat(post(number + "/pause", "{\"until\": \"2027-05-01\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.pausedUntil", day -> assertThat(day).isEqualTo("2027-05-01"));
        assertThat(post(number + "/pause", "{\"turns\": 0}")).hasStatus(422);
        assertThat(post(number + "/resume", null))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("ACTIVE"));
        assertThat(post(number + "/resume", "{}")).hasStatus(409);
        assertThat(post(number + "/stop", "{}")).hasStatus(422);
        assertThat(post(number + "/stop", "{\"reason\": \"不要\", \"from\": \"2027-06-01\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("ACTIVE"))
                .hasPathSatisfying(
                        "$.reservedChanges[0].kind", kind -> assertThat(kind).isEqualTo("STOP"));
        assertThat(post(number + "/stop", "{\"reason\": \"不要\"}"))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> assertThat(state).isEqualTo("STOPPED"))
                .hasPathSatisfying("$.stopReason", reason -> assertThat(reason).isEqualTo("不要"));
        assertThat(post(number + "/resume", "{}")).hasStatus(409);
    }

    @Test
    void whoMayOnlyReadChangesNothing() throws UnsupportedEncodingException {
        var number = number(started());
        assertThat(mvc.post()
                        .uri("/api/v1/subscriptions/" + number + "/skip")
                        .with(csrf())
                        .with(user("reader").authorities(AuthorityUtils.createAuthorityList("VIEW")))
                        .exchange())
                .hasStatus(403);
    }

    private MvcTestResult started() {
        return started(UUID.randomUUID().toString());
    }

    private MvcTestResult started(String key) {
        return mvc.post()
                .uri("/api/v1/subscriptions")
                .header("Idempotency-Key", key)
                .with(csrf())
                .with(clerk())
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                        """
                        {"customer": "%s", "items": [{"sku": "%s", "quantity": 2}], "rule": {"type": "MONTHS", "months": 1, "dayOfMonth": 31},
                         "first": "2026-12-28", "payment": {"method": "CASH_ON_DELIVERY"}, "delivery": {"timeSlot": "AM"}}
                        """
                                .formatted(customer, desk.tea()))
                .exchange();
    }

    private static String number(MvcTestResult answer) throws UnsupportedEncodingException {
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.number");
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri("/api/v1/subscriptions" + path).with(clerk()).exchange();
    }

    private MvcTestResult patch(String number, String body) {
        return mvc.patch()
                .uri("/api/v1/subscriptions/" + number)
                .with(csrf())
                .with(clerk())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult post(String path, @Nullable String body) {
        var request =
                mvc.post().uri("/api/v1/subscriptions/" + path).with(csrf()).with(clerk());
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private static RequestPostProcessor clerk() {
        return user("operator")
                .authorities(AuthorityUtils.createAuthorityList("VIEW", "PERSONAL_VIEW", "SUBSCRIPTIONS_EDIT"));
    }
}
