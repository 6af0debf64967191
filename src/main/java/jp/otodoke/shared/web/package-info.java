/** What all pages and all of the API share: errors, paging, languages, idempotency. */
@NullMarked
package jp.otodoke.shared.web;

import org.jspecify.annotations.NullMarked;
