/** Tracking files of the carriers. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: files",
            "platform :: start",
            "inbox",
            "fulfilment",
            "partners.exchange",
            "partners.exchange :: csv"
        })
package jp.otodoke.partners.carrier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
