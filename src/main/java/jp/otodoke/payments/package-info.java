/** Money: what each order owes, how it is secured and paid, and a ledger in which every yen has a counterpart. */
@NullMarked
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"shared", "staff", "workflow", "customers", "orders"})
package jp.otodoke.payments;

import org.jspecify.annotations.NullMarked;
