/** What is sold and sent: products, sets, dated prices, tax classes and charges. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: export",
            "platform :: pages",
            "platform :: web",
            "staff",
            "platform :: data"
        })
package jp.otodoke.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
