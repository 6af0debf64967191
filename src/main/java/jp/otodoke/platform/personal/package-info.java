/** Personal data: shown to those who need it, masked for everybody else, on every page and in every response. */
@NullMarked
@NamedInterface("personal")
package jp.otodoke.platform.personal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
