/** Payments: what each order owes, how it is secured and paid, and a double-entry ledger. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: csv",
            "platform :: data",
            "platform :: export",
            "platform :: files",
            "platform :: invariants",
            "platform :: mail",
            "platform :: metrics",
            "platform :: pages",
            "platform :: personal",
            "platform :: secrets",
            "platform :: start",
            "platform :: web",
            "staff",
            "inbox",
            "customers",
            "loyalty",
            "orders"
        })
package jp.otodoke.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
