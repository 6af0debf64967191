/** For accountants: the journal of a month for their software, what is open by age, accounts of customers, what a month's end needs. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "platform :: export",
            "platform :: invariants",
            "platform :: pages",
            "platform :: web",
            "staff",
            "customers",
            "payments"
        })
package jp.otodoke.payments.accounting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
