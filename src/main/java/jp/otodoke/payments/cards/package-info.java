/** The cards that customers have paid with, and what is done before they expire. */
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
            "orders",
            "payments"
        })
package jp.otodoke.payments.cards;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
