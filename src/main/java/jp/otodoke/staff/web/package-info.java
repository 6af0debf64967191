/** Sign-in, and which address asks for which permission. */
@NullMarked
package jp.otodoke.staff.web;

import org.jspecify.annotations.NullMarked;
