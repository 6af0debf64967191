/** Members (会員): plans with dues, who belongs to the club since when and until when, dormancy and coming back. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: data",
            "platform :: export",
            "platform :: invariants",
            "platform :: pages",
            "platform :: web",
            "staff",
            "customers",
            "payments"
        })
package jp.otodoke.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
