/** Stock: an append-only ledger of movements, balances derived from it, and what is allocated to which order. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: data",
            "platform :: export",
            "platform :: invariants",
            "platform :: pages",
            "platform :: web",
            "staff",
            "inbox",
            "catalog"
        })
package jp.otodoke.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
