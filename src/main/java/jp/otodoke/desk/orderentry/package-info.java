/** Order entry on the telephone. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: pages",
            "platform :: personal",
            "platform :: secrets",
            "platform :: web",
            "staff",
            "inbox",
            "customers",
            "customers :: sql",
            "catalog",
            "catalog :: sql",
            "inventory",
            "media",
            "loyalty",
            "orders",
            "payments",
            "fulfilment"
        })
package jp.otodoke.desk.orderentry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
