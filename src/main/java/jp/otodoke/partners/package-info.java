/** The exchange with partners: its core, and one module for each kind of partner. */
@NullMarked
package jp.otodoke.partners;

import org.jspecify.annotations.NullMarked;
