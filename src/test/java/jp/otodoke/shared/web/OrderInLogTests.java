package jp.otodoke.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import jp.otodoke.UnitTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@UnitTest
class OrderInLogTests {
    private final OrderInLog filter = new OrderInLog();

    @ParameterizedTest
    @CsvSource({
        "/orders/A00000123, A00000123",
        "/api/v1/orders/A00000123/cancel, A00000123",
        "/shipments/A00000123-2, A00000123-2",
        "/api/v1/orders, ",
        "/customers/12, ",
    })
    void namesTheOrderOrParcelOfTheAddress(String address, @Nullable String expected) throws Exception {
        assertThat(caseAt(address)).isEqualTo(expected);
    }

    @Test
    void forgetsItAfterTheRequest() throws Exception {
        caseAt("/orders/A00000123");

        assertThat(MDC.get("case")).isNull();
    }

    private @Nullable String caseAt(String address) throws ServletException, IOException {
        var seen = new AtomicReference<@Nullable String>();
        filter.doFilter(
                new MockHttpServletRequest("GET", address),
                new MockHttpServletResponse(),
                (request, response) -> seen.set(MDC.get("case")));
        return seen.get();
    }
}
