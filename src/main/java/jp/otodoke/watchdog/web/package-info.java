/** The watchdog's pages. */
@NullMarked
package jp.otodoke.watchdog.web;

import org.jspecify.annotations.NullMarked;
