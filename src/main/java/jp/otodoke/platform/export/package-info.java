/** CSV and Excel exports: exactly the filtered rows, masked as on the page, each recorded in the audit trail. */
@NullMarked
@NamedInterface("export")
package jp.otodoke.platform.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
