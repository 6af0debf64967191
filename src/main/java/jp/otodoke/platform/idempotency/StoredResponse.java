package jp.otodoke.platform.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The response to a request, for its repetitions. */
record StoredResponse(int status, @Nullable String location, @Nullable String contentType, byte[] body) {
    /** Distinguishes a repeated response from the first one. */
    static final String REPLAYED = "Idempotency-Replayed";

    /** These may differ for a repetition: authentication, permission, rate limit. */
    private static final Set<Integer> PASSING = Set.of(401, 403, 408, 425, 429);

    static StoredResponse of(BufferedResponse response) {
        return new StoredResponse(
                response.getStatus(),
                response.getHeader(HttpHeaders.LOCATION),
                response.getContentType(),
                response.getContentAsByteArray());
    }

    static boolean isFinal(BufferedResponse response) {
        var status = response.getStatus();
        return !response.isLeftToErrorPage()
                && status >= 200
                && status < 500
                && !PASSING.contains(status)
                && !response.containsHeader(HttpHeaders.RETRY_AFTER);
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setHeader(REPLAYED, "true");
        if (location != null) {
            response.setHeader(HttpHeaders.LOCATION, location);
        }
        if (contentType != null) {
            response.setContentType(contentType);
        }
        response.getOutputStream().write(body);
    }
}
