/** The exchange with warehouse, carrier, bank, shops and customers' mail boxes: outbox, message log, formats. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package jp.otodoke.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
