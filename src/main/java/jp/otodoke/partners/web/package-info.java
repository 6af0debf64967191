/** Pages and API of the exchange with partners. */
@NullMarked
package jp.otodoke.partners.web;

import org.jspecify.annotations.NullMarked;
