package jp.otodoke.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where no controller is involved, such as in a filter. */
@Component
public class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    public void unauthorized(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        write(response, HttpStatus.UNAUTHORIZED, "A valid token is needed: Authorization: Bearer <token>");
    }

    public void forbidden(HttpServletRequest request, HttpServletResponse response, Exception e) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "This token may not do that");
    }

    public void tooManyRequests(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(
                response,
                HttpStatus.TOO_MANY_REQUESTS,
                "Too many unknown tokens came from your address; try again later");
    }

    public void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        write(response, status, detail, Map.of());
    }

    void write(HttpServletResponse response, HttpStatus status, String detail, Map<String, ?> more) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.getReasonPhrase());
        more.forEach(problem::setProperty);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
