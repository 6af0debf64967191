package jp.otodoke.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Shows a refusal that a page does not handle itself on the error page. */
@ControllerAdvice(annotations = Controller.class)
@Order(100)
class PageErrors {
    @ExceptionHandler
    ModelAndView refused(Refusal refusal, Locale locale, HttpServletResponse response) {
        var words = refusal.words().in(locale);
        return switch (refusal.kind()) {
            case NOT_FOUND -> page(HttpStatus.NOT_FOUND, words, response);
            case CONFLICT -> page(HttpStatus.CONFLICT, words, response);
            case FORBIDDEN -> page(HttpStatus.FORBIDDEN, words, response);
            case INVALID -> page(HttpStatus.UNPROCESSABLE_CONTENT, words, response);
        };
    }

    @ExceptionHandler
    ModelAndView wrong(InvalidInput input, HttpServletResponse response) {
        var words = input.problems().stream().map(FieldProblem::message).collect(Collectors.joining(" / "));
        return page(HttpStatus.UNPROCESSABLE_CONTENT, words, response);
    }

    @ExceptionHandler
    ModelAndView changedMeanwhile(ConcurrencyFailureException e, HttpServletResponse response) {
        return page(HttpStatus.CONFLICT, null, response);
    }

    private static ModelAndView page(HttpStatus status, @Nullable String words, HttpServletResponse response) {
        response.setStatus(status.value());
        var page = new ModelAndView("error");
        page.addObject("status", status.value());
        page.addObject("words", words);
        return page;
    }
}
