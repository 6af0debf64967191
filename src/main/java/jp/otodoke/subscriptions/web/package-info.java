/** Pages and API of subscriptions. */
@NullMarked
package jp.otodoke.subscriptions.web;

import org.jspecify.annotations.NullMarked;
