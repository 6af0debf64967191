/** The whole order: its page, its changes, and {@code /api/v1/orders}. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: idempotency",
            "platform :: pages",
            "platform :: personal",
            "platform :: web",
            "staff",
            "inbox",
            "workflow",
            "customers",
            "catalog",
            "loyalty",
            "orders",
            "orders :: sql",
            "payments",
            "fulfilment",
            "desk.inbox"
        })
package jp.otodoke.desk.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
