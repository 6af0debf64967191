/** Mail to customers and staff. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: start",
            "platform :: mail",
            "customers",
            "orders",
            "partners.exchange"
        })
package jp.otodoke.partners.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
