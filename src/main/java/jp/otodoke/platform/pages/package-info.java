/** What all pages share: layout, navigation, formats of dates and amounts, status chips, lists. */
@NullMarked
@NamedInterface("pages")
package jp.otodoke.platform.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
