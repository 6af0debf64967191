/** Who works here: people, programs of others, what they may do and what they did. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: export",
            "platform :: invariants",
            "platform :: pages",
            "platform :: personal",
            "platform :: secrets",
            "platform :: start",
            "platform :: web"
        })
package jp.otodoke.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
