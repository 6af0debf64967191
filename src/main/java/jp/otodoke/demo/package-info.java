/** The demo: simulated partners, demo data, the generator, SFTP server, mail catcher and movable clock. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: pages",
            "platform :: nodes",
            "platform :: start",
            "staff",
            "customers",
            "orders",
            "payments",
            "fulfilment",
            "partners.exchange",
            "partners.exchange :: routes",
            "partners.mail",
            "catalog :: bulk",
            "customers :: bulk",
            "media :: bulk",
            "inserts :: bulk",
            "inventory :: bulk",
            "orders :: bulk",
            "payments :: bulk",
            "fulfilment :: bulk",
            "workflow :: bulk",
            "inbox :: bulk",
            "platform :: data"
        })
package jp.otodoke.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
