package jp.otodoke.platform.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Forms and filters are records: a parameter that names none of their components is ignored, as an unknown one is. Without
 * this, {@code status.x=1} is set as a property of what has been constructed, and fails where that isn't possible.
 */
@ControllerAdvice
class FormBinding {
    @InitBinder
    void bindOnlyComponents(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }
}
