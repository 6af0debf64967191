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
            "workflow",
            "customers",
            "loyalty",
            "orders",
            "payments",
            "dunning",
            "fulfilment",
            "subscriptions",
            "partners.exchange",
            "partners.exchange :: routes",
            "partners.mail",
            "partners.bank",
            "platform :: files",
            "orders :: bulk",
            "fulfilment :: bulk",
            "platform :: data"
        })
package jp.otodoke.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
