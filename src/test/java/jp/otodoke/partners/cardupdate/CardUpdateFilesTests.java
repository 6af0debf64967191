package jp.otodoke.partners.cardupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.partners.exchange.Intake;
import jp.otodoke.partners.exchange.Transport;
import jp.otodoke.payments.CardToken;
import jp.otodoke.payments.CardTold;
import jp.otodoke.payments.CardUpdateFiles;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

/** Request and result of a card update, as an agency's program exchanges them. Each test has a month of its own. */
@ModuleTest(with = "payments.cards")
class CardUpdateFilesTests {
    private final Map<String, byte[]> folder = new LinkedHashMap<>();

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private CardUpdateFiles updates;

    @Autowired
    private Intake intake;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Autowired
    private BusinessClock businessClock;

    @AfterEach
    void today() {
        clock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void aResultIsBookedAndTheSameAgainChangesNothing() throws UnsupportedEncodingException {
        long update = made("2027-01");
        var request = request(update);
        assertThat(new String(request, StandardCharsets.US_ASCII))
                .startsWith("H,ARAIGAE," + update + ",202701\r\nD,")
                .contains(",4242,3112\r\n");
        assertThat(request(update)).as("frozen").isEqualTo(request);
        var reply = AgencyReply.to(request);
        int cards = reply.lines().size() - 2;

        assertThat(result(update, reply.bytes()))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"read\":%d,\"created\":%d,\"existing\":0,\"rejected\":0}".formatted(cards, cards));
        assertThat(result(update, reply.bytes("\n")))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"created\":0,\"existing\":%d}".formatted(cards));

        assertThat(json(get("/" + update), "$.state")).isEqualTo("DONE");
        assertThat(json(get("/" + update), "$.unchanged")).isEqualTo(cards);
        var other = AgencyReply.to(request);
        other.with(firstCard(request), "1", "", "");
        assertThat(result(update, other.bytes()))
                .as("another answer later")
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying("$.errors[0].code", code -> assertThat(code).isEqualTo("conflict"));
        assertThat(json(get("/" + update), "$.unusable")).isEqualTo(0);
    }

    @Test
    void ofAFileThatIsWrongNothingIsBookedAndEachMistakeHasItsPlace() throws UnsupportedEncodingException {
        long update = made("2027-02");
        var request = request(update);
        var reply = AgencyReply.to(request);
        int trailer = reply.lines().size();

        assertThat(result(update, AgencyReply.to(request).ending("T,9999,9999").bytes()))
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].record", record -> assertThat(record).isEqualTo(trailer))
                .hasPathSatisfying(
                        "$.errors[0].position", place -> assertThat(place).isEqualTo(3))
                .hasPathSatisfying(
                        "$.errors[0].field", field -> assertThat(field).isEqualTo("件数"))
                .hasPathSatisfying("$.errors[0].code", code -> assertThat(code).isEqualTo("mismatch"))
                .hasPathSatisfying(
                        "$.errors[0].message",
                        text -> assertThat(text).asString().isNotBlank());
        var whole = reply.bytes();
        assertThat(result(update, Arrays.copyOf(whole, whole.length / 2))).hasStatus(422);
        assertThat(result(update, request)).as("the request itself").hasStatus(422);
        assertThat(json(get("/" + update), "$.unchanged")).isEqualTo(0);
        assertThat(json(get("/" + update), "$.state")).isEqualTo("SENT");

        long next = made("2027-03");
        request(next);
        assertThat(result(next, whole))
                .as("the result of another update")
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying(
                        "$.errors[0].field", field -> assertThat(field).isEqualTo("洗替番号"));
    }

    @Test
    void aResultInTheFolderOfTheAgencyIsTakenIn() throws UnsupportedEncodingException {
        long update = made("2027-04");
        var reply = AgencyReply.to(request(update)).bytes();
        var half = FileContent.of(Arrays.copyOf(reply, reply.length / 2));

        assertThat(intake.take("agency", "ARAIGAE_20270426.csv", half, false).state())
                .hasToString("INCOMPLETE");
        assertThat(intake.take("agency", "ARAIGAE_20270426.csv", FileContent.of(reply), true)
                        .state())
                .hasToString("BOOKED");
        assertThat(intake.take("agency", "ARAIGAE_20270426.csv", FileContent.of(reply), true)
                        .state())
                .hasToString("BOOKED");

        assertThat(json(get("/" + update), "$.state")).isEqualTo("DONE");
        assertThat(json(get("/" + update), "$.resultFile")).isEqualTo("ARAIGAE_20270426.csv");
    }

    @Test
    void theRequestIsPlacedIntoTheFolderOfTheAgencyOnce() throws UnsupportedEncodingException {
        long update = made("2027-05");
        var work = new HandOverCardUpdates(updates, new Folder(true), businessClock, true);
        assertThat(work.moving()).isNotEmpty();
        work.run();
        assertThat(work.moving()).as("what can't be placed is not waited for").isEmpty();

        new HandOverCardUpdates(updates, new Folder(false), businessClock, true).run();

        var name = "agency/ARAIGAE_%06d.csv".formatted(update);
        assertThat(folder.get(name)).isEqualTo(request(update));
        folder.clear();
        new HandOverCardUpdates(updates, new Folder(false), businessClock, true).run();
        assertThat(folder).doesNotContainKey(name);
        assertThat(json(get("/" + update), "$.deliveredAt")).isNotNull();
    }

    @Test
    void whatIsUnknownOrMissingIsSaid() throws UnsupportedEncodingException {
        long update = made("2027-06");

        assertThat(get("/99999999")).hasStatus(404);
        assertThat(get("/99999999/cards")).hasStatus(404);
        assertThat(get("/99999999/request-file")).hasStatus(404);
        assertThat(result(99_999_999, new byte[] {'H'})).hasStatus(404);
        assertThat(mvc.post()
                        .multipart()
                        .uri("/api/v1/card-updates/" + update + "/result-file")
                        .with(all()))
                .hasStatus(422);
        assertThat(result(update, AgencyReply.of(update, "202706").bytes()))
                .as("before its request")
                .hasStatus(422)
                .bodyJson()
                .hasPathSatisfying("$.errors[0].code", code -> assertThat(code).isEqualTo("not-sent"));
        assertThat(exchange(HttpMethod.POST, "")).as("this month's is made").hasStatus(409);
    }

    private long made(String month) throws UnsupportedEncodingException {
        clock.set(month + "-25T10:00:00+09:00");
        transaction.executeWithoutResult(status -> events.publishEvent(new CardTold(
                OrderNumber.of("A00000001"),
                CustomerNumber.of("C0000001"),
                new CardToken("tok_" + UUID.randomUUID()),
                "VISA",
                "4242",
                YearMonth.of(2031, 12))));
        var answer = exchange(HttpMethod.POST, "");
        assertThat(answer).hasStatus(201);
        return ((Number) json(answer, "$.id")).longValue();
    }

    private static long firstCard(byte[] request) {
        return Long.parseLong(
                new String(request, StandardCharsets.US_ASCII).split("\r\n")[1].split(",")[1]);
    }

    private byte[] request(long update) {
        var answer = get("/" + update + "/request-file");
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private MvcTestResult result(long update, byte[] file) {
        return mvc.post()
                .multipart()
                .uri("/api/v1/card-updates/" + update + "/result-file")
                .file(new MockMultipartFile("file", "ARAIGAE_" + UUID.randomUUID() + ".csv", "text/csv", file))
                .with(all())
                .exchange();
    }

    private MvcTestResult get(String path) {
        return exchange(HttpMethod.GET, path);
    }

    private MvcTestResult exchange(HttpMethod method, String path) {
        return mvc.method(method).uri("/api/v1/card-updates" + path).with(all()).exchange();
    }

    private static Object json(MvcTestResult answer, String path) throws UnsupportedEncodingException {
        return JsonPath.read(answer.getResponse().getContentAsString(), path);
    }

    private static RequestPostProcessor all() {
        return user("tester").authorities(AuthorityUtils.createAuthorityList("VIEW", "MONEY_VIEW", "MONEY_EDIT"));
    }

    private final class Folder implements Transport {
        private final boolean away;

        Folder(boolean away) {
            this.away = away;
        }

        @Override
        public void deliver(String partner, String fileName, byte[] content) {
            if (away) {
                throw new IllegalStateException("away");
            }
            folder.put(partner + "/" + fileName, content);
        }

        @Override
        public boolean running() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }
    }
}
