/** The table of bank codes: files of it, and what they change. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "platform :: files",
            "platform :: pages",
            "staff",
            "payments"
        })
package jp.otodoke.payments.banks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
