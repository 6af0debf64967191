/** Who may go where. */
@NullMarked
package jp.otodoke.staff.web;

import org.jspecify.annotations.NullMarked;
