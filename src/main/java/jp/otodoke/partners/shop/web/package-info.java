/** Order files over HTTP: the API and the page. */
@NullMarked
package jp.otodoke.partners.shop.web;

import org.jspecify.annotations.NullMarked;
