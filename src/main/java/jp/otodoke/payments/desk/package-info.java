/** Where people work with money: the pages of deposits, claims, direct debits, refunds, slips, statements and chargebacks. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: data",
            "platform :: export",
            "platform :: pages",
            "platform :: personal",
            "platform :: web",
            "staff",
            "customers",
            "payments"
        })
package jp.otodoke.payments.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
