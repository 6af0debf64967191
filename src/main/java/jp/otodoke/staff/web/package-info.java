/** Sign-in, and which path requires which permission. */
@NullMarked
package jp.otodoke.staff.web;

import org.jspecify.annotations.NullMarked;
