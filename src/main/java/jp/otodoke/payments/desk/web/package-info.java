/** The pages. */
@NullMarked
package jp.otodoke.payments.desk.web;

import org.jspecify.annotations.NullMarked;
