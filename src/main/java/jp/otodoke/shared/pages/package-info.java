/** What every page shows alike: the frame around it, dates, amounts, status chips, lists. */
@NullMarked
package jp.otodoke.shared.pages;

import org.jspecify.annotations.NullMarked;
