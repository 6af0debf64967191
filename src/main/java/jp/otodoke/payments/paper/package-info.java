/** Mandates on paper: received, at the bank, returned with a defect, accepted or given up; and the table of bank codes. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: clock",
            "platform :: csv",
            "platform :: files",
            "platform :: mail",
            "platform :: pages",
            "platform :: personal",
            "platform :: secrets",
            "platform :: start",
            "platform :: web",
            "staff",
            "inbox",
            "customers",
            "payments"
        })
package jp.otodoke.payments.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
