/** 定期: who gets what again and again, on which days, and the orders that are made of it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: checks",
            "platform :: clock",
            "platform :: data",
            "platform :: export",
            "platform :: invariants",
            "platform :: pages",
            "platform :: personal",
            "platform :: secrets",
            "platform :: start",
            "platform :: web",
            "staff",
            "inbox",
            "customers",
            "catalog",
            "media",
            "orders"
        })
package jp.otodoke.subscriptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
