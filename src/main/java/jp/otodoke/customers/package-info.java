/** The people who buy: who they are, where they live, what changed about them; postal codes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "platform :: data",
            "platform :: export",
            "platform :: pages",
            "platform :: personal",
            "platform :: web",
            "staff",
            "inbox"
        })
package jp.otodoke.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
