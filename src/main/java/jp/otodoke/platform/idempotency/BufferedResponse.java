package jp.otodoke.platform.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds a response back until it is stored. */
class BufferedResponse extends ContentCachingResponseWrapper {
    private final Map<String, List<String>> headersBefore = new LinkedHashMap<>();
    private boolean leftToErrorPage;

    BufferedResponse(HttpServletResponse response) {
        super(response);
        response.getHeaderNames().forEach(name -> headersBefore.put(name, List.copyOf(response.getHeaders(name))));
    }

    /** Forgets what has been written, headers included. */
    void startOver() {
        reset();
        headersBefore.forEach((name, values) -> values.forEach(value -> addHeader(name, value)));
    }

    boolean isLeftToErrorPage() {
        return leftToErrorPage;
    }

    @Override
    public void sendError(int status) throws IOException {
        leftToErrorPage = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        leftToErrorPage = true;
        super.sendError(status, message);
    }
}
