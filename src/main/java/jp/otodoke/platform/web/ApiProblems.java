package jp.otodoke.platform.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidFile;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;

/**
 * Turns every error of the API into {@code application/problem+json} (RFC 9457), wrong content with all its {@code
 * errors}.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {
    /** All are counted; who has more than these corrects those first. */
    private static final int MOST_ERRORS = 1_000;

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal, Locale locale) {
        var status =
                switch (refusal.kind()) {
                    case CONFLICT -> HttpStatus.CONFLICT;
                    case FORBIDDEN -> HttpStatus.FORBIDDEN;
                    case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                };
        var problem = problem(status, refusal.words().in(locale));
        problem.setProperty("code", refusal.messageKey());
        if (status == HttpStatus.UNPROCESSABLE_CONTENT) {
            problem.setProperty("errors", List.of(new FieldProblem("", refusal.messageKey(), refusal.words())));
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongContent(InvalidInput input) {
        var problem = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The content is wrong in " + input.problems().size() + " place(s)");
        problem.setProperty(
                "errors",
                input instanceof InvalidFile file
                        ? FileError.of(file, MOST_ERRORS)
                        : input.problems().stream().limit(MOST_ERRORS).toList());
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notReadable(HttpMessageNotReadableException e) {
        if (e.getMostSpecificCause() instanceof BodyTooLarge large) {
            return tooLarge(large);
        }
        return answer(withErrors(
                problem(HttpStatus.BAD_REQUEST, "The body is not the JSON that is expected here"),
                field(e.getCause())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(BodyTooLarge e) {
        return answer(problem(HttpStatus.CONTENT_TOO_LARGE, "The content is larger than what is accepted"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> jsonMismatch(JacksonException e) {
        return answer(withErrors(
                problem(HttpStatus.BAD_REQUEST, "The body is not the JSON that is expected here"), field(e)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException e) {
        return answer(
                withErrors(problem(HttpStatus.BAD_REQUEST, "A parameter has a value of a wrong type"), e.getName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e) {
        return wrongContent(
                new InvalidInput(e.getParameterName(), "required", BilingualText.of("ui.problem.required")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestPartException e) {
        return wrongContent(
                new InvalidInput(e.getRequestPartName(), "required", BilingualText.of("ui.problem.required")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(MethodArgumentNotValidException e) {
        return wrongContent(new InvalidInput(e.getBindingResult().getFieldErrors().stream()
                .map(f -> new FieldProblem(
                        f.getField(), "invalid", BilingualText.asWritten(String.valueOf(f.getDefaultMessage()))))
                .toList()));
    }

    /** The same request will succeed once the other one is done. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(ConcurrencyFailureException e) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(HttpStatus.CONFLICT, "Somebody changed the same at this moment; please repeat"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableUpload(MultipartException e) {
        return answer(problem(UnusableRequest.status(e), "The body is not the multipart form that is expected here"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notStorable(DataAccessException e) {
        if (UnusableRequest.causes(e)) {
            return answer(problem(HttpStatus.UNPROCESSABLE_CONTENT, "A value is too large or too long"));
        }
        throw e;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> others(Exception e) throws Exception {
        if (e instanceof ErrorResponse known) {
            return answer(known.getBody());
        }
        throw e;
    }

    /** The JSON path of what could not be read, such as {@code lines[0].quantity}. */
    private static String field(@Nullable Throwable cause) {
        if (cause instanceof JacksonException json) {
            return json.getPath().stream()
                    .map(p -> p.getPropertyName() == null ? "[" + p.getIndex() + "]" : "." + p.getPropertyName())
                    .collect(Collectors.joining())
                    .replaceFirst("^\\.", "");
        }
        return "";
    }

    private static ProblemDetail withErrors(ProblemDetail problem, String field) {
        problem.setProperty("errors", List.of(new FieldProblem(field, "type", BilingualText.of("ui.problem.type"))));
        return problem;
    }

    private static ProblemDetail problem(HttpStatusCode status, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("about:blank"));
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
