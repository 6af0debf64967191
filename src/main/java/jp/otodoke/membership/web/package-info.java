/** The pages and the API. */
@NullMarked
package jp.otodoke.membership.web;

import org.jspecify.annotations.NullMarked;
