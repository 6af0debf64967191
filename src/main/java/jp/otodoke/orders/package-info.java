/** Orders from receipt to completion: lines, destinations, prices and status. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: data",
            "platform :: export",
            "platform :: invariants",
            "platform :: metrics",
            "platform :: pages",
            "platform :: personal",
            "staff",
            "inbox",
            "customers",
            "catalog",
            "loyalty"
        })
package jp.otodoke.orders;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
