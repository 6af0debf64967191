/** Calls to the card gateway and its notifications. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: pages",
            "platform :: start",
            "staff",
            "payments",
            "partners.exchange"
        })
package jp.otodoke.partners.cardgateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
