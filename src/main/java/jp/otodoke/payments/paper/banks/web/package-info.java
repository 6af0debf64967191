/** Pages of bank codes. */
@NullMarked
package jp.otodoke.payments.paper.banks.web;

import org.jspecify.annotations.NullMarked;
