/** The cards that customers have paid with, what is done before they expire, and the monthly question whether they still work. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: data",
            "platform :: export",
            "platform :: mail",
            "platform :: pages",
            "platform :: secrets",
            "platform :: web",
            "staff",
            "inbox",
            "customers",
            "orders",
            "payments"
        })
package jp.otodoke.payments.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
