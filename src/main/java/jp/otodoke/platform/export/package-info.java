/** Lists as files, CSV or Excel: exactly what is filtered, masked as on the page, and never without a note of who took it. */
@NullMarked
@NamedInterface("export")
package jp.otodoke.platform.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
