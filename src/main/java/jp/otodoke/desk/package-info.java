/** The staff's desk: pages that bring several modules together, such as home, inbox, search and the whole order. */
@NullMarked
@org.springframework.modulith.ApplicationModule
package jp.otodoke.desk;

import org.jspecify.annotations.NullMarked;
