/** What every page shows alike: the frame around it, dates, amounts, status chips, lists. */
@NullMarked
@NamedInterface("pages")
package jp.otodoke.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
