/** Stock: an append-only ledger of movements, balances derived from it, and what is allocated to which order. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: invariants",
            "platform :: pages",
            "inbox",
            "catalog",
            "platform :: data"
        })
package jp.otodoke.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
