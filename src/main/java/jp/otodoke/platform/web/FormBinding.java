package jp.otodoke.platform.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;

/**
 * Forms and filters are records: a parameter that names none of their components is ignored, as an unknown one is. Without
 * this, {@code status.x=1} is set as a property of what has been constructed, and fails where that isn't possible.
 */
@ControllerAdvice
class FormBinding {
    /** Indexes of lists that the binder makes, up to {@link WebDataBinder#DEFAULT_AUTO_GROW_COLLECTION_LIMIT}. */
    private static final Pattern INDEXES =
            Pattern.compile("[^\\[]*(\\[(\\d{1,2}|1\\d\\d|2[0-4]\\d|25[0-5])?\\][^\\[]*)*");

    @InitBinder
    void bindOnlyComponents(WebDataBinder binder, WebRequest request) {
        binder.setDeclarativeBinding(true);
        if (isRecord(binder.getTargetType())) {
            refuseOtherIndexes(request);
        }
    }

    private static boolean isRecord(@Nullable ResolvableType form) {
        return form != null && form.toClass().isRecord();
    }

    private static void refuseOtherIndexes(WebRequest request) {
        request.getParameterNames().forEachRemaining(name -> {
            if (name.indexOf('[') >= 0 && !INDEXES.matcher(name).matches()) {
                throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
            }
        });
    }
}
