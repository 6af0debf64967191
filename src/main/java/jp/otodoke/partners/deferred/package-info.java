/** Calls to the provider of 後払い (deferred payment), and the statements of what it pays out. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "platform :: files",
            "inbox",
            "payments",
            "partners.exchange",
            "partners.exchange :: csv"
        })
package jp.otodoke.partners.deferred;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
