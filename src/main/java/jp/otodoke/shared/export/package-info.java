/** Lists as files, CSV or Excel: exactly what is filtered, masked as on the page, and never without a note of who took it. */
@NullMarked
package jp.otodoke.shared.export;

import org.jspecify.annotations.NullMarked;
