/** Stock for browsers and for other programs. */
@NullMarked
package jp.otodoke.inventory.web;

import org.jspecify.annotations.NullMarked;
