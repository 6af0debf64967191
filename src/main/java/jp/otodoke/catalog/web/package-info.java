/** Products and charges for browsers and for other programs. */
@NullMarked
package jp.otodoke.catalog.web;

import org.jspecify.annotations.NullMarked;
