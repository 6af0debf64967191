/** Pages and API of mandates on paper. */
@NullMarked
package jp.otodoke.payments.paper.web;

import org.jspecify.annotations.NullMarked;
