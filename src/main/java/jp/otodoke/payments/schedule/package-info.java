/** Direct debits by contract: cycles that begin each month, and whose files go, by themselves. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: data",
            "platform :: pages",
            "staff",
            "inbox",
            "payments"
        })
package jp.otodoke.payments.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
