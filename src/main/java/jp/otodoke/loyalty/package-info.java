/** What customers have for buying: points that are earned, used and expire, and coupons. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: data",
            "platform :: export",
            "platform :: invariants",
            "platform :: mail",
            "platform :: pages",
            "platform :: web",
            "staff",
            "customers",
            "catalog"
        })
package jp.otodoke.loyalty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
