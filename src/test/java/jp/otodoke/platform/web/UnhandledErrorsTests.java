package jp.otodoke.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.sql.SQLException;
import jp.otodoke.UnitTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ConcurrentModel;
import tools.jackson.databind.json.JsonMapper;

@UnitTest
class UnhandledErrorsTests {
    private final UnhandledErrors errors =
            new UnhandledErrors(new ProblemWriter(JsonMapper.builder().build()));
    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(strings = {"57014", "53400"})
    void aQuestionThatWasStoppedAtItsLimitIsNoFaultOfOurs(String state) throws IOException {
        failed("/orders", state);
        var model = new ConcurrentModel();

        assertThat(errors.answer(request, response, model)).isEqualTo("error");
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(model.getAttribute("status")).isEqualTo("too-expensive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "53400"})
    void aProgramIsToldToAskForLess(String state) throws IOException {
        failed("/api/v1/orders", state);

        assertThat(errors.answer(request, response, new ConcurrentModel())).isNull();
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(response.getContentAsString()).contains("ask for less");
    }

    private void failed(String path, String state) {
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
        request.setAttribute(
                RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException(new SQLException("stopped", state)));
    }
}
