package jp.otodoke.platform.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Holds a response back until it is stored. */
class BufferedResponse extends ContentCachingResponseWrapper {
    private boolean leftToErrorPage;

    BufferedResponse(HttpServletResponse response) {
        super(response);
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
