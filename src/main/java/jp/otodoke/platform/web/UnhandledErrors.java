package jp.otodoke.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The last resort for requests that failed: a problem for programs, a page for people. The fault is logged under a
 * reference number, and only that number is shown to the client.
 */
@Controller
class UnhandledErrors implements ErrorController {
    private static final Logger log = LoggerFactory.getLogger(UnhandledErrors.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ProblemWriter problemWriter;

    UnhandledErrors(ProblemWriter problemWriter) {
        this.problemWriter = problemWriter;
    }

    @RequestMapping("/error")
    @Nullable
    String answer(HttpServletRequest request, HttpServletResponse response, Model model) throws IOException {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (UnusableRequest.tooExpensive(fault(request))) {
            return tooExpensive(request, response, model, path);
        }
        var status = fault(request) instanceof BodyTooLarge ? HttpStatus.CONTENT_TOO_LARGE : status(request);
        var reference = status.is5xxServerError() ? log(request, path) : null;
        if (ofApi(request, path)) {
            problemWriter.write(
                    response, status, detail(status), reference == null ? Map.of() : Map.of("reference", reference));
            return null;
        }
        response.setStatus(status.value());
        model.addAttribute("status", status.value());
        model.addAttribute("reference", reference);
        return "error";
    }

    private @Nullable String tooExpensive(
            HttpServletRequest request, HttpServletResponse response, Model model, String path) throws IOException {
        log.warn("The database stopped a statement of {} {} at its limit", method(request), path, fault(request));
        if (ofApi(request, path)) {
            problemWriter.write(
                    response, HttpStatus.UNPROCESSABLE_CONTENT, "This takes too long; ask for less at a time");
            return null;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("status", "too-expensive");
        return "error";
    }

    private static boolean ofApi(HttpServletRequest request, String path) {
        return path.startsWith(request.getContextPath() + "/api/");
    }

    private static @Nullable Throwable fault(HttpServletRequest request) {
        return (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    }

    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
    }

    private static String log(HttpServletRequest request, String path) {
        var bytes = new byte[5];
        RANDOM.nextBytes(bytes);
        var reference = HexFormat.of().withUpperCase().formatHex(bytes);
        log.error("Fault {} at {} {}", reference, method(request), path, fault(request));
        return reference;
    }

    /** The forward to this page is always a GET. */
    private static Object method(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_METHOD), request.getMethod());
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "There is nothing at this address";
            case METHOD_NOT_ALLOWED -> "This address has no such method; Allow names those it has";
            case NOT_ACCEPTABLE -> "What Accept asks for is not available here";
            case UNSUPPORTED_MEDIA_TYPE -> "The body has a type that is not expected here";
            case CONTENT_TOO_LARGE -> "The content is larger than what is accepted";
            case INTERNAL_SERVER_ERROR -> "A fault occurred; it is logged under the reference number";
            default -> status.getReasonPhrase();
        };
    }
}
