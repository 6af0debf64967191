package jp.otodoke.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jp.otodoke.OtodokeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The preview call: rules in, dates and causes out. */
@OtodokeTest
class SchedulePreviewApiTests {
    private final MockMvcTester mvc;

    @Autowired
    SchedulePreviewApiTests(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    @Test
    void closedDaysThatAreGivenReplaceTheCalendars() {
        assertThat(
                        preview(
                                """
                                {"rule": {"type": "MONTHS", "months": 1, "dayOfMonth": 31}, "first": "2026-01-31", "count": 2,
                                 "closedDays": ["2026-01-31", "2026-02-01"], "shift": "AFTER"}
                                """))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        """
                        {"turns": [{"turn": 1, "nominal": "2026-01-31", "delivery": "2026-02-02",
                                    "causes": ["2026/01/31(土)〜2026/02/01(日) はお届けできない日です"]},
                                   {"turn": 2, "nominal": "2026-02-28", "delivery": "2026-02-28", "causes": []}]}
                        """);
    }

    /** The carrier rests on New Year's Day, and the warehouse around it. */
    @Test
    void withoutThemTheCalendarsOfTheFirmCount() {
        assertThat(
                        preview(
                                """
                        {"rule": {"type": "MONTHS", "months": 1, "dayOfMonth": 1}, "first": "2027-01-01"}
                        """))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.turns.length()", turns -> assertThat(turns).isEqualTo(12))
                .hasPathSatisfying("$.turns[0].delivery", day -> assertThat(day).isEqualTo("2027-01-02"))
                .hasPathSatisfying(
                        "$.turns[0].causes[0]",
                        cause -> assertThat(cause).asString().contains("配送会社の休業日"))
                .hasPathSatisfying("$.turns[1].delivery", day -> assertThat(day).isEqualTo("2027-02-01"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|422|rule",
                "{'rule':{'type':'DAYS','days':0},'first':'2026-01-01'}|422|rule.days",
                "{'rule':{'type':'DAYS','days':1}}|422|first",
                "{'rule':{'type':'DAYS','days':1},'first':'2026-02-30'}|422|first",
                "{'rule':{'type':'DAYS','days':1},'first':'2026-02-01','count':0}|422|count",
                "{'rule':{'type':'DAYS','days':1},'first':'2026-02-01','count':1001}|422|count",
                "{'rule':{'type':'DAYS','days':1},'first':'2026-02-01','closedDays':['x'],'shift':'AFTER'}|422|closedDays[0]",
                "{'rule':{'type':'DAYS','days':1},'first':'2026-02-01','closedDays':['2026-02-01']}|422|shift",
                "{'rule':{'type':'DAYS','days':1},'first':'2026-02-01','closedDays':[],'shift':'UP'}|422|shift",
                "{'rule':{'type':'MONTHS','months':'one','dayOfMonth':1},'first':'2026-02-01'}|400|",
                "{'rule':7,'first':'2026-02-01'}|400|",
                "not json|400|"
            })
    void aRequestThatCannotBeMeantIsRefusedAtItsPlace(String body, int status, String place) {
        var answer = preview(body.replace('\'', '"'));

        assertThat(answer).hasStatus(status);
        if (place != null) {
            assertThat(answer).bodyJson().hasPathSatisfying("$.errors[0].field", field -> assertThat(field)
                    .isEqualTo(place));
        }
    }

    @Test
    void theLongestPreviewOfTheLongestGapsStaysWithinTheCalendar() {
        assertThat(
                        preview(
                                """
                                {"rule": {"type": "DAYS", "days": 1830}, "first": "2999-12-31", "count": 1000, "closedDays": [], "shift": "BEFORE"}
                                """))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.turns[999].delivery",
                        day -> assertThat(day).asString().startsWith("8005-"));
    }

    private MvcTestResult preview(String body) {
        return mvc.post()
                .uri("/api/v1/subscriptions/preview")
                .with(csrf())
                .with(user("reader").authorities(AuthorityUtils.createAuthorityList("VIEW")))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
