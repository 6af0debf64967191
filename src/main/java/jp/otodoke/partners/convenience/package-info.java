/** Files of the agency that collects money at convenience stores (コンビニ収納代行). */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "platform :: csv",
            "platform :: files",
            "inbox",
            "payments",
            "partners.exchange",
            "partners.exchange :: csv"
        })
package jp.otodoke.partners.convenience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
