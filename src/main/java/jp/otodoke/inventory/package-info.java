/** Stock: an append-only ledger of movements, balances derived from it, and what is kept for whom. */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"shared", "staff", "workflow", "catalog"})
package jp.otodoke.inventory;

import org.jspecify.annotations.NullMarked;
